package dev.agentperf.reports.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.time.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class ArrivalTimerTest {
    private final ArrivalTimer timer = new ArrivalTimer();

    @Test
    void tasks_runInTheOrderInWhichTheyAreDue_onOneThread() {
        List<String> ran = new ArrayList<>();
        CompletableFuture<Void> last = new CompletableFuture<>();

        timer.schedule(Duration.ofMillis(40), () -> {
            ran.add("second " + Thread.currentThread().getName());
            last.complete(null);
        });
        timer.schedule(
                Duration.ofMillis(-1),
                () -> ran.add("first " + Thread.currentThread().getName()));

        last.join();
        assertThat(ran).hasSize(2);
        assertThat(ran.get(0)).startsWith("first agentperf-arrivals-1");
        assertThat(ran.get(1)).startsWith("second agentperf-arrivals-1");
    }

    @Test
    void taskThatIsCancelled_doesNotRun_andOneThatThrows_stopsNoOther() {
        CompletableFuture<Void> last = new CompletableFuture<>();
        List<String> ran = new ArrayList<>();

        Scheduler.Scheduled cancelled = timer.schedule(Duration.ofMillis(20), () -> ran.add("cancelled"));
        cancelled.cancel();
        timer.schedule(Duration.ofMillis(20), () -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, bug) -> ran.add(bug.getMessage()));
            throw new IllegalStateException("told");
        });
        timer.schedule(Duration.ofMillis(40), () -> last.complete(null));

        last.join();
        assertThat(ran).containsExactly("told");
    }
}
