package dev.agentperf.cache;

import static java.util.Objects.requireNonNull;

import dev.agentperf.stats.HitStats;
import dev.agentperf.time.Ticker;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What tool servers said about their tools, kept for as long as each server lets it, else for 600 seconds.
 *
 * <p>However many callers miss the same key at once, one load runs and all of them get its answer. An answer that its
 * server calls private is given to no scope but the one that asked. When a server fails, its last answer may be given a
 * while longer, and it is left alone for a while; see {@link Staleness}.
 *
 * <p>Thread-safe. A hit neither locks nor allocates (it allocates one key where the asker has a scope and the answer is
 * shared).
 */
public final class ToolMetadataCache {

    /** 1,000 tools for 600 seconds. */
    public static final CacheConfig DEFAULT_CONFIG = CacheConfig.DEFAULT.withTtl(Duration.ofMinutes(10));

    private final Staleness staleness;
    private final Ticker ticker;
    private final KeptAnswers answers;
    private final ConcurrentHashMap<ToolKey, Pending> loads = new ConcurrentHashMap<>();
    private final FailedLoads failedLoads;
    private final LookupCounters counters = new LookupCounters();

    /**
     * Creates an empty cache that gives stale answers only {@linkplain Staleness#ON_ERROR on error}, without jitter.
     *
     * @param config its bounds; {@link #DEFAULT_CONFIG} for the usual ones
     * @param ticker its clock
     * @param executor runs its maintenance; {@code Runnable::run} does it on the caller's thread, deterministically
     */
    public ToolMetadataCache(CacheConfig config, Ticker ticker, Executor executor) {
        this(config, Staleness.ON_ERROR, ticker, executor, () -> 0);
    }

