package dev.agentperf.reports.machine;

import dev.agentperf.reports.model.Environment;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryManagerMXBean;
import java.lang.management.RuntimeMXBean;
import java.nio.file.Path;

/** Reads what the machine and the Java virtual machine are. Thread-safe. */
public final class MachineProbe {
    private static final long BYTES_PER_KIB = 1_024;

    private final SystemFiles files;

    private MachineProbe(SystemFiles files) {
        this.files = files;
    }

    /** Returns a probe of this machine. */
    public static MachineProbe system() {
        return at(Path.of("/"));
    }

    /** Returns a probe of a machine whose {@code proc}, {@code sys} and {@code etc} stand under {@code root}. */
    static MachineProbe at(Path root) {
        return new MachineProbe(new SystemFiles(root));
    }

    /** Returns the machine. */
    public Environment.Machine machine() {
        return new Environment.Machine(
                files.value("etc/os-release", "PRETTY_NAME").orElseGet(() -> System.getProperty("os.name", "unknown")),
                files.line("proc/sys/kernel/osrelease").orElseGet(() -> System.getProperty("os.version", "")),
                System.getProperty("os.arch", "unknown"),
                files.value("proc/cpuinfo", "model name").orElse(""),
                Runtime.getRuntime().availableProcessors(),
                memoryBytes(),
                new ControlGroups(files).version());
    }

    /** Returns the running Java virtual machine. */
    public Environment.Jvm jvm() {
        RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
        return new Environment.Jvm(
                System.getProperty("java.vendor", runtime.getVmVendor()),
                System.getProperty("java.runtime.version", runtime.getVmVersion()),
                runtime.getVmName(),
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .map(MemoryManagerMXBean::getName)
                        .toList(),
                runtime.getInputArguments());
    }

    SystemFiles files() {
        return files;
    }

    private long memoryBytes() {
        return files.value("proc/meminfo", "MemTotal")
                .map(text -> text.replace("kB", "").strip())
                .filter(text -> text.matches("\\d{1,15}"))
                .map(kib -> Long.parseLong(kib) * BYTES_PER_KIB)
                .orElse(0L);
    }
}
