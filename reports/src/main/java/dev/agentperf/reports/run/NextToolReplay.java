package dev.agentperf.reports.run;

import dev.agentperf.AgentType;
import dev.agentperf.cache.PatternReplay;
import dev.agentperf.reports.model.PatternScores.PatternScore;
import dev.agentperf.simulator.replay.SessionPatterns;
import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.SessionStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Guesses every tool call of one trace from the sessions that began before. A session is learned when it is over, and
 * the next one guessed after that: where they overlap in the trace, that is more than could be known at the time. Not
 * thread-safe.
 */
public final class NextToolReplay {
    private final Map<AgentType, PatternReplay> replays = new TreeMap<>();

    /** Creates a replay that has seen no session. */
    public NextToolReplay() {}

    /** Guesses all sessions of a trace, one after another, in the order of their starts. */
    public void observeAll(SessionStream sessions) {
        for (Session session = sessions.next(); session != null; session = sessions.next()) {
            replays.computeIfAbsent(session.type(), type -> new PatternReplay())
                    .observe(session.type(), SessionPatterns.of(session));
        }
    }

    /** Returns the score of each type that called a tool, on the second half of its calls. */
    public List<PatternScore> scores(String trace) {
        return replays.entrySet().stream()
                .map(entry -> score(trace, entry.getKey(), entry.getValue().secondHalf()))
                .filter(score -> score.calls() > 0)
                .toList();
    }

    private static PatternScore score(String trace, AgentType type, PatternReplay.Score half) {
        return new PatternScore(
                trace, type.name(), half.guesses(), half.firstRate(), half.amongThreeRate(), half.firstOrderRate());
    }
}
