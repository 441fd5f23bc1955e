package dev.agentperf.reports.cli;

import dev.agentperf.time.Workers;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C. What a command has finished is on disk by then, so that the process may end at once; a command with something
 * to leave behind, or to say of it, does that in a {@linkplain #leave farewell}. Thread-safe.
 */
final class Stop {
    /** What a process ends with that was stopped by Ctrl-C: 128 and the number of the signal. */
    static final int EXIT_CODE = 130;

    private volatile @Nullable Runnable farewell;
    private volatile boolean asked;

    /** Begins to listen to the process's signals. */
    void listen() {
        Runtime.getRuntime()
                .addShutdownHook(Workers.daemonThreads("agentperf-stop").newThread(this::ask));
    }

    /** Stops the command: what it has under way fails, and nobody hears of that. */
    void ask() {
        asked = true;
        Runnable last = farewell;
        if (last != null) {
            last.run();
        }
    }

    /**
     * Returns whether the command was stopped. Also before {@link #ask} was called: the hooks of a process that ends
     * run side by side, and the one that ends a child makes the command fail at once.
     */
    boolean isAsked() {
        return asked || isProcessEnding();
    }

    /* A JVM tells this in no other way than by refusing a hook. */
    private static boolean isProcessEnding() {
        Thread nothing = Workers.daemonThreads("agentperf-stop").newThread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(nothing);
            return !Runtime.getRuntime().removeShutdownHook(nothing);
        } catch (IllegalStateException ending) {
            return true;
        }
    }

    /** Sets what happens if the command is stopped from now on, on a thread of its own, while the command runs on. */
    void leave(Runnable farewell) {
        this.farewell = farewell;
    }

    /** Says that the command is done, unless it is because it was stopped. */
    void ended() {
        if (!isAsked()) {
            farewell = null;
        }
    }
}
