package dev.agentperf.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agentperf.cache.ToolMetadata.Visibility;
import dev.agentperf.testkit.ManualTicker;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Answers past their lifetime, and servers that fail. */
final class ToolMetadataStalenessTest {
    private static final ToolKey SEARCH = ToolKey.of("server", "search");
    private static final ToolMetadata OLD = ToolMetadata.of("search", "old");
    private static final ToolMetadata NEW = ToolMetadata.of("search", "new");

    private final IllegalStateException down = new IllegalStateException("down");
    private final ManualTicker ticker = new ManualTicker();

    /** The questions that the server has been asked and has not answered. */
    private final Deque<CompletableFuture<ToolMetadata>> asked = new ArrayDeque<>();

    @Test
    void lookup_withinTheRefreshWindow_answersStaleAtOnceAndAsksOnce() {
        ToolMetadataCache cache = cache(Staleness.NONE.withWhileRefreshing(Duration.ofMinutes(1)));
        know(cache, OLD);
        ticker.advance(Duration.ofMinutes(10));

        assertThat(lookup(cache, SEARCH)).isCompletedWithValue(OLD);
        assertThat(lookup(cache, SEARCH)).isCompletedWithValue(OLD);

        assertThat(asked).hasSize(1);
        asked.remove().complete(NEW);
        assertThat(lookup(cache, SEARCH)).isCompletedWithValue(NEW);
        assertThat(cache.lookups()).isEqualTo(new LookupStats(1, 2, 0, 1, 0));
    }

    @Test
    void lookup_sharedAnswerBeingRefreshed_isNotRefreshedByAnotherScope() {
        ToolMetadataCache cache = cache(Staleness.NONE.withWhileRefreshing(Duration.ofMinutes(1)));
        know(cache, new ToolMetadata("search", "old", null, Visibility.SHARED));
        ticker.advance(Duration.ofMinutes(10));

        lookup(cache, SEARCH.withScope("alice"));
        lookup(cache, SEARCH.withScope("bob"));

        assertThat(asked).hasSize(1);
    }

    @Test
    void lookup_pastTheRefreshWindow_waitsForTheServer() {
        ToolMetadataCache cache = cache(Staleness.NONE.withWhileRefreshing(Duration.ofMinutes(1)));
        know(cache, OLD);
        ticker.advance(Duration.ofMinutes(11));

        assertThat(lookup(cache, SEARCH)).isNotDone();
    }

    @Test
    void lookup_refreshFails_isTriedAgainByTheNext() {
        ToolMetadataCache cache = cache(Staleness.NONE.withWhileRefreshing(Duration.ofMinutes(1)));
        know(cache, OLD);
        ticker.advance(Duration.ofMinutes(10));
        lookup(cache, SEARCH);
        asked.remove().completeExceptionally(down);

        assertThat(lookup(cache, SEARCH)).isCompletedWithValue(OLD);
        assertThat(asked).hasSize(1);
    }

    @Test
    void lookup_refreshForbidsKeeping_dropsTheOldAnswer() {
        ToolMetadataCache cache = cache(Staleness.NONE.withWhileRefreshing(Duration.ofMinutes(1)));
        know(cache, OLD);
        ticker.advance(Duration.ofMinutes(10));
        lookup(cache, SEARCH);
        asked.remove().complete(new ToolMetadata("search", "new", Duration.ZERO, Visibility.PRIVATE));

        assertThat(lookup(cache, SEARCH)).isNotDone();
    }

    @Test
    void lookup_serverDownAfterTheLifetime_getsTheOldAnswer() {
        ToolMetadataCache cache = cache(Staleness.ON_ERROR);
        know(cache, OLD);
        ticker.advance(Duration.ofMinutes(10));

        CompletionStage<ToolMetadata> answer = lookup(cache, SEARCH);
        asked.remove().completeExceptionally(down);

        assertThat(answer).isCompletedWithValue(OLD);
        assertThat(cache.lookups()).isEqualTo(new LookupStats(0, 0, 0, 2, 1));
    }

    @Test
    void lookup_serverDownForTooLong_fails() {
        ToolMetadataCache cache = cache(Staleness.ON_ERROR);
        know(cache, OLD);
        ticker.advance(Duration.ofMinutes(20));

        CompletionStage<ToolMetadata> answer = lookup(cache, SEARCH);
        asked.remove().completeExceptionally(down);

        assertThat(answer).isCompletedExceptionally();
    }

