package dev.agentperf.cache;

import static dev.agentperf.cache.ToolListClient.LIST;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.agentperf.testkit.ManualTicker;
import io.modelcontextprotocol.client.McpAsyncClient;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.catalina.LifecycleException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

/** {@link ToolMetadataCache} before a real MCP server, asked over HTTP. Time is the test's own. */
@Timeout(60)
final class ToolServerTest {
    @TempDir
    private static Path directory;

    private static ToolServer server;

    private final ManualTicker ticker = new ManualTicker();
    private final ToolListClient client = new ToolListClient();
    private final ToolMetadataCache cache = cache(Staleness.ON_ERROR);

    @BeforeAll
    static void start() throws LifecycleException {
        server = new ToolServer(directory);
    }

    @AfterAll
    static void stop() throws LifecycleException {
        server.close();
    }

    @BeforeEach
    void reset() {
        CacheFields fields = server.cacheFields();
        fields.lists.set(0);
        fields.ttlMs = 30_000L;
        fields.cacheScope = "private";
        fields.pageSize = 100;
        fields.down = false;
        fields.gate = CompletableFuture.completedFuture(null);
    }

    @Test
    void ttlMs_isTheServersWord() {
        list("alice");
        ticker.advance(Duration.ofMillis(29_999));
        list("alice");
        assertThat(asked()).isEqualTo(1);

        ticker.advance(Duration.ofMillis(1));
        list("alice");
        assertThat(asked()).isEqualTo(2);
    }

    /** A server of 2025-11-25 says nothing, and a negative lifetime is none. */
    @Test
    void ttlMs_absentOrNegative_is600Seconds() {
        for (Long silent : new Long[] {null, -1L}) {
            reset();
            server.cacheFields().ttlMs = silent;
            ToolMetadataCache fresh = cache(Staleness.ON_ERROR);
            fresh.lookup(key("alice"), client).toCompletableFuture().join();
            ticker.advance(Duration.ofMillis(599_999));
            fresh.lookup(key("alice"), client).toCompletableFuture().join();
            assertThat(asked()).isEqualTo(1);
            ticker.advance(Duration.ofMillis(1));
            fresh.lookup(key("alice"), client).toCompletableFuture().join();
            assertThat(asked()).isEqualTo(2);
        }
    }

    @Test
    void ttlMs_zero_isNeverKept() {
        server.cacheFields().ttlMs = 0L;
        list("alice");
        list("alice");

        assertThat(asked()).isEqualTo(2);
    }

    /** The attack: whoever asks after alice, with another token or none, must not see what only she may see. */
    @Test
    void cacheScopePrivate_neverCrossesScopes() {
        assertThat(list("alice")).contains("alice.notes");

        for (String attacker : List.of("mallory", "", "alice2", "ALICE")) {
            assertThat(list(attacker)).as("asked as '%s'", attacker).doesNotContain("alice.notes");
        }
        assertThat(list("alice")).contains("alice.notes");
    }

    /** Nor while her load is under way, nor as a stale answer when the server has failed. */
    @Test
    void cacheScopePrivate_neitherJoinsALoadNorIsStaleForOthers() {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        server.cacheFields().gate = gate;
        CompletableFuture<ToolMetadata> alices = lookup(cache, "alice");
        CompletableFuture<ToolMetadata> mallorys = lookup(cache, "mallory");
        gate.complete(null);
        assertThat(alices.join().definition()).contains("alice.notes");
        assertThat(mallorys.join().definition()).doesNotContain("alice.notes");

        server.cacheFields().down = true;
        ticker.advance(Duration.ofSeconds(31));
        assertThat(list("alice")).contains("alice.notes");
        assertThat(lookup(cache, "trudy")).failsWithin(Duration.ofSeconds(20));
    }

    @Test
    void cacheScopePublic_servesEverybody() {
        server.cacheFields().cacheScope = "public";
        list("mallory");
        list("bob");
        list("");

        assertThat(asked()).isEqualTo(1);
    }

    /** Each page is an entry of its own, with its own lifetime. */
    @Test
    void pages_areKeptApart() {
        server.cacheFields().pageSize = 2;
        ToolKey first = key("bob");
        ToolKey second = ToolListClient.next(first, lookup(cache, first).join());
        assertThat(asked()).isEqualTo(1);

        server.cacheFields().ttlMs = 5_000L;
        ToolMetadata page = lookup(cache, second).join();
        assertThat(page.definition()).contains("write").doesNotContain("read");
        assertThat(ToolListClient.next(second, page)).isEqualTo(first);

        ticker.advance(Duration.ofSeconds(6));
        lookup(cache, first).join();
        assertThat(asked()).isEqualTo(2);
        lookup(cache, second).join();
        assertThat(asked()).isEqualTo(3);
    }

