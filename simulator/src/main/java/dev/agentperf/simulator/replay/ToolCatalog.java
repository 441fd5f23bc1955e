package dev.agentperf.simulator.replay;

import dev.agentperf.AgentType;
import dev.agentperf.cache.ToolKey;
import dev.agentperf.cache.ToolMetadata;
import dev.agentperf.cache.ToolMetadataCache;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The tool servers of a simulated world: each agent type talks to its own, which answers at once. Not thread-safe. */
final class ToolCatalog implements ToolMetadataCache.Loader {
    private final Map<AgentType, Map<String, ToolKey>> keys = new HashMap<>();

    ToolKey key(AgentType type, String tool) {
        return keys.computeIfAbsent(type, added -> new HashMap<>())
                .computeIfAbsent(tool, name -> ToolKey.of(type.name(), name));
    }

    @Override
    public CompletionStage<ToolMetadata> load(ToolKey key) {
        return CompletableFuture.completedFuture(ToolMetadata.of(key.tool(), ""));
    }
}
