package dev.agentperf.reports.cli;

import dev.agentperf.time.Ticker;

/**
 * Tells a waiting person how far a command is: a bar on a terminal, plain lines elsewhere. Written to {@code err}, so
 * that results can be piped. Thread-safe.
 */
interface Progress {
    /** A task of which nobody wants to hear. */
    Task NO_TASK = new Task() {
        @Override
        public void advance(long steps) {}

        @Override
        public void close() {}
    };

    /**
     * Begins a task.
     *
     * @param name what is being done, in a few words
     * @param total how many steps it has; 0 or less where that is not known
     */
    Task start(String name, long total);

    /** Returns the kind of progress that suits the terminal. */
    static Progress on(Terminal terminal) {
        if (terminal.isQuiet()) {
            return (name, total) -> NO_TASK;
        }
        return terminal.isInteractive() ? new BarProgress() : new LineProgress(terminal.err(), Ticker.system());
    }

    /** A task under way. Thread-safe. */
    interface Task extends AutoCloseable {

        /** Says that so many more steps are done. */
        void advance(long steps);

        /** Says that all is done, and ends the task. Idempotent. */
        default void done() {
            close();
        }

        /** Ends the task, done or not: what went wrong is not for it to tell. Idempotent. */
        @Override
        void close();
    }
}
