package dev.agentperf.reports.cli;

import dev.agentperf.reports.view.Figures;
import dev.agentperf.time.Ticker;
import java.io.PrintWriter;
import java.time.Duration;

/**
 * A line when a task begins, one every ten seconds with rate and remaining time, one when it ends: what a log bears.
 */
final class LineProgress implements Progress {
    private static final long INTERVAL_NANOS = Duration.ofSeconds(10).toNanos();
    private static final double NANOS_PER_SECOND = 1e9;

    private final PrintWriter out;
    private final Ticker ticker;

    LineProgress(PrintWriter out, Ticker ticker) {
        this.out = out;
        this.ticker = ticker;
    }

    @Override
    public Task start(String name, long total) {
        out.println(name + " ...");
        return new Lines(name, total);
    }

    private final class Lines implements Task {
        private final String name;
        private final long total;
        private final long begun = ticker.read();
        private long told = begun;
        private long done;
        private boolean closed;

        Lines(String name, long total) {
            this.name = name;
            this.total = total;
        }

        @Override
        public synchronized void advance(long steps) {
            done += steps;
            long now = ticker.read();
            if (now - told >= INTERVAL_NANOS) {
                told = now;
                out.println(name + ": " + position() + " (" + pace(now) + left(now) + ")");
            }
        }

        @Override
        public synchronized void done() {
            if (!closed) {
                closed = true;
                out.println(name + ": done (" + pace(ticker.read()) + ")");
            }
        }

        @Override
        public synchronized void close() {
            closed = true;
        }

        private String position() {
            return total > 0
                    ? Figures.percent(Math.min(1, (double) done / total)) + " of " + Figures.count(total)
                    : Figures.count(done);
        }

        private String pace(long now) {
            String elapsed = Figures.seconds((now - begun) / NANOS_PER_SECOND);
            return done == 0 || now == begun
                    ? elapsed
                    : elapsed + ", " + Figures.number(done * NANOS_PER_SECOND / (now - begun)) + "/s";
        }

        /* At the pace so far. */
        private String left(long now) {
            return total <= done || done == 0
                    ? ""
                    : ", " + Figures.seconds((now - begun) / NANOS_PER_SECOND * (total - done) / done) + " left";
        }
    }
}
