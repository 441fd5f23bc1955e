package dev.agentperf.simulator.replay;

import dev.agentperf.simulator.engine.Engine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Asks for the statistics of every running session once a second, as a dashboard or a limit watcher does.
 *
 * <p>One beat serves all sessions; it rests while none runs. Not thread-safe.
 *
 * <p>The monitor answers every question but a container's first from the feed that is open already, and a feed stays
 * open while somebody asks now and then. So it is enough to ask one question in {@value #SAMPLED} and to count the
 * others as asked: the figures are the same (a test compares them). That does not hold where a container outlives its
 * session, for then it matters when it was asked for last.
 */
final class StatsPolling {
    private static final Duration PERIOD = Duration.ofSeconds(1);

    /** One question in so many seconds: just often enough for a feed to stay open. */
    static final int SAMPLED = 30;

    private final Engine engine;
    private final int oneIn;

    /** The running sessions by the beat at which each is asked for, modulo {@code oneIn}. */
    private final List<List<LiveSession>> turns;

    private int running;
    private boolean beating;
    private long beats;
    private long spared;

    /**
     * Creates a polling without sessions.
     *
     * @param oneIn of how many questions about a session one reaches the monitor; at least 1
     */
    StatsPolling(Engine engine, int oneIn) {
        this.engine = engine;
        this.oneIn = oneIn;
        turns = IntStream.range(0, oneIn)
                .<List<LiveSession>>mapToObj(turn -> new ArrayList<>())
                .toList();
    }

    void start(LiveSession session) {
        session.firstBeat = beats + 1;
        List<LiveSession> turn = turn(session.firstBeat);
        session.pollIndex = turn.size();
        turn.add(session);
        running++;
        if (!beating) {
            beating = true;
            engine.schedule(PERIOD, this::beat);
        }
    }

    void stop(LiveSession session) {
        List<LiveSession> turn = turn(session.firstBeat);
        LiveSession last = turn.remove(turn.size() - 1);
        if (last != session) {
            turn.set(session.pollIndex, last);
            last.pollIndex = session.pollIndex;
        }
        running--;
        long questions = beats - session.firstBeat + 1;
        spared += questions - (questions + oneIn - 1) / oneIn;
    }

    /** Returns how many questions were counted and not asked, of the sessions that have ended. */
    long spared() {
        return spared;
    }

    private List<LiveSession> turn(long beat) {
        return turns.get((int) (beat % oneIn));
    }

    private void beat() {
        if (running == 0) {
            beating = false;
            return;
        }
        beats++;
        turn(beats).forEach(LiveSession::poll);
        engine.schedule(PERIOD, this::beat);
    }
}
