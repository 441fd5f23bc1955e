package dev.agentperf.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.agentperf.AgentType;
import dev.agentperf.pool.Reuse;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.simulator.result.Timeline;
import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.SessionStream;
import dev.agentperf.simulator.trace.TraceScan;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TimelineRecorderTest {
    private static final long SECOND = 1_000_000_000L;

    /*
     * One container stands ready; a cold start takes 2 s. Claims at 10 (warm), 11 (its replacement is due at 12, and
     * goes to the claim at 12 or to this one: cold), 12, 20. The trace lasts 15 s: 600 spans of 25 ms.
     */
    @Test
    void recording_addsUpToTheResult() {
        Replays.Recording recording = record(at(10, 1), at(11, 1), at(12, 1), at(20, 5));

        Timeline timeline = recording.timelines().timelines().get(0);
        assertThat(timeline.spans()).isEqualTo(600);
        assertThat(timeline.spanSeconds()).isEqualTo(0.025);
        assertThat(sum(timeline.claims())).isEqualTo(4);
        assertThat(sum(timeline.coldStarts()))
                .isEqualTo(recording.result().runs().get(0).coldStarts());
        assertThat(timeline.meanStock().stream()
                        .mapToDouble(mean -> mean * 0.025)
                        .sum())
                .isCloseTo(recording.result().runs().get(0).idleSeconds(), offset(0.01));
        assertThat(timeline.mostDemand()).contains(2).allMatch(most -> most <= 2);
        // Nothing happens between 16 and 20: one container stands ready, nobody wants it.
        int quiet = (int) ((17 - 10) / 0.025);
        assertThat(timeline.leastStock().get(quiet)).isEqualTo(1);
        assertThat(timeline.mostDemand().get(quiet)).isZero();
    }

    @Test
    void recording_changesNoFigure() {
        Session[] sessions = {at(10, 1), at(11, 1), at(12, 1), at(20, 5)};
        Replays.Recording recording = record(sessions);

        assertThat(replays().run(() -> SessionStream.of(List.of(sessions))).runs())
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*wallSeconds")
                .isEqualTo(recording.result().runs());
    }

    @Test
    void traceWithoutLength_hasNoSpans() {
        assertThat(record(at(10, 0)).timelines().timelines().get(0).spans()).isZero();
    }

    private static Replays.Recording record(Session... sessions) {
        return replays()
                .record(() -> SessionStream.of(List.of(sessions)), TraceScan.of(SessionStream.of(List.of(sessions))));
    }

    private static Replays replays() {
        ReplayConfig config = new ReplayConfig(
                List.of(PoolPolicy.parse("fixed:1")), Duration.ofSeconds(2), Duration.ZERO, Reuse.SINGLE_USE, 1);
        return new Replays(config, arrived -> {});
    }

    private static long sum(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    private static Session at(long startSeconds, long seconds) {
        return new Session(
                "s", AgentType.REACT, startSeconds * SECOND, (startSeconds + seconds) * SECOND, List.of(), null);
    }
}
