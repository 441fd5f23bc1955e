package dev.agentperf.examples;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.agentperf.cache.ToolKey;
import dev.agentperf.cache.ToolMetadata;
import dev.agentperf.cache.ToolMetadataCache;
import io.modelcontextprotocol.client.McpAsyncClient;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** The tools of an MCP server, asked for once and not at every step of every agent. */
// tag::embed
final class CachedTools implements AutoCloseable {
    private final ToolKey list;
    private final ToolMetadataCache cache;
    private final McpAsyncClient server;

    CachedTools(ToolMetadataCache cache, String address, String path) {
        this.cache = cache;
        this.list = ToolKey.of(address, "tools/list");
        this.server = McpClient.async(HttpClientStreamableHttpTransport.builder(address)
                        .endpoint(path)
                        .jsonMapper(new JacksonMcpJsonMapper(new ObjectMapper()))
                        .openConnectionOnStartup(true)
                        .build())
                .toolsChangeConsumer(tools -> Mono.fromRunnable(() -> cache.invalidateServer(address)))
                .build();
        server.initialize().block();
    }

    /** The names of the server's tools, a comma between them. */
    String names() {
        return cache.lookup(list, key -> load()).toCompletableFuture().join().definition();
    }

    private CompletionStage<ToolMetadata> load() {
        return server.listTools()
                .map(answer -> answer.tools().stream().map(Tool::name).collect(Collectors.joining(",")))
                .map(names -> ToolMetadata.of(list.tool(), names))
                .toFuture();
    }

    @Override
    public void close() {
        server.close();
    }
}
// end::embed
