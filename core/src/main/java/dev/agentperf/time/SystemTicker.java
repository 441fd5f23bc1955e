package dev.agentperf.time;

/** The {@link Ticker} of the running process. */
final class SystemTicker implements Ticker {
    static final SystemTicker INSTANCE = new SystemTicker();

    private SystemTicker() {}

    @Override
    public long read() {
        return System.nanoTime();
    }

    @Override
    public Ticker coarse() {
        return Coarse.INSTANCE;
    }

    /* Its thread starts with the first who asks. */
    private static final class Coarse {
        static final CoarseTicker INSTANCE = new CoarseTicker();
    }
}
