package dev.agentperf.reports.cli;

import dev.agentperf.simulator.replay.Hints;
import dev.agentperf.simulator.trace.SessionStream;
import dev.agentperf.simulator.trace.ToolCalls;
import picocli.CommandLine.Option;

/** Who claims a container in a replay, and what the pool is told ahead. */
final class ClaimOptions {
    @Option(
            names = "--claims",
            paramLabel = "WHO",
            completionCandidates = Choice.OfClaimant.class,
            defaultValue = "session",
            description = "Who has a container: each session, or each tool call (default: session).")
    private Claimant claimant = Claimant.SESSION;

    @Option(
            names = "--hints",
            paramLabel = "WHAT",
            completionCandidates = Choice.OfHints.class,
            defaultValue = "none",
            description = "Told ahead of tool calls: none, predicted or streamed (default: none).")
    private Hints hints = Hints.NONE;

    /** Who claims. */
    enum Claimant {
        SESSION,
        TOOL
    }

    Hints hints() {
        return hints;
    }

    /** Refuses hints of calls that claim nothing. */
    void check() {
        if (hints != Hints.NONE && claimant == Claimant.SESSION) {
            throw new IllegalArgumentException("--hints go with --claims tool, were given with --claims session");
        }
    }

    /** Returns what claims in a trace: its sessions, or their tool calls. */
    SessionStream claims(SessionStream sessions) {
        return claimant == Claimant.TOOL ? new ToolCalls(sessions) : sessions;
    }
}
