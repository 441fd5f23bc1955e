package dev.agentperf.reports.gate.run;

import java.time.Duration;

/** Learns how a gate gets on. Called from the thread that runs it. */
public interface GateListener {

    /** A listener that ignores everything. */
    GateListener NONE = new GateListener() {
        @Override
        public void pairDone(ForkTask last, Duration spent, Duration left) {}

        @Override
        public void note(String line) {}
    };

    /**
     * A pair is done.
     *
     * @param last its second fork
     * @param spent the time of all forks so far
     * @param left about how long the rest takes, at most
     */
    void pairDone(ForkTask last, Duration spent, Duration left);

    /** Something that a person should know, one line. */
    void note(String line);
}
