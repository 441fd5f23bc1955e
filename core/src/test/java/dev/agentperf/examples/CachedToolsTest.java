package dev.agentperf.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.cache.ToolMetadataCache;
import dev.agentperf.cache.ToolServer;
import dev.agentperf.testkit.ManualTicker;
import java.nio.file.Path;
import org.apache.catalina.LifecycleException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CachedToolsTest {

    /** That a tool was added may be told after the first question, once: the third finds the answer of the second. */
    @Test
    void names_areNotAskedForEveryTime(@TempDir Path directory) throws LifecycleException {
        ToolMetadataCache cache =
                new ToolMetadataCache(ToolMetadataCache.DEFAULT_CONFIG, new ManualTicker(), Runnable::run);
        try (ToolServer server = new ToolServer(directory);
                CachedTools tools = new CachedTools(cache, server.address(), ToolServer.SESSION)) {
            server.add("search");

            tools.names();
            tools.names();

            assertThat(tools.names()).isEqualTo("search");
            assertThat(cache.stats().hits()).isPositive();
        }
    }
}
