package dev.agentperf.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.AgentType;
import dev.agentperf.testkit.ManualTicker;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExecutionPatternsTest {
    private final ManualTicker ticker = new ManualTicker();
    private final ExecutionPatterns patterns = new ExecutionPatterns(CacheConfig.DEFAULT, ticker, Runnable::run);

    @Test
    void next_mostFrequentSuccessor_isGuessed() {
        patterns.record(AgentType.REACT, List.of("search", "read", "search", "read", "search", "write"));

        assertThat(patterns.next(AgentType.REACT, "search")).hasValue("read");
    }

    @Test
    void next_equallyFrequent_takesTheFirstInTheAlphabet() {
        patterns.record(AgentType.REACT, List.of("search", "write"));
        patterns.record(AgentType.REACT, List.of("search", "read"));

        assertThat(patterns.next(AgentType.REACT, "search")).hasValue("read");
    }

    @Test
    void next_otherType_knowsNothing() {
        patterns.record(AgentType.REACT, List.of("search", "read"));

        assertThat(patterns.next(AgentType.AUTONOMOUS, "search")).isEmpty();
    }

    @Test
    void next_within300Seconds_isTheKeptGuess() {
        patterns.record(AgentType.REACT, List.of("a", "b"));
        patterns.next(AgentType.REACT, "a");
        patterns.record(AgentType.REACT, List.of("a", "c", "a", "c"));

        ticker.advance(Duration.ofSeconds(299));
        assertThat(patterns.next(AgentType.REACT, "a")).hasValue("b");
        ticker.advance(Duration.ofSeconds(1));
        assertThat(patterns.next(AgentType.REACT, "a")).hasValue("c");
    }
}
