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

/** The recursion with a stock against the shipped pool under the engine. */
final class StockedContainersProperties {
    private static final String[] POLICIES = {
        "slo:0.5", "slo:0.9", "slo:0.99", "slo:0.9:min=2:max=3", "slo:0.5:min=0", "keepalive:4s", "adaptive:5"
    };

    @Provide
    Arbitrary<SmallTrace> traces() {
        return SmallTrace.ofAtMost(60);
    }

    @Property(tries = 100)
    void everyPolicy_servesAndIdlesAsInTheReplay(@ForAll @From("traces") SmallTrace trace) {
        for (PolicyRun run : trace.replay(POLICIES).runs()) {
            StockedContainers stocked = Recursions.replayWithStock(trace, run.policy());

            assertThat(stocked.warm()).as(run.policy()).isEqualTo(run.warmStarts());
            assertThat(stocked.cold()).as(run.policy()).isEqualTo(run.coldStarts());
            assertThat(stocked.idleNanos() / 1e9).as(run.policy()).isCloseTo(run.idleSeconds(), offset(1e-6));
        }
    }
}
