package dev.agentperf.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agentperf.AgentType;
import dev.agentperf.testkit.ManualScheduler;
import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

        Submission<String> outcome = executor.submit(AgentType.REACT, () -> "done");
        scheduler.runDue();

        assertThat(outcome.outcome().toCompletableFuture()).isCompletedWithValue(new Outcome.Completed<>("done"));
        assertThat(executor.stats().completed()).isEqualTo(1);
        assertThat(executor.stats().running()).isZero();
    }

    @Test
    void submit_beyondTheLimit_waitsInOrder() {
        AgentExecutor executor = executor(1, 2);

        executor.submit(AgentType.REACT, () -> log.add("first"));
        executor.submit(AgentType.REACT, () -> log.add("second"));
        executor.submit(AgentType.REACT, () -> log.add("third"));

        assertThat(executor.stats().running()).isEqualTo(1);
        assertThat(executor.stats().waiting()).isEqualTo(2);
        scheduler.runDue();
        assertThat(log).containsExactly("first", "second", "third");
    }

    @Test
    void submit_beyondTheQueue_isRejectedAtOnce() {
        AgentExecutor executor = executor(1, 1);
        executor.submit(AgentType.REACT, () -> 1);
        executor.submit(AgentType.REACT, () -> 2);

        Submission<Integer> rejected = executor.submit(AgentType.REACT, () -> 3);

        assertThat(rejected.outcome().toCompletableFuture()).isCompletedWithValue(new Outcome.Rejected<>(1, 1));
        assertThat(executor.stats().rejected()).isEqualTo(1);
    }

    @Test
    void submit_throwingTask_failsAndFreesItsPlace() {
        AgentExecutor executor = executor(1, 1);
        IllegalStateException broken = new IllegalStateException("broken");

        Submission<Object> failed = executor.submit(AgentType.REACT, () -> {
            throw broken;
        });
        Submission<Integer> next = executor.submit(AgentType.REACT, () -> 2);
        scheduler.runDue();

        assertThat(failed.outcome().toCompletableFuture()).isCompletedWithValue(new Outcome.Failed<>(broken));
        assertThat(next.outcome().toCompletableFuture()).isCompletedWithValue(new Outcome.Completed<>(2));
    }

    @Test
    void deadline_whileWaiting_isLateWithoutStarting() {
        AgentExecutor executor = executor(1, 1);
        executor.submit(AgentType.REACT, MINUTE, () -> {
            scheduler.advance(Duration.ofSeconds(10));
            return 1;
        });

        Submission<Boolean> late = executor.submit(AgentType.REACT, Duration.ofSeconds(5), () -> log.add("never"));
        scheduler.runDue();

        assertThat(late.outcome().toCompletableFuture())
                .isCompletedWithValue(new Outcome.Late<>(Duration.ofSeconds(5), false));
        assertThat(log).isEmpty();
        assertThat(executor.stats().waiting()).isZero();
        assertThat(executor.stats().running()).isZero();
    }

    @Test
    void deadline_whileRunning_isLateAndInterrupts() {
        AgentExecutor executor = executor(1, 0);
        AtomicBoolean interrupted = new AtomicBoolean();

        Submission<Integer> late = executor.submit(AgentType.REACT, Duration.ofSeconds(5), () -> {
            scheduler.advance(Duration.ofSeconds(6));
            interrupted.set(Thread.currentThread().isInterrupted());
            return 1;
        });
        scheduler.runDue();

        assertThat(late.outcome().toCompletableFuture())
                .isCompletedWithValue(new Outcome.Late<>(Duration.ofSeconds(5), true));
        assertThat(interrupted).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(executor.stats().running()).isZero();
    }

    @Test
    void deadline_afterTheEnd_hasNoTimerLeft() {
        AgentExecutor executor = executor(1, 0);

        executor.submit(AgentType.REACT, () -> 1);
        scheduler.runDue();

        assertThat(scheduler.pending()).isZero();
    }

    @Test
    void stats_waitAndRunTime_areMeasured() {
        AgentExecutor executor = executor(1, 1);
        executor.submit(AgentType.REACT, () -> {
            scheduler.advance(Duration.ofMillis(30));
            return 1;
        });
        executor.submit(AgentType.REACT, () -> 2);

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
        AgentExecutor executor = new AgentExecutor(ExecutorConfig.of(1, 0), refusing, scheduler.ticker());

        Submission<Integer> failed = executor.submit(AgentType.REACT, () -> 1);

        assertThat(failed.outcome().toCompletableFuture().join()).isInstanceOf(Outcome.Failed.class);
        assertThat(executor.stats().running()).isZero();
    }

    @Test
    void deadline_zero_isRefused() {
        assertThatThrownBy(() -> executor(1, 0).submit(AgentType.REACT, Duration.ZERO, () -> 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("deadline must be more than zero, was PT0S");
    }

    /** Real threads: of 200 agents that all wait for the same event, the limit of 50 run and the rest waits. */
    @Test
    void submit_blockingTasksOnRealThreads_neverExceedTheLimit() throws InterruptedException {
        AgentExecutor executor = new AgentExecutor(ExecutorConfig.of(50, 150), Scheduler.system(), Ticker.system());
        CountDownLatch started = new CountDownLatch(50);
        CountDownLatch event = new CountDownLatch(1);
        List<Submission<Boolean>> outcomes = new ArrayList<>();

        for (int agent = 0; agent < 200; agent++) {
            outcomes.add(executor.submit(AgentType.REACT, () -> {
                started.countDown();
                return event.await(30, TimeUnit.SECONDS);
            }));
        }

        assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(executor.stats().running()).isEqualTo(50);
        assertThat(executor.stats().waiting()).isEqualTo(150);
        event.countDown();
        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(
                                outcome.outcome().toCompletableFuture().join())
                        .isEqualTo(new Outcome.Completed<>(true)));
    }

    @Test
    void cancel_whileWaiting_neverStarts() {
        AgentExecutor executor = executor(1, 1);
        executor.submit(AgentType.REACT, () -> 1);
        Submission<Boolean> waiting = executor.submit(AgentType.REACT, () -> log.add("never"));

        waiting.cancel();
        scheduler.runDue();

        assertThat(waiting.outcome()).isCompletedWithValue(new Outcome.Cancelled<>(false));
        assertThat(log).isEmpty();
        assertThat(executor.stats().cancelled()).isEqualTo(1);
        assertThat(scheduler.pending()).isZero();
    }

    @Test
    void cancel_whileRunning_interrupts() {
        AgentExecutor executor = executor(1, 0);
        List<Submission<Boolean>> self = new ArrayList<>();
        self.add(executor.submit(AgentType.REACT, () -> {
            self.get(0).cancel();
            return log.add("interrupted " + Thread.currentThread().isInterrupted());
        }));

        scheduler.runDue();

        assertThat(self.get(0).outcome()).isCompletedWithValue(new Outcome.Cancelled<>(true));
        assertThat(log).containsExactly("interrupted true");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void cancel_afterTheEnd_changesNothing() {
        AgentExecutor executor = executor(1, 0);
        Submission<Integer> done = executor.submit(AgentType.REACT, () -> 1);
        scheduler.runDue();

        done.cancel();

        assertThat(done.outcome()).isCompletedWithValue(new Outcome.Completed<>(1));
        assertThat(executor.stats().cancelled()).isZero();
    }

    /** Two places, of which a type may hold one while others wait: the third in line goes before the second. */
    @Test
    void typeShare_typeWithItsShare_letsOthersGoFirst() {
        AgentExecutor executor =
                new AgentExecutor(ExecutorConfig.of(2, 10).withTypeShare(0.5), scheduler, scheduler.ticker());
        executor.submit(AgentType.REACT, () -> log.add("react 1"));
        executor.submit(AgentType.REACT, () -> log.add("react 2"));
        executor.submit(AgentType.REACT, () -> log.add("react 3"));
        executor.submit(AgentType.AUTONOMOUS, () -> log.add("autonomous 1"));

        scheduler.runDue();

        assertThat(log).containsExactly("react 1", "react 2", "autonomous 1", "react 3");
    }

    @Test
    void typeShare_nobodyElseWaits_placesAreNotLeftEmpty() {
        AgentExecutor executor =
                new AgentExecutor(ExecutorConfig.of(2, 10).withTypeShare(0.5), scheduler, scheduler.ticker());

        for (int task = 0; task < 4; task++) {
            executor.submit(AgentType.REACT, () -> 1);
        }

        assertThat(executor.stats().running()).isEqualTo(2);
    }

    @Test
    void typeShare_zero_isRefused() {
        assertThatThrownBy(() -> ExecutorConfig.of(1, 0).withTypeShare(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("typeShare must be more than 0 and at most 1, was 0.0");
    }

    private AgentExecutor executor(int limit, int queueCapacity) {
        return new AgentExecutor(ExecutorConfig.of(limit, queueCapacity), scheduler, scheduler.ticker());
    }
}
