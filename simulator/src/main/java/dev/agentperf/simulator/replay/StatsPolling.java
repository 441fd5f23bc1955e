package dev.agentperf.simulator.replay;

import dev.agentperf.simulator.engine.Engine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks for the statistics of every running session once a second, as a dashboard or a limit watcher does.
 *
 * <p>One beat serves all sessions; it rests while none runs. Not thread-safe.
 */
final class StatsPolling {
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final int NOT_ASKED = -1;

    private final Engine engine;
    private final Questions questions;
    private final List<LiveSession> toAsk = new ArrayList<>();
    private int running;
    private boolean beating;
    private long beats;
    private long spared;

    /** Which questions reach the monitor; the others are counted as asked. */
    enum Questions {
        /** Every one. */
        ALL,
        /**
         * The first about each session. Its feed stays open as long as somebody asks every second, and answers all the
         * others, so that the figures are those of {@link #ALL} wherever each session has a container of its own. It is
         * not so where a container outlives its session, for then it matters when it was asked for last.
         */
        FIRST
    }

    StatsPolling(Engine engine, Questions questions) {
        this.engine = engine;
        this.questions = questions;
    }

    void start(LiveSession session) {
        session.firstBeat = beats + 1;
        session.pollIndex = toAsk.size();
        toAsk.add(session);
        running++;
        if (!beating) {
            beating = true;
            engine.schedule(PERIOD, this::beat);
        }
    }

    void stop(LiveSession session) {
        running--;
        if (session.pollIndex == NOT_ASKED) {
            spared += beats - session.firstBeat;
            return;
        }
        LiveSession last = toAsk.remove(toAsk.size() - 1);
        if (last != session) {
            toAsk.set(session.pollIndex, last);
            last.pollIndex = session.pollIndex;
        }
    }

    /** Returns how many questions were counted and not asked, of the sessions that have ended. */
    long spared() {
        return spared;
    }

    private void beat() {
        if (running == 0) {
            beating = false;
            return;
        }
        beats++;
        toAsk.forEach(LiveSession::poll);
        if (questions == Questions.FIRST) {
            toAsk.forEach(session -> session.pollIndex = NOT_ASKED);
            toAsk.clear();
        }
        engine.schedule(PERIOD, this::beat);
    }
}