    @Test
    void lookup_otherScopesStaleAnswer_isNotGivenOnError() {
        ToolMetadataCache cache = cache(Staleness.ON_ERROR);
        know(cache, OLD);
        ticker.advance(Duration.ofMinutes(10));

        CompletionStage<ToolMetadata> answer = lookup(cache, SEARCH.withScope("mallory"));
        asked.remove().completeExceptionally(down);

        assertThat(answer).isCompletedExceptionally();
    }

    /** Without jitter: left alone for 1 s, then 2 s, then 4 s. */
    @Test
    void lookup_serverFailsAgainAndAgain_isAskedEverMoreRarely() {
        ToolMetadataCache cache = cache(Staleness.ON_ERROR);

        for (long seconds : new long[] {1, 2, 4}) {
            lookup(cache, SEARCH);
            asked.remove().completeExceptionally(down);
            ticker.advance(Duration.ofSeconds(seconds).minusNanos(1));
            assertThat(lookup(cache, SEARCH)).isCompletedExceptionally();
            assertThat(asked).isEmpty();
            ticker.advance(Duration.ofNanos(1));
        }

        assertThat(lookup(cache, SEARCH)).isNotDone();
    }

    @Test
    void lookup_serverFailsForHours_isAskedOnceAMinute() {
        ToolMetadataCache cache = cache(Staleness.ON_ERROR);
        for (int failure = 0; failure < 100; failure++) {
            lookup(cache, SEARCH);
            asked.remove().completeExceptionally(down);
            ticker.advance(Duration.ofMinutes(1));
        }

        assertThat(lookup(cache, SEARCH)).isNotDone();
    }

    @Test
    void lookup_serverRecovers_isForgiven() {
        ToolMetadataCache cache = cache(Staleness.ON_ERROR);
        lookup(cache, SEARCH);
        asked.remove().completeExceptionally(down);
        ticker.advance(Duration.ofSeconds(1));
        know(cache, NEW);
        ticker.advance(Duration.ofMinutes(30));

        lookup(cache, SEARCH);
        asked.remove().completeExceptionally(down);
        ticker.advance(Duration.ofSeconds(1));

        assertThat(lookup(cache, SEARCH)).isNotDone();
    }

    @Test
    void invalidate_afterAFailure_letsTheNextLookupAskAtOnce() {
        ToolMetadataCache cache = cache(Staleness.ON_ERROR);
        lookup(cache, SEARCH);
        asked.remove().completeExceptionally(down);

        cache.invalidate(SEARCH);

        assertThat(lookup(cache, SEARCH)).isNotDone();
    }

    /** The list of one server that changes, perhaps often, is no reason to ask one that is down. */
    @Test
    void invalidateServer_leavesOtherServersAlone() {
        ToolMetadataCache cache = cache(Staleness.ON_ERROR);
        ToolKey elsewhere = ToolKey.of("elsewhere", "search");
        for (ToolKey key : List.of(SEARCH, elsewhere)) {
            lookup(cache, key);
            asked.remove().completeExceptionally(down);
        }

        cache.invalidateServer("server");

        assertThat(lookup(cache, elsewhere)).isCompletedExceptionally();
        assertThat(lookup(cache, SEARCH)).isNotDone();
    }

    @Test
    void staleness_lastRetryBeforeFirst_isRefused() {
        assertThatThrownBy(
                        () -> new Staleness(Duration.ZERO, Duration.ZERO, Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("retryAtMost must be at least retryAfter, was PT1S with PT2S");
    }

    private ToolMetadataCache cache(Staleness staleness) {
        return new ToolMetadataCache(ToolMetadataCache.DEFAULT_CONFIG, staleness, ticker, Runnable::run, () -> 0);
    }

    private void know(ToolMetadataCache cache, ToolMetadata answer) {
        lookup(cache, SEARCH);
        asked.remove().complete(answer);
    }

    private CompletionStage<ToolMetadata> lookup(ToolMetadataCache cache, ToolKey key) {
        return cache.lookup(key, question -> {
            CompletableFuture<ToolMetadata> reply = new CompletableFuture<>();
            asked.add(reply);
            return reply;
        });
    }
}
