package dev.agentperf.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agentperf.testkit.ManualTicker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MemoryGovernorTest {
    private final ManualTicker ticker = new ManualTicker();
    private final List<String> log = new ArrayList<>();
    private MemoryReading reading = heapUsed(10);
    private boolean idle = true;

    @Test
    void check_thresholds_areReachedFromBelow() {
        MemoryGovernor governor = governor(GovernorConfig.DEFAULT);

        assertThat(pressureAt(governor, 74)).isEqualTo(MemoryPressure.NORMAL);
        assertThat(pressureAt(governor, 75)).isEqualTo(MemoryPressure.ELEVATED);
        assertThat(pressureAt(governor, 89)).isEqualTo(MemoryPressure.ELEVATED);
        assertThat(pressureAt(governor, 90)).isEqualTo(MemoryPressure.CRITICAL);
    }

    @Test
    void check_levelsEnd_onlyFivePointsBelow() {
        MemoryGovernor governor = governor(GovernorConfig.DEFAULT);
        pressureAt(governor, 95);

        assertThat(pressureAt(governor, 86)).isEqualTo(MemoryPressure.CRITICAL);
        assertThat(pressureAt(governor, 84)).isEqualTo(MemoryPressure.ELEVATED);
        assertThat(pressureAt(governor, 71)).isEqualTo(MemoryPressure.ELEVATED);
        assertThat(pressureAt(governor, 69)).isEqualTo(MemoryPressure.NORMAL);
    }

    @Test
    void check_scarcePhysicalMemory_isPressureTooWhereTheHeapIsEmpty() {
        MemoryGovernor governor = governor(GovernorConfig.DEFAULT);
        reading = new MemoryReading(80, 100, 1, 10, 100);

        assertThat(governor.check()).isEqualTo(MemoryPressure.ELEVATED);
    }

    @Test
    void check_elevated_runsOnlyItsTrimmersInOrder() {
        MemoryGovernor governor = governorWithTrimmers();

        pressureAt(governor, 80);

        assertThat(log).containsExactly("expired results ELEVATED", "expired tools ELEVATED");
    }

    @Test
    void check_critical_runsAllAndCountsWhatTheyRelease() {
        MemoryGovernor governor = governorWithTrimmers();

        pressureAt(governor, 95);
        pressureAt(governor, 95);

        assertThat(governor.stats().trimmers())
                .containsExactly(
                        new GovernorStats.Trimmed("expired results", 2, 2),
                        new GovernorStats.Trimmed("expired tools", 2, 2),
                        new GovernorStats.Trimmed("caches", 2, 2),
                        new GovernorStats.Trimmed("containers", 2, 2),
                        new GovernorStats.Trimmed("checkpoints", 2, 2));
    }

    @Test
    void check_failingTrimmer_doesNotStopTheOthers() {
        MemoryGovernor governor = governor(GovernorConfig.DEFAULT);
        governor.register("broken", TrimStage.EXPIRED, pressure -> {
            throw new IllegalStateException("broken");
        });
        governor.register("sound", TrimStage.EXPIRED, pressure -> logged("sound", pressure));

        assertThatThrownBy(() -> pressureAt(governor, 80))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken");

        assertThat(log).containsExactly("sound ELEVATED");
        assertThat(governor.stats().pressure()).isEqualTo(MemoryPressure.ELEVATED);
    }

    @Test
    void check_normal_trimsNothing() {
        MemoryGovernor governor = governorWithTrimmers();

        pressureAt(governor, 10);

        assertThat(log).isEmpty();
    }

    @Test
    void check_defaultConfig_neverCollects() {
        MemoryGovernor governor = governor(GovernorConfig.DEFAULT);

        pressureAt(governor, 10);

        assertThat(log).isEmpty();
        assertThat(governor.stats().collections()).isZero();
    }

    @Test
    void check_whenWorthIt_collectsAtMostOnceAnInterval() {
        MemoryGovernor governor = collecting();

        governor.check();
        governor.check();
        ticker.advance(Duration.ofSeconds(60));
        governor.check();

        assertThat(log).containsExactly("gc", "gc");
    }

    @Test
    void check_busyProcess_isNotStopped() {
        idle = false;

        collecting().check();

        assertThat(log).isEmpty();
    }

    @Test
    void check_halfOfTheCommittedHeapLive_isNotWorthIt() {
        reading = new MemoryReading(0, 0, 50, 100, 1_000);

        collecting().check();

        assertThat(log).isEmpty();
    }

    @Test
    void collect_onCommand_alwaysCollects() {
        MemoryGovernor governor = governor(GovernorConfig.DEFAULT);

        governor.collect();
        governor.collect();

        assertThat(log).containsExactly("gc", "gc");
        assertThat(governor.stats().collections()).isEqualTo(2);
    }

    /** Whatever the order in which they were registered. */
    @Test
    void check_critical_goesStageByStage() {
        MemoryGovernor governor = governorWithTrimmers();

        pressureAt(governor, 95);

        assertThat(log)
                .containsExactly(
                        "expired results CRITICAL",
                        "expired tools CRITICAL",
                        "caches CRITICAL",
                        "containers CRITICAL",
                        "checkpoints CRITICAL");
    }

    private MemoryGovernor governor(GovernorConfig config) {
        return new MemoryGovernor(config, () -> reading, ticker, () -> idle, () -> log.add("gc"));
    }

    private MemoryGovernor collecting() {
        return governor(GovernorConfig.DEFAULT.withCollection(GovernorConfig.Collection.WHEN_WORTH_IT));
    }

    private MemoryGovernor governorWithTrimmers() {
        MemoryGovernor governor = governor(GovernorConfig.DEFAULT);
        governor.register("checkpoints", TrimStage.CHECKPOINTS, pressure -> logged("checkpoints", pressure));
        governor.register("caches", TrimStage.CACHES, pressure -> logged("caches", pressure));
        governor.register("expired results", TrimStage.EXPIRED, pressure -> logged("expired results", pressure));
        governor.register("containers", TrimStage.CONTAINERS, pressure -> logged("containers", pressure));
        governor.register("expired tools", TrimStage.EXPIRED, pressure -> logged("expired tools", pressure));
        return governor;
    }

    private long logged(String name, MemoryPressure pressure) {
        log.add(name + " " + pressure);
        return 1;
    }

    private MemoryPressure pressureAt(MemoryGovernor governor, long usedPercent) {
        reading = heapUsed(usedPercent);
        return governor.check();
    }

    private static MemoryReading heapUsed(long percent) {
        return new MemoryReading(0, 0, percent, 100, 100);
    }
}
