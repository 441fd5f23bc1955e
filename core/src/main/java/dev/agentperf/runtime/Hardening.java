package dev.agentperf.runtime;

import static java.util.Objects.requireNonNull;

/**
 * What a container must not be able to do. An agent runs code that nobody has read, so the default denies all.
 *
 * @param network whether it has a network
 * @param capabilities whether it keeps the engine's default capabilities; none otherwise
 * @param newPrivileges whether a program in it may gain privileges (set-user-id)
 * @param writableRoot whether its root file system is writable; otherwise only {@code /tmp} and {@code /dev/shm} are,
 *     which live in memory
 * @param tmpBytes the size of each of these two; at least 1
 * @param user the user and group that its processes run as, {@code uid:gid}
 */
public record Hardening(
        boolean network,
        boolean capabilities,
        boolean newPrivileges,
        boolean writableRoot,
        long tmpBytes,
        String user) {

    /** No network, no capabilities, no new privileges, read-only root, 64 MiB to write to in memory, user 1000. */
    public static final Hardening STRICT = new Hardening(false, false, false, false, 64L << 20, "1000:1000");

    /** Validates every component. */
    public Hardening {
        requireNonNull(user, "user");
        if (tmpBytes < 1) {
            throw new IllegalArgumentException("tmpBytes must be at least 1, was " + tmpBytes);
        }
    }
}
