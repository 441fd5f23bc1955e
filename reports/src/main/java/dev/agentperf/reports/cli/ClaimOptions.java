package dev.agentperf.reports.cli;

import dev.agentperf.simulator.replay.Hints;
import dev.agentperf.simulator.trace.Claimant;
import dev.agentperf.simulator.trace.SessionStream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who claims a container in a replay, and what the pool is told ahead. */
final class ClaimOptions {
    @Mixin
    private final ClaimantOption claimant = new ClaimantOption();

    @Option(
            names = "--hints",
            paramLabel = "WHAT",
            completionCandidates = Choice.OfHints.class,
            defaultValue = "none",
            description = "Told ahead of tool calls: none, predicted or streamed (default: none).")
    private Hints hints = Hints.NONE;

    Hints hints() {
        return hints;
    }

    /** Refuses hints of calls that claim nothing. */
    void check() {
        if (hints != Hints.NONE && claimant.claimant() == Claimant.SESSION) {
            throw new IllegalArgumentException("--hints go with --claims tool, were given with --claims session");
        }
    }

    /** Returns what claims in a trace: its sessions, or their tool calls. */
    SessionStream claims(SessionStream sessions) {
        return claimant.of(sessions);
    }
}
