package dev.agentperf.reports.run;

import dev.agentperf.reports.pool.PoolPlan;
import dev.agentperf.reports.starts.StartPlan;
import dev.agentperf.time.Workers;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** How deep a run goes. */
public enum Profile {

    /** Within three minutes on two cores. Its JMH figures are smoke, not evidence. */
    QUICK(StartPlan.QUICK, PoolPlan.QUICK) {
        @Override
        void limit(ChainedOptionsBuilder jmh) {
            jmh.include("CacheBenchmark.hit")
                    .include("CacheBenchmark.putOurs")
                    .include("PoolPeersBenchmark.claim(Ours|CommonsPool2)")
                    .include("PredictorBenchmark.recordAndPredict")
                    .include("ReplayBenchmark")
                    .forks(1)
                    .warmupIterations(2)
                    .warmupTime(TimeValue.milliseconds(300))
                    .measurementIterations(3)
                    .measurementTime(TimeValue.milliseconds(300));
        }
    },

    /** Every suite with the forks and iterations that it asks for. */
    FULL(StartPlan.FULL, PoolPlan.FULL) {
        @Override
        void limit(ChainedOptionsBuilder jmh) {
            jmh.include("dev\\.agentperf\\.");
            if (!Workers.areVirtual()) {
                jmh.exclude("VirtualThreadsBenchmark");
            }
        }
    };

    @SuppressWarnings("ImmutableEnumChecker") // A record of numbers.
    private final StartPlan starts;

    @SuppressWarnings("ImmutableEnumChecker") // A record of numbers and durations.
    private final PoolPlan pool;

    Profile(StartPlan starts, PoolPlan pool) {
        this.starts = starts;
        this.pool = pool;
    }

    /** Returns how many starts are measured. */
    public StartPlan starts() {
        return starts;
    }

    /** Returns how the pool is put under load, where it is. */
    public PoolPlan pool() {
        return pool;
    }

    abstract void limit(ChainedOptionsBuilder jmh);
}
