package dev.agentperf.examples;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.agentperf.cache.ToolKey;
import dev.agentperf.cache.ToolMetadata;
import dev.agentperf.cache.ToolMetadataCache;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** The tools of an MCP server, asked for once and not at every step of every agent. */
// tag::embed
final class CachedTools implements AutoCloseable {
    private final ToolKey list;
    private final ToolMetadataCache cache;
    private final McpSyncClient server;

    CachedTools(ToolMetadataCache cache, String address, String path) {
        this.cache = cache;
        this.list = ToolKey.of(address, "tools/list");
        this.server = McpClient.sync(HttpClientStreamableHttpTransport.builder(address)
                        .endpoint(path)
                        .jsonMapper(new JacksonMcpJsonMapper(new ObjectMapper()))
                        .openConnectionOnStartup(true)
                        .build())
                .toolsChangeConsumer(tools -> cache.invalidateServer(address))
                .build();
        server.initialize();
    }

    /** The names of the server's tools, a comma between them. */
    String names() {
        return cache.lookup(list, key -> CompletableFuture.supplyAsync(this::load))
                .toCompletableFuture()
                .join()
                .definition();
    }

    private ToolMetadata load() {
        String names = server.listTools().tools().stream().map(Tool::name).collect(Collectors.joining(","));
        return ToolMetadata.of(list.tool(), names);
    }

    @Override
    public void close() {
        server.close();
    }
}
// end::embed
