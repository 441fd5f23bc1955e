package dev.agentperf.runtime.process;

import static java.util.Objects.requireNonNull;

import dev.agentperf.runtime.ContainerException;
import dev.agentperf.runtime.ContainerIo;
import dev.agentperf.runtime.ContainerStats;
import dev.agentperf.runtime.host.ProcessTable;
import dev.agentperf.time.Ticker;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import oshi.SystemInfo;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/** Reads from the operating system what a process and its descendants use. Thread-safe. */
final class ProcessSampler {
    private static final long NANOS_A_MILLI = 1_000_000;

    /* Held in a class of its own: finding out about the system takes some 300 ms, which nobody pays who asks nothing. */
    private static final class Probe {
        static final OperatingSystem OS = new SystemInfo().getOperatingSystem();
    }

    private final Ticker ticker;

    ProcessSampler(Ticker ticker) {
        this.ticker = requireNonNull(ticker, "ticker");
    }

    /** Returns the sum over all of them, shared memory counted in each. */
    ContainerStats sample(Process process) {
        long cpuMillis = 0;
        long memoryBytes = 0;
        long readBytes = 0;
        long writtenBytes = 0;
        int threads = 0;
        for (ProcessHandle each : withDescendants(process)) {
            OSProcess used = Probe.OS.getProcess(Math.toIntExact(each.pid()));
            if (used != null) {
                cpuMillis += used.getKernelTime() + used.getUserTime();
                memoryBytes += used.getResidentMemory();
                readBytes += used.getBytesRead();
                writtenBytes += used.getBytesWritten();
                threads += used.getThreadCount();
            }
        }
        if (threads == 0) {
            throw new ContainerException("process " + process.pid() + " has ended");
        }
        return new ContainerStats(ticker.read(), cpuMillis * NANOS_A_MILLI, memoryBytes, threads)
                .withIo(ContainerIo.UNKNOWN.withBlocks(readBytes, writtenBytes));
    }

    /**
     * Returns the sum of what each of them had at most; empty where the system does not tell, or the process has ended.
     */
    OptionalLong peakMemoryBytes(Process process) {
        return withDescendants(process).stream()
                .map(each -> ProcessTable.system().peakMemoryBytes(each.pid()))
                .flatMapToLong(OptionalLong::stream)
                .reduce(Long::sum);
    }

    private static List<ProcessHandle> withDescendants(Process process) {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
    }
}
