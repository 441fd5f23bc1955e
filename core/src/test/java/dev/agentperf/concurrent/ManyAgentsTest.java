package dev.agentperf.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.agentperf.AgentType;
import dev.agentperf.cache.CacheConfig;
import dev.agentperf.cache.PerformanceCache;
import dev.agentperf.checkpoint.CheckpointStore;
import dev.agentperf.checkpoint.Durability;
import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import dev.agentperf.time.Workers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    /**
     * A thousand agents wait for an answer that one of them loads, for a checkpoint, and for a place: if any of these
     * held on to the thread that carries it, no other agent could run.
     */
    @Test
    void block_inEveryPlaceOfTheLibrary_leavesTheCarriersFree(@TempDir Path directory) throws Exception {
        assumeTrue(Workers.areVirtual(), "needs virtual threads (JDK 21 or later)");
        int agents = 1_000;
        AgentExecutor executor =
                new AgentExecutor(ExecutorConfig.of(2 * agents, 0), Scheduler.system(), Ticker.system());
        PerformanceCache<String, String> cache =
                new PerformanceCache<>(CacheConfig.DEFAULT, Ticker.system(), Scheduler.system());
        CountDownLatch answer = new CountDownLatch(1);
        try (CheckpointStore store = CheckpointStore.open(directory, Durability.FAST);
                Recording recording = new Recording()) {
            recording.enable("jdk.VirtualThreadPinned").withThreshold(Duration.ofMillis(200));
            recording.start();
            List<Submission<String>> waiting = new ArrayList<>();
            for (int agent = 0; agent < agents; agent++) {
                String id = "agent " + agent % 50;
                waiting.add(executor.submit(AgentType.REACT, () -> {
                    store.save(id, ByteBuffer.wrap(new byte[4096]));
                    return cache.get("question", question -> awaited(answer));
                }));
            }

            Submission<String> other = executor.submit(AgentType.AUTONOMOUS, () -> "ran");
            assertThat(other.outcome().toCompletableFuture().get(30, TimeUnit.SECONDS))
                    .isEqualTo(new Outcome.Completed<>("ran"));
            answer.countDown();
            for (Submission<String> submission : waiting) {
                assertThat(submission.outcome().toCompletableFuture().get(30, TimeUnit.SECONDS))
                        .isEqualTo(new Outcome.Completed<>("answer"));
            }
            recording.stop();
            Path file = directory.resolve("pinned.jfr");
            recording.dump(file);
            assertThat(RecordingFile.readAllEvents(file)).isEmpty();
        }
    }

    private static String awaited(CountDownLatch answer) {
        try {
            answer.await();
            return "answer";
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
