package dev.agentperf.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.AgentType;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SessionStreamTest {

    @Test
    void next_ofABatch_endsWithAShortOne() {
        List<Session> all = IntStream.range(0, 5)
                .mapToObj(start -> new Session("s", AgentType.REACT, start, start, List.of(), null))
                .toList();

        try (SessionStream stream = SessionStream.of(all)) {
            assertThat(stream.next(2)).isEqualTo(all.subList(0, 2));
            assertThat(stream.next(0)).isEmpty();
            assertThat(stream.next(2)).isEqualTo(all.subList(2, 4));
            assertThat(stream.next(2)).isEqualTo(all.subList(4, 5));
            assertThat(stream.next(2)).isEmpty();
        }
    }
}
