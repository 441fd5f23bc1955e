package dev.agentperf.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.agentperf.AgentType;
import dev.agentperf.predict.Estimate;
import dev.agentperf.predict.Resource;
import dev.agentperf.predict.ResourceUsage;
import dev.agentperf.predict.RunKey;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.testkit.FakeRuntime;
import dev.agentperf.testkit.ManualScheduler;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * What is learned of a container of 256 MiB, 268.4 MB, by the mean of all runs times 1.2. A killed run presumably
 * needed 100 MiB more than its limit.
 */
final class ContainerRunsTest {
    private static final RunKey TYPE = RunKey.of(AgentType.REACT);
    private static final RunKey MODEL = new RunKey(AgentType.REACT, "large", "");
    private static final double KILLED_MB = ((256L << 20) + (100L << 20)) / 1e6;

    private final FakeRuntime runtime = new FakeRuntime(new ManualScheduler(), Duration.ZERO);
    private final Learning learning = new Learning("mean-buffer");
    private final ContainerRuns runs = new ContainerRuns(runtime, learning);
    private final Container container = new Container("c", ContainerSpec.of(AgentType.REACT, "fake"));

    private void assertLearned(int count, double meanMb) {
        Estimate memory = learning.predict(TYPE).memory();
        assertThat(memory.samples()).isEqualTo(count);
        assertThat(memory.limit()).isCloseTo(1.2 * meanMb, within(1e-9));
    }

    private void assertNothingLearned() {
        assertThat(learning.predict(TYPE).memory().samples()).isZero();
    }

    @Test
    void killBeforeTheEnd_isLearnedWithTheRun_underItsKey_insteadOfWhatItReached() {
        runtime.outOfMemory(container);
        assertNothingLearned();

        runs.finish(container, MODEL, new ResourceUsage(1, 268, 10));

        assertLearned(1, KILLED_MB);
        for (int run = 1; run < 10; run++) {
            runtime.outOfMemory(container);
            runs.finish(container, MODEL, ResourceUsage.UNKNOWN);
        }
        assertThat(learning.predict(MODEL).memory().samples()).isEqualTo(10);
        assertThat(learning.predict(TYPE).duration().isKnown()).isFalse();
    }

    @Test
    void killOfARunThatNobodyFinished_isLearnedWhenTheContainerIsRetired_once() {
        runtime.outOfMemory(container);
        runs.retiring(container);
        assertLearned(1, KILLED_MB);
    }

    @Test
    void killThatIsToldAfterTheEnd_isLearnedAtOnce() {
        runs.finish(container, TYPE, ResourceUsage.UNKNOWN);
        runs.retiring(container);

        runtime.outOfMemory(container);

        assertLearned(1, KILLED_MB);
    }

    @Test
    void killsInOneRun_areOne() {
        runtime.outOfMemory(container);
        runtime.outOfMemory(container);

        runs.finish(container, TYPE, ResourceUsage.UNKNOWN);
        runs.finish(container, TYPE, ResourceUsage.UNKNOWN);
        runs.retiring(container);

        assertLearned(1, KILLED_MB);
    }

    @Test
    void killsThatAreToldAfterTheEnd_areOne() {
        runs.retiring(container);

        runtime.outOfMemory(container);
        runtime.outOfMemory(container);

        assertLearned(1, KILLED_MB);
    }

    @Test
    void killThatIsToldLongAfterTheEnd_isForgotten() {
        runs.retiring(container);
        for (int i = 0; i < 1_000; i++) {
            runs.retiring(new Container("later" + i, container.spec()));
        }

        runtime.outOfMemory(container);

        assertNothingLearned();
    }

    @Test
    void killThatTheUserTellsToo_isLearnedOnce() {
        runtime.outOfMemory(container);
        runs.finishKilled(container, TYPE, new ResourceUsage(1, 300, 10), Resource.MEMORY);
        runs.retiring(container);

        assertLearned(1, 300 + 104.8576);
    }

    @Test
    void containerOfAnotherPool_isNotLearnedFrom() {
        runtime.outOfMemory(new Container("other", container.spec()));
        runs.retiring(container);

        assertNothingLearned();
    }

    @Test
    void memoryThatTheUserDoesNotKnow_isTheContainersPeak() {
        runtime.peakMemoryBytes(150_000_000);

        runs.finish(container, TYPE, new ResourceUsage(1, Double.NaN, 10));

        assertLearned(1, 150);
        assertThat(learning.predict(TYPE).cpu().limit()).isCloseTo(1.2, within(1e-9));
    }

    @Test
    void memoryThatTheUserKnows_countsMoreThanThePeak() {
        runtime.peakMemoryBytes(150_000_000);

        runs.finish(container, TYPE, new ResourceUsage(1, 100, 10));

        assertLearned(1, 100);
    }

    @Test
    void peakThatDidNotRise_isOfAnEarlierRun() {
        runtime.peakMemoryBytes(150_000_000);
        runs.finish(container, TYPE, ResourceUsage.UNKNOWN);

        runs.finish(container, TYPE, ResourceUsage.UNKNOWN);
        assertLearned(1, 150);

        runtime.peakMemoryBytes(250_000_000);
        runs.finish(container, TYPE, ResourceUsage.UNKNOWN);
        assertLearned(2, 200);
    }

    /** File cache fills what there is. */
    @Test
    void peakAtTheLimit_withoutAKill_saysNothing() {
        runtime.peakMemoryBytes(256L << 20);

        runs.finish(container, TYPE, ResourceUsage.UNKNOWN);

        assertNothingLearned();
    }

    /** Where limits are not enforced. */
    @Test
    void peakAboveTheLimit_isLearned() {
        runtime.peakMemoryBytes(400_000_000);

        runs.finish(container, TYPE, ResourceUsage.UNKNOWN);

        assertLearned(1, 400);
    }
}
