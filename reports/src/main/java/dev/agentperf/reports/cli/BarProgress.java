package dev.agentperf.reports.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar with rate and remaining time, for a person. */
final class BarProgress implements Progress {
    private static final int REFRESH_MILLIS = 200;

    @Override
    public Task start(String name, long total) {
        ProgressBarBuilder builder = new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(total > 0 ? total : -1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REFRESH_MILLIS)
                .showSpeed();
        return new Bar(builder.build());
    }

    private record Bar(ProgressBar bar) implements Task {
        @Override
        public void advance(long steps) {
            bar.stepBy(steps);
        }

        @Override
        public void close() {
            bar.close();
        }
    }
}
