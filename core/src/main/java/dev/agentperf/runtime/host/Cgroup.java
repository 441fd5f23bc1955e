package dev.agentperf.runtime.host;

import dev.agentperf.runtime.ContainerStats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The control groups of one container, as files that this process can read. Thread-safe. */
public interface Cgroup {

    /** Where Linux mounts them. */
    Path MOUNT = Path.of("/sys/fs/cgroup");

    /**
     * Returns the control groups of a Docker container; empty where this process cannot read them: another system, an
     * engine on another machine, or a layout that is not known.
     *
     * @param mount where control groups are mounted; {@link #MOUNT} but in tests
     * @param container the engine's full identifier
     */
    static Optional<Cgroup> find(Path mount, String container) {
        Path root = Path.of("/proc");
        return Stream.of("docker/" + container, "system.slice/docker-" + container + ".scope")
                .<Cgroup>mapMulti((path, found) -> {
                    found.accept(new CgroupV2(mount.resolve(path), root));
                    found.accept(new CgroupV1(mount, path, root));
                })
                .filter(Cgroup::isReadable)
                .findFirst();
    }

    /** Returns whether there is all that a sample needs. */
    boolean isReadable();

    /**
     * Reads what the container uses.
     *
     * @param atNanos now
     * @throws IOException if it does not run any more
     */
    ContainerStats read(long atNanos) throws IOException;

    /**
     * Returns the most memory that the container ever had, file cache included; empty where the kernel does not tell.
     */
    OptionalLong peakMemoryBytes() throws IOException;

    /** Returns a sample with the peak, if there is one. */
    static ContainerStats withPeak(ContainerStats stats, OptionalLong peakBytes) {
        return peakBytes.isPresent() ? stats.withPeakMemoryBytes(peakBytes.getAsLong()) : stats;
    }

    /** Returns whether files can be read. */
    static boolean areReadable(Path... files) {
        return Stream.of(files).allMatch(Files::isReadable);
    }
}
