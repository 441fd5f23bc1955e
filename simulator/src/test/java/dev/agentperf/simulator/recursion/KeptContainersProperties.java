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

/** The recursion against the shipped pool under the engine. */
final class KeptContainersProperties {
    private static final String[] POLICIES = {
        "keepalive:0s", "keepalive:4s", "keepalive:30s", "breakeven:5", "hazard:5", "adaptive:5", "hybrid:1m"
    };

    @Provide
    Arbitrary<SmallTrace> traces() {
        return SmallTrace.ofAtMost(60);
    }

    @Property(tries = 100)
    void everyPolicy_servesAndIdlesAsInTheReplay(@ForAll @From("traces") SmallTrace trace) {
        for (PolicyRun run : trace.replay(POLICIES).runs()) {
            KeptContainers kept = Recursions.replay(trace, run.policy());

            assertThat(kept.warm()).as(run.policy()).isEqualTo(run.warmStarts());
            assertThat(kept.cold()).as(run.policy()).isEqualTo(run.coldStarts());
            assertThat(kept.idleNanos() / 1e9).as(run.policy()).isCloseTo(run.idleSeconds(), offset(1e-6));
        }
    }
}
