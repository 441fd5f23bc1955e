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

    private final Engine engine;
    private final List<LiveSession> running = new ArrayList<>();
    private boolean beating;

    StatsPolling(Engine engine) {
        this.engine = engine;
    }

    void start(LiveSession session) {
        session.pollIndex = running.size();
        running.add(session);
        if (!beating) {
            beating = true;
            engine.schedule(PERIOD, this::beat);
        }
    }

    void stop(LiveSession session) {
        LiveSession last = running.remove(running.size() - 1);
        if (last != session) {
            running.set(session.pollIndex, last);
            last.pollIndex = session.pollIndex;
        }
        session.pollIndex = -1;
    }

    private void beat() {
        if (running.isEmpty()) {
            beating = false;
            return;
        }
        running.forEach(LiveSession::poll);
        engine.schedule(PERIOD, this::beat);
    }
}
