package dev.agentperf.simulator.recursion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.agentperf.simulator.bounds.SmallTrace;
import dev.agentperf.simulator.result.PolicyRun;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The recursion against the shipped pool under the engine; whole seconds, so that much happens at one time. */
final class PooledContainersProperties {
    private static final String[] POLICIES = {
        "keepalive:0s",
        "keepalive:4s",
        "keepalive:30s",
        "breakeven:5",
        "hazard:5",
        "adaptive:5",
        "hybrid:1m",
        "slo:0.5",
        "slo:0.9",
        "slo:0.99",
        "slo:0.9:min=2:max=3",
        "slo:0.5:min=0"
    };

    @Provide
    Arbitrary<SmallTrace> traces() {
        return SmallTrace.ofAtMost(60);
    }

    @Property(tries = 300)
    void everyPolicy_servesAndIdlesAsInTheReplay(@ForAll @From("traces") SmallTrace trace) {
        for (PolicyRun run : trace.replay(POLICIES).runs()) {
            TypeRun.Outcome pooled = Recursions.replay(trace, run.policy());

            assertThat(pooled.warm()).as(run.policy()).isEqualTo(run.warmStarts());
            assertThat(pooled.cold()).as(run.policy()).isEqualTo(run.coldStarts());
            assertThat(pooled.idleNanos() / 1e9).as(run.policy()).isCloseTo(run.idleSeconds(), offset(1e-6));
        }
    }
}
