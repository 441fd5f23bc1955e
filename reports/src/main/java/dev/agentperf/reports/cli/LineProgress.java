package dev.agentperf.reports.cli;

import dev.agentperf.reports.view.Figures;
import dev.agentperf.time.Ticker;
import java.io.PrintWriter;
import java.time.Duration;

/** A line when a task begins, one every ten seconds, one when it ends: what a log of a build can bear. */
final class LineProgress implements Progress {
    private static final long INTERVAL_NANOS = Duration.ofSeconds(10).toNanos();
    private static final double NANOS_PER_MS = 1e6;

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
                out.println(name + ": " + position() + elapsed(now));
            }
        }

        @Override
        public synchronized void close() {
            if (!closed) {
                closed = true;
                out.println(name + ": done" + elapsed(ticker.read()));
            }
        }

        private String position() {
            return total > 0
                    ? Figures.percent(Math.min(1, (double) done / total)) + " of " + Figures.count(total)
                    : Figures.count(done);
        }

        private String elapsed(long now) {
            return " (" + Figures.millis((now - begun) / NANOS_PER_MS) + ")";
        }
    }
}
