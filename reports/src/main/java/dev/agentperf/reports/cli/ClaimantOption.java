package dev.agentperf.reports.cli;

import dev.agentperf.simulator.trace.Claimant;
import dev.agentperf.simulator.trace.SessionStream;
import picocli.CommandLine.Option;

/** Who claims a container. */
final class ClaimantOption {
    @Option(
            names = "--claims",
            paramLabel = "WHO",
            completionCandidates = Choice.OfClaimant.class,
            defaultValue = "session",
            description = "Who has a container: each session, or each tool call (default: session).")
    private Claimant claimant = Claimant.SESSION;

    Claimant claimant() {
        return claimant;
    }

    /** Returns what claims in a trace: its sessions, or their tool calls. */
    SessionStream of(SessionStream sessions) {
        return claimant.of(sessions);
    }
}
