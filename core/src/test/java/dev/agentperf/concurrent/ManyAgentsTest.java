package dev.agentperf.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.agentperf.AgentType;
import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import dev.agentperf.time.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ManyAgentsTest {

    /**
     * Each of them waits, as for a model's answer; with a platform thread each, the machine would be full long before.
     */
    @Test
    void submit_tenThousandWaitingAgents_allRunAtOnce() throws InterruptedException {
        assumeTrue(Workers.areVirtual(), "needs virtual threads (JDK 21 or later)");
        int agents = 10_000;
        AgentExecutor executor = new AgentExecutor(ExecutorConfig.of(agents, 0), Scheduler.system(), Ticker.system());
        CountDownLatch waiting = new CountDownLatch(agents);
        CountDownLatch answer = new CountDownLatch(1);
        List<Submission<Boolean>> submissions = new ArrayList<>();

        for (int agent = 0; agent < agents; agent++) {
            submissions.add(executor.submit(AgentType.REACT, () -> {
                waiting.countDown();
                return answer.await(60, TimeUnit.SECONDS);
            }));
        }

        assertThat(waiting.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(executor.stats().running()).isEqualTo(agents);
        answer.countDown();
        assertThat(submissions)
                .allSatisfy(submission -> assertThat(
                                submission.outcome().toCompletableFuture().join())
                        .isEqualTo(new Outcome.Completed<>(true)));
    }
}
