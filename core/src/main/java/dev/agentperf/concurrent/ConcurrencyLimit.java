package dev.agentperf.concurrent;

/** How many tasks may run at once. Guarded by the executor's lock. */
interface ConcurrencyLimit {

    int current();

    /**
     * Learns from a task that has ended.
     *
     * @param runNanos how long it held its place
     * @param running how many ran when it ended, itself included
     */
    void ended(long runNanos, int running);

    /** Returns a limit that never changes. */
    static ConcurrencyLimit fixed(int limit) {
        return new ConcurrencyLimit() {
            @Override
            public int current() {
                return limit;
            }

            @Override
            public void ended(long runNanos, int running) {
                // nothing to learn
            }
        };
    }
}
