package dev.agentperf.runtime.host;

import dev.agentperf.runtime.ContainerIo;
import dev.agentperf.runtime.ContainerStats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Control groups of version 1: a tree for every resource. See the kernel's admin-guide/cgroup-v1.
 *
 * @param mount where the trees are
 * @param path the container's place in each
 * @param proc where {@code /proc} is
 */
record CgroupV1(Path mount, String path, Path proc) implements Cgroup {

    private Path file(String resource, String name) {
        return mount.resolve(resource).resolve(path).resolve(name);
    }

    @Override
    public boolean isReadable() {
        return Cgroup.areReadable(
                file("cpuacct", "cpuacct.usage"),
                file("memory", "memory.usage_in_bytes"),
                file("memory", "memory.stat"),
                file("pids", "pids.current"));
    }

    @Override
    public ContainerStats read(long atNanos) throws IOException {
        KernelFiles.firstProcess(file("memory", "cgroup.procs"));
        long cache = KernelFiles.field(file("memory", "memory.stat"), "total_inactive_file");
        long memory = KernelFiles.number(file("memory", "memory.usage_in_bytes"));
        ContainerStats stats = new ContainerStats(
                atNanos,
                KernelFiles.number(file("cpuacct", "cpuacct.usage")),
                Math.max(0, memory - cache),
                Math.toIntExact(KernelFiles.number(file("pids", "pids.current"))));
        return Cgroup.withPeak(stats, peakMemoryBytes()).withIo(io());
    }

    @Override
    public OptionalLong peakMemoryBytes() throws IOException {
        return KernelFiles.numberIfReadable(file("memory", "memory.max_usage_in_bytes"));
    }

    private ContainerIo io() throws IOException {
        ContainerIo io = KernelFiles.network(proc, file("memory", "cgroup.procs"));
        Path blocks = file("blkio", "blkio.throttle.io_service_bytes_recursive");
        if (!Files.isReadable(blocks)) {
            return io;
        }
        long read = 0;
        long written = 0;
        // `8:0 Read 4096`, and a last line `Total 4096`.
        for (String line : Files.readAllLines(blocks)) {
            String[] words = line.split(" ", -1);
            if (words.length == 3 && words[1].equals("Read")) {
                read += Long.parseLong(words[2]);
            } else if (words.length == 3 && words[1].equals("Write")) {
                written += Long.parseLong(words[2]);
            }
        }
        return io.withBlocks(read, written);
    }
}
