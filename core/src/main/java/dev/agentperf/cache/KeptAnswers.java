package dev.agentperf.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy;
import dev.agentperf.time.Ticker;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Answers of tool servers by who may see them: a private one under its key, a shared one under the key without scope.
 * Thread-safe.
 */
final class KeptAnswers {
    private final Duration defaultTtl;
    private final Duration usefulPastTtl;
    private final Ticker ticker;
    private final Cache<ToolKey, Answer> answers;
    private final Policy.VarExpiration<ToolKey, Answer> lifetimes;

    KeptAnswers(CacheConfig config, Duration usefulPastTtl, Ticker ticker, Executor executor) {
        this.defaultTtl = config.ttl();
        this.usefulPastTtl = usefulPastTtl;
        this.ticker = ticker;
        answers = Caffeine.newBuilder()
                .maximumSize(config.maxEntries())
                .expireAfter(new FixedLifetime<ToolKey, Answer>(config.ttl()))
                .ticker(ticker::read)
                .executor(executor)
                .build();
        lifetimes = answers.policy().expireVariably().orElseThrow();
    }

    /** Returns what a key may see, fresh or not; null where there is nothing. */
    @Nullable
    Answer find(ToolKey key) {
        Answer own = answers.getIfPresent(key);
        return own != null || key.scope().isEmpty() ? own : shared(key);
    }

    /* What was answered to callers without a scope is private to them, unless its server calls it shared. */
    private @Nullable Answer shared(ToolKey key) {
        Answer answer = answers.getIfPresent(key.withScope(""));
        return answer != null && answer.isShared() ? answer : null;
    }

    /** Keeps an answer for as long as its server lets it; one that must not be kept takes the place of nothing. */
    void store(ToolKey key, ToolMetadata metadata) {
        Duration ttl = metadata.ttl() != null ? metadata.ttl() : defaultTtl;
        if (ttl.isZero()) {
            forget(key);
            return;
        }
        Answer answer = new Answer(metadata, ticker.read() + Saturated.nanos(ttl));
        ToolKey owner = answer.isShared() ? key.withScope("") : key;
        @Nullable Answer unused = lifetimes.put(owner, answer, Saturated.sum(ttl, usefulPastTtl));
    }

    /** Drops what a key may see. */
    void forget(ToolKey key) {
        answers.invalidate(key);
        if (shared(key) != null) {
            answers.invalidate(key.withScope(""));
        }
    }

    void forgetServer(String server) {
        answers.asMap().keySet().removeIf(key -> key.server().equals(server));
    }

    long dropColdest(double share) {
        return Coldest.drop(answers, share);
    }

    long trim() {
        long before = answers.estimatedSize();
        answers.cleanUp();
        return Math.max(0, before - answers.estimatedSize());
    }
}
