package dev.agentperf.concurrent;

/**
 * A limit that falls when tasks take longer than they did at their best, and rises again while they do not.
 *
 * <p>After each window of tasks: limit ← limit × gradient + √limit, with gradient = 1.5 × best mean time ÷ this
 * window's mean time, between 0.5 and 1 (the gradient rule of adaptive concurrency limits, Netflix 2018). So tasks may
 * take half as long again as at their best before the limit falls. A window in which less than half of the limit was
 * used says nothing about it. Tasks of agents differ widely, so a window is as many tasks as the limit, and at least
 * 20.
 *
 * <p>Every 30 windows the limit is halved and the best time measured anew: under lasting load it could otherwise be
 * neither kept, because work may have become longer for good, nor forgotten, because then congestion would become the
 * rule.
 */
final class GradientLimit implements ConcurrencyLimit {
    private static final double TOLERANCE = 1.5;
    private static final double LEAST_GRADIENT = 0.5;
    private static final int WINDOWS_PER_PROBE = 30;
    private static final int LEAST_WINDOW = 20;

    private final int least;
    private final int most;
    private double limit;
    private double bestNanos = Double.POSITIVE_INFINITY;
    private double sumNanos;
    private int ended;
    private int mostRunning;
    private int windows;

    /**
     * Creates a limit that begins at its least value.
     *
     * @param least at least 1
     * @param most at least {@code least}
     */
    GradientLimit(int least, int most) {
        this.least = least;
        this.most = most;
        limit = least;
    }

    @Override
    public int current() {
        return (int) limit;
    }

    @Override
    public void ended(long runNanos, int running) {
        sumNanos += runNanos;
        mostRunning = Math.max(mostRunning, running);
        if (++ended >= Math.max(LEAST_WINDOW, current())) {
            endWindow(sumNanos / ended);
            sumNanos = 0;
            ended = 0;
            mostRunning = 0;
        }
    }

    private void endWindow(double meanNanos) {
        double mean = Math.max(1, meanNanos);
        bestNanos = Math.min(bestNanos, mean);
        if (mostRunning * 2 < limit) {
            return;
        }
        if (++windows % WINDOWS_PER_PROBE == 0) {
            bestNanos = Double.POSITIVE_INFINITY;
            limit = Math.max(least, limit / 2);
            return;
        }
        double gradient = Math.max(LEAST_GRADIENT, Math.min(1, TOLERANCE * bestNanos / mean));
        limit = Math.max(least, Math.min(most, limit * gradient + Math.sqrt(limit)));
    }
}
