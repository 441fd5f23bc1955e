package dev.agentperf.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.pool.OwnedCounter.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

final class OwnedCounterTest {
    private final OwnedCounter counter = new OwnedCounter();

    @Test
    void sum_ofPartsGivenBack_keepsWhatTheyCounted() {
        Part first = counter.take();
        first.increment();
        counter.giveBack(first);
        Part second = counter.take();
        second.increment();
        second.increment();

        assertThat(second).isSameAs(first);
        assertThat(counter.sum()).isEqualTo(3);
    }

    @Test
    void take_whileAllAreOwned_givesAnother() {
        assertThat(counter.take()).isNotSameAs(counter.take());
    }

    @Test
    void sum_ofThreadsThatCountAtOnce_losesNone() throws Exception {
        List<FutureTask<Boolean>> owners = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Part part = counter.take();
            owners.add(new FutureTask<>(() -> count(part, 100_000), true));
        }
        owners.forEach(owner -> new Thread(owner).start());
        for (FutureTask<Boolean> owner : owners) {
            owner.get();
        }

        assertThat(counter.sum()).isEqualTo(400_000);
    }

    private static void count(Part part, int times) {
        for (int i = 0; i < times; i++) {
            part.increment();
        }
    }
}
