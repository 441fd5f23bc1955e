package dev.agentperf.reports.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.reports.model.PoolFigure;
import dev.agentperf.reports.model.PoolLoad;
import dev.agentperf.reports.model.PoolLoads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PoolMeasurementTest {
    private static final PoolPlan PLAN = new PoolPlan(
            45,
            Duration.ofSeconds(20),
            100,
            Duration.ofSeconds(60),
            600,
            Duration.ofSeconds(20),
            Duration.ofMillis(100),
            16,
            40,
            2,
            5);

    private final VirtualGround virtual = new VirtualGround(Duration.ofSeconds(2));
    private final List<String> heard = new ArrayList<>();

    @Test
    void everyLoad_isAnnouncedAndMeasuredOnce() {
        PoolLoads loads = measure();

        assertThat(heard).hasSize(1 + Load.values().length);
        assertThat(loads.loads()).extracting(PoolLoad::name).containsExactlyElementsOf(heard);
        assertThat(loads.runtime()).isEqualTo("fake");
        assertThat(virtual.runtime.alive()).isEmpty();
    }

    @Test
    void loadsThatAreNotWanted_areLeftOut() {
        PoolLoads loads = new PoolMeasurement(virtual.ground(), heard::add).measure(PLAN, Set.of(Load.PAUSED));

        assertThat(loads.loads()).extracting(PoolLoad::name).containsExactly("Refill alone", Load.PAUSED.title());
        assertThat(heard).hasSize(2);
    }

    @Test
    void warmUp_lastsUntilAsManyClaimsAsItNeedsHaveCome() {
        assertThat(PLAN.warmUpAt(45)).isEqualTo(Duration.ofSeconds(20));
        assertThat(PLAN.warmUpAt(2)).isEqualTo(Duration.ofSeconds(50));
    }

    @Test
    void claims_areCountedUntilAsManyAsAShareNeedsHaveCome() {
        assertThat(PLAN.steadyAt(45)).isEqualTo(Duration.ofSeconds(60));
        assertThat(PLAN.steadyAt(3)).isEqualTo(Duration.ofSeconds(200));
    }

    @Test
    void refillRate_isThatOfEightAtOnceInTwoSeconds() {
        // 16 containers, 8 at once, 2 s each: 4 s.
        assertThat(figure(0, "containers made a second")).isEqualTo(4);
    }

    @Test
    void burst_onAFullStockTakesNoTime_andOnAnEmptyOneTwoRoundsOfThirtyTwoAtOnce() {
        List<PoolLoad> loads = measure().loads();

        assertThat(loads.get(4).warm()).isEqualTo(80);
        assertThat(measured(loads.get(4), "until the last first answer")).isZero();
        assertThat(loads.get(5).cold()).isEqualTo(80);
        // 40 claims, 32 containers at once: 2 s, held for 100 ms, then 2 s for the other eight.
        assertThat(measured(loads.get(5), "until the last first answer")).isEqualTo(4_100);
    }

    @Test
    void overload_hasTwiceTheRateOfTheRefill() {
        PoolLoad overload = measure().loads().get(3);

        // Twice 4 a second for 20 s: 160 claims, and four standard deviations of a Poisson count.
        assertThat(overload.claims()).isBetween(160L - 51, 160L + 51);
        assertThat(overload.late() + overload.failed()).isZero();
    }

    @Test
    void steadyLoad_onAnEngineWithoutEffort_meetsItsDemands() {
        PoolLoad reused = measure().loads().get(1);

        assertThat(reused.claims()).isBetween(2_700L - 208, 2_700L + 208);
        assertThat(measured(reused, "time to interactive, warm, p99")).isZero();
        assertThat(measured(reused, "warm rate")).isGreaterThan(0.985);
    }

    private double figure(int load, String name) {
        return measured(measure().loads().get(load), name);
    }

    private static double measured(PoolLoad load, String name) {
        return load.figures().stream()
                .filter(figure -> figure.name().equals(name))
                .mapToDouble(PoolFigure::measured)
                .findFirst()
                .orElseThrow();
    }

    private PoolLoads measure() {
        return new PoolMeasurement(virtual.ground(), heard::add).measure(PLAN, EnumSet.allOf(Load.class));
    }
}
