package dev.agentperf.cache;

import static java.util.Objects.requireNonNull;

import dev.agentperf.AgentType;
import dev.agentperf.stats.HitStats;
import dev.agentperf.time.Ticker;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * What the agents of a type do next, counted from the tool sequences of past runs.
 *
 * <p>A guess is the tool that followed the last one most often (of equals, the first in the alphabet), kept for 300
 * seconds: runs recorded meanwhile show only after that. Memory grows with the distinct pairs of tools of a type.
 *
 * <p>Thread-safe.
 */
public final class ExecutionPatterns {
    private final ConcurrentHashMap<AgentType, Transitions> learned = new ConcurrentHashMap<>();
    private final PerformanceCache<Question, Optional<String>> guesses;

    /**
     * Creates an empty collection.
     *
     * @param config how many guesses are kept and for how long; {@link CacheConfig#DEFAULT} for the usual 300 seconds
     * @param ticker its clock
     * @param executor runs the cache's maintenance
     */
    public ExecutionPatterns(CacheConfig config, Ticker ticker, Executor executor) {
        guesses = new PerformanceCache<>(config, ticker, executor);
    }

    /**
     * Learns from one run that has ended.
     *
     * @param tools the names of the tools that it called, in order; may be empty
     */
    public void record(AgentType type, List<String> tools) {
        requireNonNull(type, "type");
        if (tools.size() >= 2) {
            learned.computeIfAbsent(type, newType -> new Transitions()).add(List.copyOf(tools));
        }
    }

    /** Returns the tool that an agent will probably call after {@code lastTool}; empty where none ever followed it. */
    public Optional<String> next(AgentType type, String lastTool) {
        return guesses.get(new Question(type, lastTool), this::guess);
    }

    private Optional<String> guess(Question question) {
        Transitions transitions = learned.get(question.type());
        return transitions == null ? Optional.empty() : transitions.mostFrequentAfter(question.lastTool());
    }

    /** Returns how often a guess was still kept. */
    public HitStats stats() {
        return guesses.stats();
    }

    private record Question(AgentType type, String lastTool) {}
}
