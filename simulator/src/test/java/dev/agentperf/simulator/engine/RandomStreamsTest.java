package dev.agentperf.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class RandomStreamsTest {

    @Test
    void stream_sameSeedAndName_isTheSame() {
        assertThat(numbers(new RandomStreams(1).stream("a"))).isEqualTo(numbers(new RandomStreams(1).stream("a")));
    }

    @Test
    void stream_otherSeedOrName_isAnother() {
        long[] numbers = numbers(new RandomStreams(1).stream("ab"));

        assertThat(numbers(new RandomStreams(2).stream("ab"))).isNotEqualTo(numbers);
        assertThat(numbers(new RandomStreams(1).stream("ba"))).isNotEqualTo(numbers);
        assertThat(numbers(new RandomStreams(1).stream("abb"))).isNotEqualTo(numbers);
        assertThat(numbers(new RandomStreams(1).stream(""))).isNotEqualTo(numbers);
    }

    @Test
    void stream_anyJdk_givesThePinnedNumbers() {
        RandomGenerator random = new RandomStreams(42).stream("arrivals");

        assertThat(new long[] {random.nextLong(), random.nextLong()})
                .containsExactly(-5167924639984736776L, -5299425671446404704L);
    }

    @Test
    void stream_neighbouringSeeds_areUncorrelated() {
        int agreeing = 0;
        for (int seed = 0; seed < 64; seed++) {
            long difference = new RandomStreams(seed).stream("x").nextLong()
                    ^ new RandomStreams(seed + 1).stream("x").nextLong();
            agreeing += 64 - Long.bitCount(difference);
        }

        // 4,096 fair coins: mean 2,048, standard deviation 32.
        assertThat(agreeing).isBetween(2_048 - 160, 2_048 + 160);
    }

    private static long[] numbers(RandomGenerator random) {
        return random.longs(8).toArray();
    }
}
