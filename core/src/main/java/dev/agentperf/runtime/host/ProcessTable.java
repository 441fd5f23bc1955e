package dev.agentperf.runtime.host;

import java.util.OptionalLong;

/** The processes that this one sees. Thread-safe. */
public interface ProcessTable {

    /** Returns the table of this machine; one that knows nothing where the system is not Linux. */
    static ProcessTable system() {
        return LinuxProcesses.SYSTEM;
    }

    /** Returns the boot and the process namespace that identifiers count in; empty if they cannot be told. */
    String place();

    /**
     * Returns whether a process that is not in the table is certainly not there: nobody hides processes from this one.
     */
    boolean isComplete();

    /**
     * Returns when a process started, in clock ticks since the boot; empty if there is none, or only the remains of
     * one.
     */
    OptionalLong startTicks(long process);

    /** Returns whether a process may do something: it is there, has not ended, and is not stopped by a signal. */
    default boolean isRunning(long process) {
        return false;
    }

    /**
     * Returns the most memory that a process ever had resident; empty if there is no such process or it cannot be told.
     */
    default OptionalLong peakMemoryBytes(long process) {
        return OptionalLong.empty();
    }
}
