package dev.agentperf.simulator.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A thousand random lives of the pool with faults. A seed that fails is replayed with {@code mvn -pl simulator -am test
 * -Dtest=PoolTrialTest -Dagentperf.seed=SEED -Dsurefire.failIfNoSpecifiedTests=false}; {@code -Dagentperf.seeds=N} runs
 * more.
 */
final class PoolTrialTest {
    private static final long SEEDS = Long.getLong("agentperf.seeds", 1_000);

    @Test
    void pool_keepsItsRules_underEverySeed() {
        Long single = Long.getLong("agentperf.seed");
        LongStream seeds = single == null ? LongStream.range(0, SEEDS) : LongStream.of(single);
        seeds.forEach(PoolTrialTest::requireSound);
    }

    private static void requireSound(long seed) {
        try {
            new PoolTrial(seed, Mutation.NONE).run();
        } catch (Violation | RuntimeException broken) {
            fail(
                    "seed " + seed + ": " + broken.getMessage() + "; replay it with mvn -pl simulator -am test"
                            + " -Dtest=PoolTrialTest -Dagentperf.seed=" + seed
                            + " -Dsurefire.failIfNoSpecifiedTests=false",
                    broken);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Mutation.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void brokenPool_isCaughtWithinAThousandSeeds(Mutation mutation) {
        OptionalLong caught = LongStream.range(0, 1_000)
                .filter(seed -> isCaught(seed, mutation))
                .findFirst();

        assertThat(caught).isPresent();
    }

    private static boolean isCaught(long seed, Mutation mutation) {
        try {
            new PoolTrial(seed, mutation).run();
            return false;
        } catch (Violation broken) {
            return true;
        }
    }
}
