package dev.agentperf.runtime.host;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * The process that something belongs to, told apart from every other that ever ran: boot, process namespace, process,
 * and when that started, since identifiers of processes are used again.
 *
 * @param place the boot and the namespace within which {@code process} means something; empty if unknown
 * @param process its identifier
 * @param startTicks when it started, in clock ticks since the boot; negative if unknown
 */
public record Owner(String place, long process, long startTicks) {
    /* The start is the kernel's own count of ticks. A time of day worked out from it differs from one reader to the next
     * by as much as the clock was set in between, and a live owner would look like another process. */
    private static final String FORMAT = "2";
    private static final int PARTS = 4;
    private static final long UNKNOWN = -1;

    /** Returns this process. */
    public static Owner current() {
        ProcessTable processes = ProcessTable.system();
        long self = ProcessHandle.current().pid();
        return new Owner(processes.place(), self, processes.startTicks(self).orElse(UNKNOWN));
    }

    /** Returns the owner that a label names; empty if it was not written by this class. */
    public static Optional<Owner> parse(String label) {
        String[] parts = label.split("/", -1);
        if (parts.length != PARTS || !parts[0].equals(FORMAT)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Owner(parts[1], Long.parseLong(parts[2]), Long.parseLong(parts[3])));
        } catch (NumberFormatException notOurs) {
            return Optional.empty();
        }
    }

    /** Returns the text that {@link #parse} reads. */
    public String label() {
        return String.join("/", FORMAT, place, Long.toString(process), Long.toString(startTicks));
    }

    /**
     * Returns whether this owner has certainly ended. Only an owner in the same place as this process can be known to
     * have; of one on another machine, before another boot or in another container nothing is known.
     *
     * @param processes what is running
     */
    public boolean hasEnded(ProcessTable processes) {
        if (place.isEmpty() || startTicks < 0 || !place.equals(processes.place()) || !processes.isComplete()) {
            return false;
        }
        OptionalLong holder = processes.startTicks(process);
        return holder.isEmpty() || holder.getAsLong() != startTicks;
    }
}
