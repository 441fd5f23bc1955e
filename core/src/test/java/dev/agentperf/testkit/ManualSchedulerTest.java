package dev.agentperf.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ManualSchedulerTest {
    private final ManualScheduler scheduler = new ManualScheduler();
    private final List<String> log = new ArrayList<>();

    @Test
    void execute_beforeRunDue_doesNotRun() {
        scheduler.execute(() -> log.add("task"));

        assertThat(log).isEmpty();
        scheduler.runDue();
        assertThat(log).containsExactly("task");
    }

    @Test
    void advance_overTwoTimers_runsEachAtItsOwnTime() {
        scheduler.schedule(Duration.ofNanos(20), () -> log.add("second at " + now()));
        scheduler.schedule(Duration.ofNanos(10), () -> log.add("first at " + now()));

        scheduler.advance(Duration.ofNanos(30));

        assertThat(log).containsExactly("first at 10", "second at 20");
        assertThat(now()).isEqualTo(30);
    }

    @Test
    void advance_taskSchedulesAnother_runsItIfItIsDueOnTheWay() {
        scheduler.schedule(
                Duration.ofNanos(10),
                () -> scheduler.schedule(Duration.ofNanos(5), () -> log.add("nested at " + now())));

        scheduler.advance(Duration.ofNanos(15));

        assertThat(log).containsExactly("nested at 15");
    }

    @Test
    void cancel_beforeItsTime_preventsTheTask() {
        var timer = scheduler.schedule(Duration.ofNanos(10), () -> log.add("never"));

        timer.cancel();
        scheduler.advance(Duration.ofNanos(20));

        assertThat(log).isEmpty();
        assertThat(scheduler.pending()).isZero();
    }

    private long now() {
        return scheduler.ticker().read();
    }
}
