package dev.agentperf.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.simulator.engine.Engine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shared processors, worked by hand. */
final class HostTest {
    private static final long SECOND = 1_000_000_000L;

    private final Engine engine = new Engine(0);
    private final List<Long> doneMillis = new ArrayList<>();

    @Test
    void asManyJobsAsProcessors_goOnAtFullSpeed() {
        Host host = new Host(engine, 2, 1);
        work(host, 3);
        work(host, 1);

        engine.runUntil(10 * SECOND);

        assertThat(doneMillis).containsExactly(1_000L, 3_000L);
    }

    @Test
    void moreJobsThanProcessors_shareThemEvenly() {
        // One processor. A (3 s) alone to 1 s; with B (1 s) at half speed: B is done at 3, A has 1 s left, and is done
        // at 4.
        Host host = new Host(engine, 1, 1);
        work(host, 3);
        engine.schedule(Duration.ofSeconds(1), () -> work(host, 1));

        engine.runUntil(10 * SECOND);

        assertThat(doneMillis).containsExactly(3_000L, 4_000L);
    }

    @Test
    void jobThatComesWhenAllIsDone_isAlone() {
        Host host = new Host(engine, 1, 1);
        work(host, 1);
        engine.schedule(Duration.ofSeconds(5), () -> work(host, 2));

        engine.runUntil(10 * SECOND);

        assertThat(doneMillis).containsExactly(1_000L, 7_000L);
    }

    private void work(Host host, long seconds) {
        host.work(seconds * SECOND, () -> doneMillis.add(Math.round(engine.read() / 1e6)));
    }
}
