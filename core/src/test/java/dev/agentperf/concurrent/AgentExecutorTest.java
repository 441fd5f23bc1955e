package dev.agentperf.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agentperf.testkit.ManualScheduler;
import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class AgentExecutorTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ManualScheduler scheduler = new ManualScheduler();
    private final List<String> log = new ArrayList<>();

    @Test
    void submit_withinTheLimit_runsAndCompletes() {
        AgentExecutor executor = executor(1, 0);

        CompletionStage<Outcome<String>> outcome = executor.submit(() -> "done");
        scheduler.runDue();

        assertThat(outcome.toCompletableFuture()).isCompletedWithValue(new Outcome.Completed<>("done"));
        assertThat(executor.stats().completed()).isEqualTo(1);
        assertThat(executor.stats().running()).isZero();
    }

    @Test
    void submit_beyondTheLimit_waitsInOrder() {
        AgentExecutor executor = executor(1, 2);

        executor.submit(() -> log.add("first"));
        executor.submit(() -> log.add("second"));
        executor.submit(() -> log.add("third"));

        assertThat(executor.stats().running()).isEqualTo(1);
        assertThat(executor.stats().waiting()).isEqualTo(2);
        scheduler.runDue();
        assertThat(log).containsExactly("first", "second", "third");
    }

    @Test
    void submit_beyondTheQueue_isRejectedAtOnce() {
        AgentExecutor executor = executor(1, 1);
        executor.submit(() -> 1);
        executor.submit(() -> 2);

        CompletionStage<Outcome<Integer>> rejected = executor.submit(() -> 3);

        assertThat(rejected.toCompletableFuture()).isCompletedWithValue(new Outcome.Rejected<>(1, 1));
        assertThat(executor.stats().rejected()).isEqualTo(1);
    }

    @Test
    void submit_throwingTask_failsAndFreesItsPlace() {
        AgentExecutor executor = executor(1, 1);
        IllegalStateException broken = new IllegalStateException("broken");

        CompletionStage<Outcome<Object>> failed = executor.submit(() -> {
            throw broken;
        });
        CompletionStage<Outcome<Integer>> next = executor.submit(() -> 2);
        scheduler.runDue();

        assertThat(failed.toCompletableFuture()).isCompletedWithValue(new Outcome.Failed<>(broken));
        assertThat(next.toCompletableFuture()).isCompletedWithValue(new Outcome.Completed<>(2));
    }

    @Test
    void deadline_whileWaiting_isLateWithoutStarting() {
        AgentExecutor executor = executor(1, 1);
        executor.submit(MINUTE, () -> {
            scheduler.advance(Duration.ofSeconds(10));
            return 1;
        });

        CompletionStage<Outcome<Boolean>> late = executor.submit(Duration.ofSeconds(5), () -> log.add("never"));
        scheduler.runDue();

        assertThat(late.toCompletableFuture()).isCompletedWithValue(new Outcome.Late<>(Duration.ofSeconds(5), false));
        assertThat(log).isEmpty();
        assertThat(executor.stats().waiting()).isZero();
        assertThat(executor.stats().running()).isZero();
    }

    @Test
    void deadline_whileRunning_isLateAndInterrupts() {
        AgentExecutor executor = executor(1, 0);
        AtomicBoolean interrupted = new AtomicBoolean();

        CompletionStage<Outcome<Integer>> late = executor.submit(Duration.ofSeconds(5), () -> {
            scheduler.advance(Duration.ofSeconds(6));
            interrupted.set(Thread.currentThread().isInterrupted());
            return 1;
        });
        scheduler.runDue();

        assertThat(late.toCompletableFuture()).isCompletedWithValue(new Outcome.Late<>(Duration.ofSeconds(5), true));
        assertThat(interrupted).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(executor.stats().running()).isZero();
    }

    @Test
    void deadline_afterTheEnd_hasNoTimerLeft() {
        AgentExecutor executor = executor(1, 0);

        executor.submit(() -> 1);
        scheduler.runDue();

        assertThat(scheduler.pending()).isZero();
    }

    @Test
    void stats_waitAndRunTime_areMeasured() {
        AgentExecutor executor = executor(1, 1);
        executor.submit(() -> {
            scheduler.advance(Duration.ofMillis(30));
            return 1;
        });
        executor.submit(() -> 2);

        scheduler.runDue();

        assertThat(executor.stats().waited().maxNanos()).isEqualTo(30_000_000);
        assertThat(executor.stats().ran().maxNanos()).isEqualTo(30_000_000);
    }

    @Test
    void submit_refusingScheduler_failsAndFreesThePlace() {
        Scheduler refusing = new Scheduler() {
            @Override
            public Scheduled schedule(Duration delay, Runnable task) {
                return () -> {};
            }

            @Override
            public void execute(Runnable task) {
                throw new IllegalStateException("no threads");
            }
        };
        AgentExecutor executor = new AgentExecutor(new ExecutorConfig(1, 0, MINUTE), refusing, scheduler.ticker());

        CompletionStage<Outcome<Integer>> failed = executor.submit(() -> 1);

        assertThat(failed.toCompletableFuture().join()).isInstanceOf(Outcome.Failed.class);
        assertThat(executor.stats().running()).isZero();
    }

    @Test
    void deadline_zero_isRefused() {
        assertThatThrownBy(() -> executor(1, 0).submit(Duration.ZERO, () -> 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("deadline must be more than zero, was PT0S");
    }

    /** Real threads: of 200 agents that all wait for the same event, the limit of 50 run and the rest waits. */
    @Test
    void submit_blockingTasksOnRealThreads_neverExceedTheLimit() throws InterruptedException {
        AgentExecutor executor =
                new AgentExecutor(new ExecutorConfig(50, 150, MINUTE), Scheduler.system(), Ticker.system());
        CountDownLatch started = new CountDownLatch(50);
        CountDownLatch event = new CountDownLatch(1);
        List<CompletionStage<Outcome<Boolean>>> outcomes = new ArrayList<>();

        for (int agent = 0; agent < 200; agent++) {
            outcomes.add(executor.submit(() -> {
                started.countDown();
                return event.await(30, TimeUnit.SECONDS);
            }));
        }

        assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(executor.stats().running()).isEqualTo(50);
        assertThat(executor.stats().waiting()).isEqualTo(150);
        event.countDown();
        assertThat(outcomes)
                .allSatisfy(outcome ->
                        assertThat(outcome.toCompletableFuture().join()).isEqualTo(new Outcome.Completed<>(true)));
    }

    private AgentExecutor executor(int limit, int queueCapacity) {
        return new AgentExecutor(new ExecutorConfig(limit, queueCapacity, MINUTE), scheduler, scheduler.ticker());
    }
}
