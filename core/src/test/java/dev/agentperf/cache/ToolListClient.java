package dev.agentperf.cache;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * Asks {@link ToolServer#STATELESS} for a page of its tools, over HTTP, as a user of the cache would. A key's tool is
 * {@code tools/list} or {@code tools/list?cursor=N}; its scope is the token.
 */
final class ToolListClient implements ToolMetadataCache.Loader {
    static final String LIST = "tools/list";

    private static final String CURSOR = LIST + "?cursor=";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @Override
    public CompletionStage<ToolMetadata> load(ToolKey key) {
        String parameters =
                key.tool().startsWith(CURSOR) ? "{\"cursor\":\"" + key.tool().substring(CURSOR.length()) + "\"}" : "{}";
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(key.server() + ToolServer.STATELESS))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":" + parameters + "}"));
        if (!key.scope().isEmpty()) {
            request.header("Authorization", "Bearer " + key.scope());
        }
        return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .thenApply(response -> metadata(key, response));
    }

    private static ToolMetadata metadata(ToolKey key, HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new IllegalStateException("server must answer 200, answered " + response.statusCode());
        }
        try {
            JsonNode result = JSON.readTree(response.body()).get("result");
            JsonNode ttl = result.path("ttlMs");
            return new ToolMetadata(
                    key.tool(),
                    result.toString(),
                    ttl.isNumber() && ttl.asLong() >= 0 ? Duration.ofMillis(ttl.asLong()) : null,
                    result.path("cacheScope").asText().equals("public")
                            ? ToolMetadata.Visibility.SHARED
                            : ToolMetadata.Visibility.PRIVATE);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /** Returns the key of the next page; the key of the first one where there is none. */
    static ToolKey next(ToolKey key, ToolMetadata page) {
        try {
            JsonNode cursor = JSON.readTree(page.definition()).path("nextCursor");
            return new ToolKey(key.server(), cursor.isMissingNode() ? LIST : CURSOR + cursor.asText(), key.scope());
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
