package dev.agentperf.cache;

import static java.util.Objects.requireNonNull;

import dev.agentperf.AgentType;
import dev.agentperf.stats.HitStats;
import dev.agentperf.time.Ticker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * What the agents of a type do next, learned from the tool sequences of past runs: to fetch the metadata of a tool, or
 * to warm what it needs, before it is called.
 *
 * <p>A guess looks at what runs called that stood where this one stands, at all that it did so far, at what it did
 * itself the last time it called the same tool, and, where its {@linkplain UserTurn user turns} tell them, at the words
 * that were said. It is kept for 300 seconds: runs recorded meanwhile show only after that. {@link PatternReplay} tells
 * how good the guesses are. Of words that past users said, up to {@value MarkVotes#MOST_MARKS} are kept for each type,
 * in memory alone.
 *
 * <p>Thread-safe.
 */
public final class ExecutionPatterns {

    /**
     * Stands in a sequence for a turn of the user, which is no tool and is never guessed but tells what comes next.
     * Where it is known what was said, {@link UserTurn#asStep} tells more.
     */
    public static final String USER_TURN = "\0user turn";

    /** Stands before a run's first step, so that how runs begin is learned too. */
    static final String START = "\0start";

    private final ConcurrentHashMap<AgentType, SequenceModel> learned = new ConcurrentHashMap<>();
    private final PerformanceCache<Question, List<Guess>> guesses;

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
     * A tool that may come next.
     *
     * @param tool its name
     * @param probability 0 to 1; those of all guesses add up to 1
     */
    public record Guess(String tool, double probability) {}

    /**
     * Learns from one run that has ended.
     *
     * @param steps the names of the tools that it called and its user turns ({@link #USER_TURN},
     *     {@link UserTurn#asStep}), in order; may be empty
     */
    public void record(AgentType type, List<String> steps) {
        requireNonNull(type, "type");
        learned.computeIfAbsent(type, newType -> new SequenceModel()).learn(fromStart(steps));
    }

    /**
     * Returns the tools that an agent may call next, the most probable first; of equals the first in the alphabet.
     *
     * @param steps all that it did so far, {@linkplain #USER_TURN user turns} included; empty before its first step
     * @return empty where no run of the type is known
     */
    public List<Guess> ranked(AgentType type, List<String> steps) {
        List<String> whole = fromStart(steps);
        List<String> last = whole.subList(Math.max(0, whole.size() - SequenceModel.MOST_STEPS), whole.size());
        return guesses.get(new Question(type, List.copyOf(last)), this::guess);
    }

    /** Returns the tool that an agent will most probably call after {@code lastTool}; empty where no run is known. */
    public Optional<String> next(AgentType type, String lastTool) {
        return guesses.get(new Question(type, List.of(lastTool)), this::guess).stream()
                .map(Guess::tool)
                .findFirst();
    }

    static List<String> fromStart(List<String> steps) {
        List<String> whole = new ArrayList<>(steps.size() + 1);
        whole.add(START);
        whole.addAll(steps);
        return whole;
    }

    private List<Guess> guess(Question question) {
        SequenceModel model = learned.get(question.type());
        return model == null ? List.of() : model.ranked(question.steps());
    }

    /** Returns how often a guess was still kept. */
    public HitStats stats() {
        return guesses.stats();
    }

    private record Question(AgentType type, List<String> steps) {}
}