    /**
     * Creates an empty cache.
     *
     * @param config its bounds; {@link #DEFAULT_CONFIG} for the usual ones
     * @param staleness what it does with answers past their lifetime
     * @param ticker its clock
     * @param executor runs its maintenance
     * @param random spreads retries; thread-safe
     */
    public ToolMetadataCache(
            CacheConfig config, Staleness staleness, Ticker ticker, Executor executor, RandomGenerator random) {
        this.staleness = requireNonNull(staleness, "staleness");
        this.ticker = requireNonNull(ticker, "ticker");
        answers = new KeptAnswers(config, staleness.longest(), ticker, executor);
        failedLoads = new FailedLoads(config.maxEntries(), staleness, ticker, executor, random);
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
     * @return completed on a hit; exceptionally with the loader's failure where there is nothing to give instead
     */
    public CompletionStage<ToolMetadata> lookup(ToolKey key, Loader loader) {
        Answer answer = answers.find(key);
        if (answer == null) {
            return join(key, loader);
        }
        long pastNanos = ticker.read() - answer.freshUntilNanos();
        if (pastNanos < 0) {
            counters.hits.increment();
            return answer.stage();
        }
        if (pastNanos < Saturated.nanos(staleness.whileRefreshing())) {
            counters.stale.increment();
            refresh(key, answer, loader);
            return answer.stage();
        }
        return join(key, loader);
    }

    /**
     * Loads what will be asked for soon, unless it is there, under way, or failed lately. Counts as no look-up.
     *
     * @param loader as in {@link #lookup}
     */
    public void prefetch(ToolKey key, Loader loader) {
        Answer answer = answers.find(key);
        if ((answer != null && answer.isFreshAt(ticker.read())) || failedLoads.holdingBack(key) != null) {
            return;
        }
        Pending mine = new Pending(null);
        if (loads.putIfAbsent(key, mine) == null && !isAnswered(key, mine)) {
            load(key, mine, loader);
        }
    }

    /* A load may have ended between looking for the answer and beginning another one. */
    private boolean isAnswered(ToolKey key, Pending mine) {
        Answer meanwhile = answers.find(key);
        if (meanwhile == null || !meanwhile.isFreshAt(ticker.read())) {
            return false;
        }
        loads.remove(key, mine);
        mine.endRefresh();
        mine.result.complete(meanwhile.metadata());
        return true;
    }

    /* One refresh an answer, whoever asks: two scopes that share it have different keys. */
    private void refresh(ToolKey key, Answer answer, Loader loader) {
        if (failedLoads.holdingBack(key) == null && answer.refreshing().compareAndSet(false, true)) {
            Pending mine = new Pending(answer);
            if (loads.putIfAbsent(key, mine) != null) {
                answer.refreshing().set(false);
            } else if (!isAnswered(key, mine)) {
                load(key, mine, loader);
            }
        }
    }

    private CompletionStage<ToolMetadata> join(ToolKey key, Loader loader) {
        Throwable recent = failedLoads.holdingBack(key);
        if (recent != null) {
            return answerInstead(key, recent);
        }
        Pending mine = new Pending(null);
        Pending running = loads.putIfAbsent(key, mine);
        if (running != null) {
            counters.waits.increment();
            return running.answer();
        }
        if (isAnswered(key, mine)) {
            counters.hits.increment();
        } else {
            counters.misses.increment();
            load(key, mine, loader);
        }
        return mine.answer();
    }

    private CompletionStage<ToolMetadata> answerInstead(ToolKey key, Throwable failure) {
        Answer stale = staleOnError(key);
        (stale == null ? counters.misses : counters.stale).increment();
        return stale == null ? CompletableFuture.failedStage(failure) : stale.stage();
    }

    private @Nullable Answer staleOnError(ToolKey key) {
        Answer answer = answers.find(key);
        return answer != null && ticker.read() - answer.freshUntilNanos() < Saturated.nanos(staleness.onError())
                ? answer
                : null;
    }

    private void load(ToolKey key, Pending mine, Loader loader) {
        CompletionStage<ToolMetadata> loading;
        try {
            loading = requireNonNull(loader.load(key), "loader must not return null");
        } catch (RuntimeException | Error refused) {
            loading = CompletableFuture.failedStage(refused);
        }
        loading.whenComplete((metadata, failure) -> {
            if (metadata != null) {
                succeed(key, mine, metadata);
            } else {
                fail(key, mine, failure != null ? failure : new NullPointerException("loader must not answer null"));
            }
        });
    }

    private void succeed(ToolKey key, Pending mine, ToolMetadata metadata) {
        loads.computeIfPresent(key, (sameKey, current) -> {
            if (current != mine) {
                return current;
            }
            failedLoads.forget(key);
            answers.store(key, metadata);
            return null;
        });
        mine.endRefresh();
        mine.result.complete(metadata);
    }

    private void fail(ToolKey key, Pending mine, Throwable failure) {
        counters.failures.increment();
        if (loads.remove(key, mine)) {
            failedLoads.failed(key, failure);
        }
        mine.endRefresh();
        Answer stale = staleOnError(key);
        if (stale == null) {
            mine.result.completeExceptionally(failure);
        } else {
            mine.result.complete(stale.metadata());
        }
    }

    /** Forgets what is known about a tool in its scope and what is shared; loads under way are not stored. */
    public void invalidate(ToolKey key) {
        loads.remove(key);
        failedLoads.forget(key);
        answers.forget(key);
    }

    /** Forgets all that one server said, in every scope, as when it announces that its list has changed. */
    public void invalidateServer(String server) {
        loads.keySet().removeIf(key -> key.server().equals(server));
        failedLoads.forgetServer(server);
        answers.forgetServer(server);
    }

    /**
     * Drops the answers that have been of no use for a second or so.
     *
     * @return how many were dropped
     */
    public long trim() {
        return answers.trim();
    }

    /**
     * Drops the entries that are least likely to be asked for again.
     *
     * @param share how many of them, 0 to 1
     * @return how many were dropped
     */
    public long dropColdest(double share) {
        return answers.dropColdest(share);
    }

    /** Returns hits against all other look-ups, since creation; a look-up that joined a load is no hit. */
    public HitStats stats() {
        return counters.snapshot().hitStats();
    }

    /** Returns all look-ups by how they ended, since creation. */
    public LookupStats lookups() {
        return counters.snapshot();
    }

    /** A load under way, which any number of look-ups wait for, and the stale answer that it refreshes, if any. */
    private static final class Pending {
        private final CompletableFuture<ToolMetadata> result = new CompletableFuture<>();
        private final @Nullable Answer refreshed;

        Pending(@Nullable Answer refreshed) {
            this.refreshed = refreshed;
        }

        CompletionStage<ToolMetadata> answer() {
            return result.minimalCompletionStage();
        }

        void endRefresh() {
            if (refreshed != null) {
                refreshed.refreshing().set(false);
            }
        }
    }
}
