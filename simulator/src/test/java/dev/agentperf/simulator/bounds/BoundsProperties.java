package dev.agentperf.simulator.bounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.agentperf.pool.Reuse;
import dev.agentperf.simulator.recursion.IdleGaps;
import dev.agentperf.simulator.result.PolicyRun;
import dev.agentperf.simulator.trace.Session;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No schedule beats a bound: against every schedule on tiny traces, and against replays on small ones. */
final class BoundsProperties {
    private static final double ROUNDING = 1e-6;

    @Provide
    Arbitrary<SmallTrace> tiny() {
        return SmallTrace.ofAtMost(6);
    }

    @Provide
    Arbitrary<SmallTrace> small() {
        return SmallTrace.ofAtMost(25);
    }

    @Property(tries = 300)
    void keepOrDrop_isBeatenByNoSchedule(@ForAll("tiny") SmallTrace trace) {
        assertThat(trace.bound(Bounds.KEEP_OR_DROP).cost())
                .isLessThanOrEqualTo(EverySchedule.cheapestCost(trace) + ROUNDING);
    }

    @Property(tries = 100)
    void keepOrDrop_isBeatenByNoKeepAlive(@ForAll("small") SmallTrace trace) {
        var result = trace.replay("keepalive:0s", "keepalive:3s", "keepalive:9s", "keepalive:40s");

        assertThat(result.runs())
                .allSatisfy(run -> assertThat(run.cost())
                        .isGreaterThanOrEqualTo(result.bounds().get(0).cost() - ROUNDING));
    }

    @Property(tries = 100)
    void bestStock_isTheCheapestOfAllStocks(@ForAll("small") SmallTrace trace) {
        String[] stocks = IntStream.rangeClosed(0, trace.sessions().size())
                .mapToObj(count -> "fixed:" + count)
                .toArray(String[]::new);
        double cheapest = trace.replay(stocks).runs().stream()
                .mapToDouble(PolicyRun::cost)
                .min()
                .orElseThrow();

        assertThat(trace.bound(Bounds.BEST_STOCK).cost()).isCloseTo(cheapest, offset(ROUNDING));
    }

    @Property(tries = 300)
    void bestTimeToLive_isTheCheapestOfAllTimes(@ForAll("small") SmallTrace trace) {
        double cheapest = LongStream.rangeClosed(0, 600)
                .mapToDouble(seconds -> keepingFor(trace, seconds * 1_000_000_000L))
                .min()
                .orElseThrow();

        // Whole seconds below two minutes all have a class of their own, or one whose longest is tried.
        assertThat(trace.bound(Bounds.BEST_TTL).cost()).isBetween(cheapest - ROUNDING, cheapest * 33 / 32 + ROUNDING);
    }

    /** The formula of the bound, for one time: a cold start for each longer gap, idle time for all. */
    private static double keepingFor(SmallTrace trace, long keepNanos) {
        IdleGaps gaps = new IdleGaps();
        double cost = 0;
        long end = trace.sessions().stream().mapToLong(Session::endNanos).max().orElseThrow();
        for (Session session : trace.sessions()) {
            long gap = gaps.claim(session.startNanos(), session.endNanos() + trace.turnaroundNanos());
            boolean cold = gap == IdleGaps.NONE || gap > keepNanos;
            cost += cold ? trace.price() * trace.coldStart().toSeconds() : 0;
            cost += gap == IdleGaps.NONE ? 0 : Math.min(gap, keepNanos) / 1e9;
        }
        for (long since : gaps.leftOver(end)) {
            cost += Math.min(keepNanos, end - since) / 1e9;
        }
        return cost;
    }

    @Property(tries = 100)
    void idleGaps_tellWhatKeepAliveServes_whereStartsTakeNoTime(@ForAll("small") SmallTrace trace) {
        // A cold start of a nanosecond shifts nothing where no container comes back at the moment of a claim.
        List<Session> apart = trace.sessions().stream()
                .map(session -> SmallTrace.session(session.startNanos(), session.endNanos() + 500_000_000))
                .toList();
        SmallTrace instant = new SmallTrace(apart, Duration.ofNanos(1), trace.reset(), Reuse.RESET, trace.price());
        IdleGaps gaps = new IdleGaps();
        List<Long> found = instant.sessions().stream()
                .map(session -> gaps.claim(session.startNanos(), session.endNanos() + instant.turnaroundNanos()))
                .toList();
        long served = found.stream()
                .filter(gap -> gap != IdleGaps.NONE && gap < 6_250_000_000L)
                .count();

        assertThat(instant.replay("keepalive:6250ms").runs().get(0).warmStarts())
                .isEqualTo(served);
    }
}
