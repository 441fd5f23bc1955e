package dev.agentperf.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class CacheConfigTest {

    @Test
    void defaults_areThoseOfTheOrigin() {
        assertThat(CacheConfig.DEFAULT).isEqualTo(new CacheConfig(1_000, Duration.ofMinutes(5)));
        assertThat(ToolMetadataCache.DEFAULT_CONFIG.ttl()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void maxEntries_belowOne_isRefused() {
        assertThatThrownBy(() -> CacheConfig.DEFAULT.withMaxEntries(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxEntries must be at least 1, was 0");
    }

    @Test
    void ttl_zero_isRefused() {
        assertThatThrownBy(() -> CacheConfig.DEFAULT.withTtl(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ttl must be more than zero, was PT0S");
    }
}
