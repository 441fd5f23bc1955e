package dev.agentperf.reports.run;

import dev.agentperf.reports.starts.StartPlan;
import dev.agentperf.time.Workers;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** How deep a run goes. */
public enum Profile {

    /** Within three minutes on two cores. Its JMH figures are smoke, not evidence. */
    QUICK(StartPlan.QUICK) {
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
    FULL(StartPlan.FULL) {
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

    Profile(StartPlan starts) {
        this.starts = starts;
    }

    /** Returns how many starts are measured. */
    public StartPlan starts() {
        return starts;
    }

    abstract void limit(ChainedOptionsBuilder jmh);
}