    @Test
    void thousandAskers_oneLoad() {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        server.cacheFields().gate = gate;
        List<CompletableFuture<ToolMetadata>> answers = IntStream.range(0, 1_000)
                .parallel()
                .mapToObj(asker -> lookup(cache, "alice"))
                .toList();
        gate.complete(null);

        answers.forEach(answer -> assertThat(answer.join().definition()).contains("alice.notes"));
        assertThat(asked()).isEqualTo(1);
        assertThat(cache.lookups().waits()).isEqualTo(999);
    }

    @Test
    void staleWhileRefreshing_oneRefreshAndNobodyWaits() {
        ToolMetadataCache swr = cache(Staleness.ON_ERROR.withWhileRefreshing(Duration.ofSeconds(60)));
        lookup(swr, "alice").join();
        ticker.advance(Duration.ofSeconds(31));
        CompletableFuture<Void> gate = new CompletableFuture<>();
        server.cacheFields().gate = gate;

        for (int asker = 0; asker < 100; asker++) {
            assertThat(lookup(swr, "alice")).isCompleted();
        }
        gate.complete(null);
        while (swr.lookups().hits() == 0) {
            lookup(swr, "alice").join();
        }

        assertThat(asked()).isEqualTo(2);
        assertThat(swr.lookups().stale()).isGreaterThanOrEqualTo(100);
    }

    /** The waits double from 1 s, each up to a tenth shorter; within them the server is left alone. */
    @Test
    void serverFails_lastAnswerServesAndItIsLeftAloneEverLonger() {
        ToolMetadataCache jittered = new ToolMetadataCache(
                ToolMetadataCache.DEFAULT_CONFIG, Staleness.ON_ERROR, ticker, Runnable::run, () -> Long.MAX_VALUE);
        lookup(jittered, "alice").join();
        server.cacheFields().down = true;
        ticker.advance(Duration.ofSeconds(31));

        for (int failure = 0; failure < 4; failure++) {
            assertThat(lookup(jittered, "alice").join().definition()).contains("alice.notes");
            assertThat(asked()).isEqualTo(2 + failure);
            ticker.advance(Duration.ofMillis((long) (899 * Math.pow(2, failure))));
            assertThat(lookup(jittered, "alice").join().definition()).contains("alice.notes");
            assertThat(asked()).as("within the wait").isEqualTo(2 + failure);
            ticker.advance(Duration.ofMillis((long) (101 * Math.pow(2, failure))));
        }
        server.cacheFields().down = false;
        lookup(jittered, "alice").join();
        assertThat(asked()).isEqualTo(6);
        assertThat(jittered.lookups().failures()).isEqualTo(4);
    }

    /** As of 2025-11-25: the SDK's own client is told of the change, and the cache by it. */
    @Test
    void listChanged_forgetsWhatTheServerSaid() throws Exception {
        CompletableFuture<Void> told = new CompletableFuture<>();
        HttpClientStreamableHttpTransport transport = HttpClientStreamableHttpTransport.builder(server.address())
                .endpoint(ToolServer.SESSION)
                .jsonMapper(new JacksonMcpJsonMapper(new ObjectMapper()))
                .openConnectionOnStartup(true)
                .build();
        McpAsyncClient session = McpClient.async(transport)
                .toolsChangeConsumer(tools -> {
                    cache.invalidateServer(server.address());
                    told.complete(null);
                    return Mono.empty();
                })
                .build();
        try {
            session.initialize().block();
            assertThat(names(session)).doesNotContain("deploy");
            assertThat(names(session)).doesNotContain("deploy");
            server.add("deploy");
            told.get(20, TimeUnit.SECONDS);

            assertThat(names(session)).contains("deploy");
            assertThat(cache.stats().hits()).isEqualTo(1);
        } finally {
            session.closeGracefully().block();
        }
    }

    private String names(McpAsyncClient session) {
        return cache.lookup(
                        new ToolKey(server.address(), LIST, "bob"),
                        key -> session.listTools()
                                .map(result -> ToolMetadata.of(
                                        key.tool(),
                                        result.tools().stream()
                                                .map(Tool::name)
                                                .toList()
                                                .toString()))
                                .toFuture())
                .toCompletableFuture()
                .join()
                .definition();
    }

    private String list(String scope) {
        return lookup(cache, scope).join().definition();
    }

    private CompletableFuture<ToolMetadata> lookup(ToolMetadataCache asked, String scope) {
        return lookup(asked, key(scope));
    }

    private CompletableFuture<ToolMetadata> lookup(ToolMetadataCache asked, ToolKey key) {
        CompletionStage<ToolMetadata> stage = asked.lookup(key, client);
        return stage.toCompletableFuture();
    }

    private static ToolKey key(String scope) {
        return new ToolKey(server.address(), LIST, scope);
    }

    private static int asked() {
        return server.cacheFields().lists.get();
    }

    private ToolMetadataCache cache(Staleness staleness) {
        return new ToolMetadataCache(ToolMetadataCache.DEFAULT_CONFIG, staleness, ticker, Runnable::run, () -> 0);
    }
}
