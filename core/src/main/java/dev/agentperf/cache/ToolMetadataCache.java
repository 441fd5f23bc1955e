package dev.agentperf.cache;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy;
import dev.agentperf.stats.HitStats;
import dev.agentperf.time.Ticker;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What tool servers said about their tools, kept for as long as each server lets it, else for 600 seconds.
 *
 * <p>However many callers miss the same key at once, one load runs and all of them get its answer. An answer that its
 * server calls private is given to no scope but the one that asked.
 *
 * <p>Thread-safe. A hit neither locks nor allocates (it allocates one key where the asker has a scope and the answer is
 * shared).
 */
public final class ToolMetadataCache {

    /** 1,000 tools for 600 seconds. */
    public static final CacheConfig DEFAULT_CONFIG = CacheConfig.DEFAULT.withTtl(Duration.ofMinutes(10));

    private final Duration defaultTtl;
    private final Cache<ToolKey, Answer> answers;
    private final Policy.VarExpiration<ToolKey, Answer> lifetimes;
    private final ConcurrentHashMap<ToolKey, Pending> loads = new ConcurrentHashMap<>();
    private final LookupCounters counters = new LookupCounters();

    /**
     * Creates an empty cache.
     *
     * @param config its bounds; {@link #DEFAULT_CONFIG} for the usual ones
     * @param ticker its clock
     * @param executor runs its maintenance; {@code Runnable::run} does it on the caller's thread, deterministically
     */
    public ToolMetadataCache(CacheConfig config, Ticker ticker, Executor executor) {
        defaultTtl = config.ttl();
        answers = Caffeine.newBuilder()
                .maximumSize(config.maxEntries())
                .expireAfter(new FixedLifetime<ToolKey, Answer>(config.ttl()))
                .ticker(requireNonNull(ticker, "ticker")::read)
                .executor(executor)
                .build();
        lifetimes = answers.policy().expireVariably().orElseThrow();
    }

    /** Asks a server about a tool. */
    @FunctionalInterface
    public interface Loader {

        /**
         * Starts the question.
         *
         * @return a stage that completes in any case; one that never does keeps its callers waiting for ever
         */
        CompletionStage<ToolMetadata> load(ToolKey key);
    }

    /**
     * Returns what is known about a tool; loads it where nothing is, or joins the load under way.
     *
     * @return completed on a hit; exceptionally with the loader's failure, which is not kept
     */
    public CompletionStage<ToolMetadata> lookup(ToolKey key, Loader loader) {
        Answer answer = find(key);
        if (answer != null) {
            counters.hits.increment();
            return answer.stage();
        }
        return join(key, loader);
    }

    private @Nullable Answer find(ToolKey key) {
        Answer own = answers.getIfPresent(key);
        if (own != null || key.scope().isEmpty()) {
            return own;
        }
        Answer common = answers.getIfPresent(key.withScope(""));
        return common != null && common.isShared() ? common : null;
    }

    private CompletionStage<ToolMetadata> join(ToolKey key, Loader loader) {
        Pending mine = new Pending();
        Pending running = loads.putIfAbsent(key, mine);
        if (running != null) {
            counters.waits.increment();
            return running.answer();
        }
        Answer meanwhile = find(key);
        if (meanwhile != null) {
            counters.hits.increment();
            loads.remove(key, mine);
            mine.result.complete(meanwhile.metadata());
            return meanwhile.stage();
        }
        counters.misses.increment();
        load(key, mine, loader);
        return mine.answer();
    }

    private void load(ToolKey key, Pending mine, Loader loader) {
        CompletionStage<ToolMetadata> loading;
        try {
            loading = requireNonNull(loader.load(key), "loader must not return null");
        } catch (RuntimeException refused) {
            loading = CompletableFuture.failedStage(refused);
        }
        loading.whenComplete((metadata, failure) -> finish(key, mine, metadata, failure));
    }

    private void finish(ToolKey key, Pending mine, @Nullable ToolMetadata metadata, @Nullable Throwable failure) {
        if (metadata == null) {
            counters.failures.increment();
            loads.remove(key, mine);
            mine.result.completeExceptionally(
                    failure != null ? failure : new NullPointerException("loader must not answer null"));
            return;
        }
        loads.computeIfPresent(key, (sameKey, current) -> {
            if (current != mine) {
                return current;
            }
            store(key, metadata);
            return null;
        });
        mine.result.complete(metadata);
    }

    private void store(ToolKey key, ToolMetadata metadata) {
        Duration ttl = metadata.ttl() != null ? metadata.ttl() : defaultTtl;
        if (!ttl.isZero()) {
            Answer answer = new Answer(metadata, CompletableFuture.completedStage(metadata));
            @Nullable Answer unused = lifetimes.put(answer.isShared() ? key.withScope("") : key, answer, ttl);
        }
    }

    /** Forgets what is known about a tool in its scope and what is shared; loads under way are not stored. */
    public void invalidate(ToolKey key) {
        loads.remove(key);
        answers.invalidate(key);
        ToolKey common = key.withScope("");
        Answer shared = answers.getIfPresent(common);
        if (shared != null && shared.isShared()) {
            answers.invalidate(common);
        }
    }

    /** Forgets all that one server said, in every scope, as when it announces that its list has changed. */
    public void invalidateServer(String server) {
        loads.keySet().removeIf(key -> key.server().equals(server));
        answers.asMap().keySet().removeIf(key -> key.server().equals(server));
    }

    /**
     * Drops the answers whose lifetime is over.
     *
     * @return how many were dropped
     */
    public long trim() {
        long before = answers.estimatedSize();
        answers.cleanUp();
        return Math.max(0, before - answers.estimatedSize());
    }

    /** Returns hits against all other look-ups, since creation; a look-up that joined a load is no hit. */
    public HitStats stats() {
        return counters.snapshot().hitStats();
    }

    /** Returns all look-ups by how they ended, since creation. */
    public LookupStats lookups() {
        return counters.snapshot();
    }

    /** A load under way, which any number of look-ups wait for. */
    private static final class Pending {
        private final CompletableFuture<ToolMetadata> result = new CompletableFuture<>();

        CompletionStage<ToolMetadata> answer() {
            return result.minimalCompletionStage();
        }
    }

    /** What is kept: the metadata, and one completed stage for all who ask. */
    private record Answer(ToolMetadata metadata, CompletionStage<ToolMetadata> stage) {
        boolean isShared() {
            return metadata.visibility() == ToolMetadata.Visibility.SHARED;
        }
    }
}
