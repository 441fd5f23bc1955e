package dev.agentperf.runtime.docker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * The process that a container belongs to, told apart from every other that ever ran: boot, process namespace, process,
 * and when that started, since identifiers of processes are used again.
 *
 * @param place the boot and the namespace within which {@code process} means something; empty if unknown
 * @param process its identifier
 * @param startMillis when it started, since 1970; 0 if unknown
 */
record Owner(String place, long process, long startMillis) {

    /** Returns this process. */
    static Owner current() {
        ProcessHandle self = ProcessHandle.current();
        return new Owner(currentPlace(), self.pid(), startMillis(self));
    }

    /** Returns the owner that a label names; empty if it was not written by this class. */
    static Optional<Owner> parse(String label) {
        String[] parts = label.split("/", -1);
        try {
            return parts.length == 3
                    ? Optional.of(new Owner(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2])))
                    : Optional.empty();
        } catch (NumberFormatException notOurs) {
            return Optional.empty();
        }
    }

    /** Returns the text that {@link #parse} reads. */
    String label() {
        return place + "/" + process + "/" + startMillis;
    }

    /**
     * Returns whether this owner has certainly ended. Only an owner in the same place as this process can be known to
     * have; of one on another machine or in another container nothing is known.
     */
    boolean hasEnded() {
        if (place.isEmpty() || startMillis == 0 || !place.equals(currentPlace())) {
            return false;
        }
        Optional<ProcessHandle> holder = ProcessHandle.of(process);
        return holder.isEmpty() || !holder.get().isAlive() || startMillis(holder.get()) != startMillis;
    }

    private static long startMillis(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static String currentPlace() {
        try {
            String boot =
                    Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
            String namespace =
                    Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
            return boot + "." + namespace.replaceAll("\\D", "");
        } catch (IOException notLinux) {
            return "";
        }
    }
}
