package dev.agentperf.simulator.recursion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.agentperf.pool.Reuse;
import dev.agentperf.simulator.bounds.SmallTrace;
import dev.agentperf.simulator.result.PolicyRun;
import dev.agentperf.simulator.trace.Session;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** One pass tells what the shipped pool does under {@code fixed:N}, for each N. */
final class StockLevelsProperties {

    @Provide
    Arbitrary<SmallTrace> traces() {
        return SmallTrace.ofAtMost(40);
    }

    @Property(tries = 200)
    void everyStock_servesAndIdlesAsInTheReplay(
            @ForAll("traces") SmallTrace trace, @ForAll @IntRange(max = 12) int count) {
        long start = trace.sessions().get(0).startNanos();
        long end = trace.sessions().stream().mapToLong(Session::endNanos).max().orElseThrow();
        StockLevels levels = new StockLevels(end);
        for (Session session : trace.sessions()) {
            levels.claim(
                    session.startNanos(),
                    trace.reuse() == Reuse.RESET
                            ? session.endNanos() + trace.reset().toNanos()
                            : session.startNanos() + trace.coldStart().toNanos());
        }

        PolicyRun run = trace.replay("fixed:" + count).runs().get(0);

        assertThat(levels.warm(count)).isEqualTo(run.warmStarts());
        assertThat(levels.idleNanos(count, start) / 1e9).isCloseTo(run.idleSeconds(), offset(1e-6));
    }
}
