package dev.agentperf.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.cache.ToolMetadata.Visibility;
import dev.agentperf.stats.HitStats;
import dev.agentperf.testkit.ManualTicker;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ToolMetadataCacheTest {
    private static final ToolKey SEARCH = ToolKey.of("server", "search");
    private static final ToolMetadata ANSWER = ToolMetadata.of("search", "{}");

    private final ManualTicker ticker = new ManualTicker();
    private final AtomicInteger loads = new AtomicInteger();
    private final ToolMetadataCache cache =
            new ToolMetadataCache(ToolMetadataCache.DEFAULT_CONFIG, ticker, Runnable::run);

    @Test
    void lookup_withinTenMinutes_asksTheServerOnce() {
        lookup(SEARCH, ANSWER);
        ticker.advance(Duration.ofMinutes(10).minusNanos(1));
        lookup(SEARCH, ANSWER);

        assertThat(loads).hasValue(1);
        assertThat(cache.stats()).isEqualTo(new HitStats(1, 1));
    }

    @Test
    void lookup_afterTenMinutes_asksAgain() {
        lookup(SEARCH, ANSWER);
        ticker.advance(Duration.ofMinutes(10));
        lookup(SEARCH, ANSWER);

        assertThat(loads).hasValue(2);
    }

    @Test
    void lookup_serverNamesItsOwnLifetime_thatHolds() {
        ToolMetadata brief = new ToolMetadata("search", "{}", Duration.ofSeconds(5), Visibility.PRIVATE);

        lookup(SEARCH, brief);
        ticker.advance(Duration.ofSeconds(5));
        lookup(SEARCH, brief);

        assertThat(loads).hasValue(2);
    }

    @Test
    void lookup_serverForbidsKeeping_asksEachTime() {
        ToolMetadata fleeting = new ToolMetadata("search", "{}", Duration.ZERO, Visibility.PRIVATE);

        lookup(SEARCH, fleeting);
        lookup(SEARCH, fleeting);

        assertThat(loads).hasValue(2);
    }

    @Test
    void lookup_whileALoadRuns_joinsItAndCountsAsWait() {
        CompletableFuture<ToolMetadata> server = new CompletableFuture<>();

        CompletionStage<ToolMetadata> first = cache.lookup(SEARCH, key -> server);
        CompletionStage<ToolMetadata> second = cache.lookup(SEARCH, key -> {
            throw new AssertionError("must not load twice");
        });
        server.complete(ANSWER);

        assertThat(first.toCompletableFuture()).isCompletedWithValue(ANSWER);
        assertThat(second.toCompletableFuture()).isCompletedWithValue(ANSWER);
        assertThat(cache.lookups()).isEqualTo(new LookupStats(0, 0, 1, 1, 0));
    }

    @Test
    void lookup_loadFails_isPassedOnAndTriedAgainASecondLater() {
        IllegalStateException down = new IllegalStateException("down");

        CompletionStage<ToolMetadata> failed = cache.lookup(SEARCH, key -> CompletableFuture.failedStage(down));

        assertThat(failed.toCompletableFuture()).isCompletedExceptionally();
        ticker.advance(Duration.ofSeconds(1));
        assertThat(lookup(SEARCH, ANSWER)).isEqualTo(ANSWER);
        assertThat(cache.lookups()).isEqualTo(new LookupStats(0, 0, 0, 2, 1));
    }

    @Test
    void lookup_loaderThrowsAtOnce_isAFailedLookup() {
        CompletionStage<ToolMetadata> failed = cache.lookup(SEARCH, key -> {
            throw new IllegalStateException("down");
        });

        assertThat(failed.toCompletableFuture()).isCompletedExceptionally();
    }

    /** As where a class of the server's client is missing: whoever asks later must not wait for that load for ever. */
    @Test
    void lookup_loaderThrowsAnError_isAFailedLookupForEverybody() {
        for (int asker = 0; asker < 2; asker++) {
            CompletionStage<ToolMetadata> failed = cache.lookup(SEARCH, key -> {
                throw new NoClassDefFoundError("client");
            });

            assertThat(failed.toCompletableFuture()).isCompletedExceptionally();
        }
    }

    @Test
    void lookup_privateAnswer_neverCrossesScopes() {
        ToolMetadata ofAlice = ToolMetadata.of("search", "{\"for\":\"alice\"}");
        ToolMetadata ofBob = ToolMetadata.of("search", "{\"for\":\"bob\"}");
        ToolMetadata ofNobody = ToolMetadata.of("search", "{\"for\":\"nobody\"}");

        lookup(SEARCH.withScope("alice"), ofAlice);
        lookup(SEARCH, ofNobody);

        assertThat(lookup(SEARCH.withScope("bob"), ofBob)).isEqualTo(ofBob);
        assertThat(lookup(SEARCH, ofBob)).isEqualTo(ofNobody);
        assertThat(lookup(SEARCH.withScope("alice"), ofBob)).isEqualTo(ofAlice);
    }

    /** Until the answer is there, nobody knows that it may be shared: loads of two scopes must stay apart. */
    @Test
    void lookup_otherScopeWhileALoadRuns_startsItsOwn() {
        CompletableFuture<ToolMetadata> slow = new CompletableFuture<>();
        ToolMetadata ofBob = ToolMetadata.of("search", "{\"for\":\"bob\"}");

        cache.lookup(SEARCH.withScope("alice"), key -> slow);

        assertThat(lookup(SEARCH.withScope("bob"), ofBob)).isEqualTo(ofBob);
    }

    @Test
    void lookup_sharedAnswer_servesEveryScope() {
        ToolMetadata shared = new ToolMetadata("search", "{}", null, Visibility.SHARED);

        lookup(SEARCH.withScope("alice"), shared);
        lookup(SEARCH.withScope("bob"), shared);
        lookup(SEARCH, shared);

        assertThat(loads).hasValue(1);
    }

    @Test
    void invalidate_duringALoad_answerIsNotKept() {
        CompletableFuture<ToolMetadata> server = new CompletableFuture<>();
        cache.lookup(SEARCH, key -> server);

        cache.invalidate(SEARCH);
        server.complete(ANSWER);
        lookup(SEARCH, ANSWER);

        assertThat(loads).hasValue(1);
    }

    @Test
    void invalidateServer_listChanged_forgetsAllItsToolsInEveryScope() {
        ToolKey other = ToolKey.of("other", "search");
        lookup(SEARCH, ANSWER);
        lookup(SEARCH.withScope("alice"), ANSWER);
        lookup(other, ANSWER);

        cache.invalidateServer("server");

        lookup(SEARCH, ANSWER);
        lookup(SEARCH.withScope("alice"), ANSWER);
        lookup(other, ANSWER);
        assertThat(loads).hasValue(5);
    }

    private ToolMetadata lookup(ToolKey key, ToolMetadata answer) {
        return cache.lookup(key, asked -> {
                    loads.incrementAndGet();
                    return CompletableFuture.completedStage(answer);
                })
                .toCompletableFuture()
                .join();
    }
}
