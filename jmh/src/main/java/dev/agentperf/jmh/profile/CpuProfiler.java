package dev.agentperf.jmh.profile;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * {@code -prof cpu}: CPU time of one operation, in nanoseconds. Where cores are shared with strangers, wall time
 * measures them too; CPU time does not count while a thread waits for its turn.
 *
 * <p>{@value #THREADS} counts the Java threads that live at the end of an iteration, {@value #PROCESS} the whole
 * process with collector and compiler. Both are of the whole JVM, all benchmark threads together, over all their
 * operations. Neither depends on anything but JDK and JMH, so that the class can stand alone on a foreign class path.
 *
 * <p>Used by one thread, JMH's.
 */
public final class CpuProfiler implements InternalProfiler {
    /** The name of the result of the Java threads. */
    public static final String THREADS = "cpu.time.norm";

    /** The name of the result of the process. */
    public static final String PROCESS = "cpu.process.norm";

    private static final String UNIT = "ns/op";

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private Map<Long, Long> before = Map.of();
    private long processBefore;

    /** Creates the profiler; JMH does so by reflection. */
    public CpuProfiler() {}

    @Override
    public String getDescription() {
        return "CPU time of one operation: of the Java threads, and of the process";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = cpuTimes();
        processBefore = processNanos();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        long process = processNanos() - processBefore;
        long spent = 0;
        for (Map.Entry<Long, Long> thread : cpuTimes().entrySet()) {
            spent += thread.getValue() - before.getOrDefault(thread.getKey(), 0L);
        }
        long operations = result.getMetadata().getAllOps();
        return operations > 0 ? results(spent, process, operations) : List.of();
    }

    private static List<Result<?>> results(long threads, long process, long operations) {
        List<Result<?>> results = new ArrayList<>();
        results.add(new ScalarResult(THREADS, (double) threads / operations, UNIT, AggregationPolicy.AVG));
        if (process > 0) {
            results.add(new ScalarResult(PROCESS, (double) process / operations, UNIT, AggregationPolicy.AVG));
        }
        return results;
    }

    /* A thread that has ended tells -1. */
    private Map<Long, Long> cpuTimes() {
        Map<Long, Long> times = new HashMap<>();
        for (long id : threads.getAllThreadIds()) {
            times.put(id, Math.max(0, threads.getThreadCpuTime(id)));
        }
        return times;
    }

    /* Not every JVM has the extended bean. */
    private static long processNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? Math.max(0, system.getProcessCpuTime())
                : 0;
    }
}
