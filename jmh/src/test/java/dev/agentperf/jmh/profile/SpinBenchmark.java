package dev.agentperf.jmh.profile;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.infra.Blackhole;

/** A benchmark that never waits. JMH wants it open. */
public class SpinBenchmark {
    /** Burns processor time. */
    @Benchmark
    public void spin() {
        Blackhole.consumeCPU(10_000);
    }
}
