package dev.agentperf.simulator.replay;

import dev.agentperf.runtime.ContainerMonitor;
import dev.agentperf.simulator.engine.Engine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Asks for the statistics of every running session once a second, as a dashboard or a limit watcher does.
 *
 * <p>One beat serves all sessions; it rests while none runs. Not thread-safe.
 */
final class StatsPolling {
    private static final Duration PERIOD = Duration.ofSeconds(1);

    /* In beats. A feed that is read so often stays open, see ContainerMonitor.UNREAD. */
    private static final int FEW = (int) ContainerMonitor.UNREAD.toSeconds() / 2;

    /* More than FEW: who has just been asked is not due again in the same slot. */
    private static final int SLOTS = 32;

    private final Engine engine;
    private final Questions questions;

    /* Who is asked next at which beat, modulo their number. */
    private final List<List<LiveSession>> due = Stream.generate(() -> (List<LiveSession>) new ArrayList<LiveSession>())
            .limit(SLOTS)
            .toList();
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
         * others, so that the figures are those of {@link #ALL} wherever each session has a container of its own, which
         * does not die before it. Where one outlives its session it matters when it was asked for last.
         */
        FIRST,
        /**
         * One at each beat, and about each session the first, the last two and in between as many as keep a feed open:
         * the figures are those of {@link #ALL}, for a feed is opened and closed when it would have been. Two, for the
         * last beat may come just after the session's end.
         */
        FEW
    }

    StatsPolling(Engine engine, Questions questions) {
        this.engine = engine;
        this.questions = questions;
    }

    void start(LiveSession session) {
        session.firstBeat = beats + 1;
        add(session, beats + 1);
        running++;
        if (!beating) {
            beating = true;
            engine.schedule(PERIOD, this::beat);
        }
    }

    void stop(LiveSession session) {
        running--;
        spared += beats - session.firstBeat + 1 - session.asked;
        if (session.nextBeat > beats) {
            remove(session);
        }
    }

    private void add(LiveSession session, long beat) {
        List<LiveSession> slot = slot(beat);
        session.nextBeat = beat;
        session.indexInSlot = slot.size();
        slot.add(session);
    }

    private void remove(LiveSession session) {
        List<LiveSession> slot = slot(session.nextBeat);
        LiveSession last = slot.remove(slot.size() - 1);
        if (last != session) {
            slot.set(session.indexInSlot, last);
            last.indexInSlot = session.indexInSlot;
        }
    }

    private List<LiveSession> slot(long beat) {
        return due.get((int) (beat % SLOTS));
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
        List<LiveSession> now = slot(beats);
        if (now.isEmpty() && questions == Questions.FEW) {
            // The monitor closes feeds while it is asked, so it has to be at every beat at which it would have been.
            due.stream()
                    .filter(slot -> !slot.isEmpty())
                    .findFirst()
                    .ifPresent(slot -> slot.get(0).ask());
        }
        for (LiveSession session : now) {
            session.ask();
            if (questions != Questions.FIRST) {
                add(session, nextBeat(session));
            }
        }
        now.clear();
        engine.schedule(PERIOD, this::beat);
    }

    private long nextBeat(LiveSession session) {
        if (questions == Questions.ALL) {
            return beats + 1;
        }
        long last = beats + (session.endNanos() - engine.read()) / PERIOD.toNanos();
        return Math.max(beats + 1, Math.min(beats + FEW, last - 1));
    }
}
