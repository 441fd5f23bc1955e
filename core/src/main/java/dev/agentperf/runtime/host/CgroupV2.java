package dev.agentperf.runtime.host;

import dev.agentperf.runtime.ContainerIo;
import dev.agentperf.runtime.ContainerStats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Control groups of version 2: one tree for all resources. See the kernel's admin-guide/cgroup-v2.
 *
 * @param directory the container's place in it
 * @param proc where {@code /proc} is
 */
record CgroupV2(Path directory, Path proc) implements Cgroup {
    private static final long NANOS_A_MICRO = 1000;

    private Path file(String name) {
        return directory.resolve(name);
    }

    @Override
    public boolean isReadable() {
        return Cgroup.areReadable(file("cpu.stat"), file("memory.current"), file("memory.stat"), file("pids.current"));
    }

    @Override
    public ContainerStats read(long atNanos) throws IOException {
        KernelFiles.firstProcess(file("cgroup.procs"));
        long cache = KernelFiles.field(file("memory.stat"), "inactive_file");
        ContainerStats stats = new ContainerStats(
                atNanos,
                KernelFiles.field(file("cpu.stat"), "usage_usec") * NANOS_A_MICRO,
                Math.max(0, KernelFiles.number(file("memory.current")) - cache),
                Math.toIntExact(KernelFiles.number(file("pids.current"))));
        return Cgroup.withPeak(stats, peakMemoryBytes()).withIo(io());
    }

    /* Kernels before 5.19 do not have it. */
    @Override
    public OptionalLong peakMemoryBytes() throws IOException {
        return KernelFiles.numberIfReadable(file("memory.peak"));
    }

    private ContainerIo io() throws IOException {
        ContainerIo io = KernelFiles.network(proc, file("cgroup.procs"));
        if (!Files.isReadable(file("io.stat"))) {
            return io;
        }
        long read = 0;
        long written = 0;
        // `8:0 rbytes=4096 wbytes=0 rios=1 wios=0 dbytes=0 dios=0`
        for (String line : Files.readAllLines(file("io.stat"))) {
            for (String word : line.split(" ", -1)) {
                read += word.startsWith("rbytes=") ? Long.parseLong(word.substring("rbytes=".length())) : 0;
                written += word.startsWith("wbytes=") ? Long.parseLong(word.substring("wbytes=".length())) : 0;
            }
        }
        return io.withBlocks(read, written);
    }
}
