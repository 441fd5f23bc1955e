package dev.agentperf.simulator.sweep;

import dev.agentperf.pool.Reuse;
import dev.agentperf.simulator.bounds.CostModel;
import dev.agentperf.simulator.recursion.QuickReplay;
import dev.agentperf.simulator.recursion.QuickRun;
import dev.agentperf.simulator.recursion.Turnover;
import dev.agentperf.simulator.replay.ReplayConfig;
import dev.agentperf.simulator.replay.Replays;
import dev.agentperf.simulator.result.PolicyRun;
import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.SessionStream;
import dev.agentperf.simulator.trace.TraceFormat;
import dev.agentperf.simulator.trace.TraceOptions;
import dev.agentperf.simulator.trace.TraceScan;
import dev.agentperf.simulator.trace.Traces;
import java.util.ArrayList;
import java.util.List;

/** Some cells of one trace, run while it is read once. */
record Pass(Cell.Reading reading, List<Cell> cells) {
    private static final int BATCH = 2_048;

    static SessionStream open(Cell.Reading reading) {
        TraceOptions options = new TraceOptions(TraceFormat.AUTO, reading.placement(), reading.seed());
        return reading.claimant().of(Traces.open(List.of(reading.trace()), options));
    }

    List<CellResult> run(TraceScan scan) {
        return QuickReplay.fits(cells.get(0).policy()) ? runQuickly(scan) : runInTheEngine(scan);
    }

    private List<CellResult> runQuickly(TraceScan scan) {
        List<QuickReplay> replays = cells.stream()
                .map(cell -> new QuickReplay(cell.policy(), turnover(cell), scan))
                .toList();
        try (SessionStream sessions = open(reading)) {
            for (List<Session> batch = sessions.next(BATCH); !batch.isEmpty(); batch = sessions.next(BATCH)) {
                for (QuickReplay replay : replays) {
                    replay.accept(batch);
                }
            }
        }
        List<CellResult> results = new ArrayList<>();
        for (int i = 0; i < replays.size(); i++) {
            results.add(result(cells.get(i), replays.get(i).finish()));
        }
        return results;
    }

    private static Turnover turnover(Cell cell) {
        CostModel model = cell.model();
        return new Turnover(
                model.coldStart().toNanos(),
                model.reuse() == Reuse.RESET,
                model.reset().toNanos());
    }

    private List<CellResult> runInTheEngine(TraceScan scan) {
        return cells.stream().map(cell -> inTheEngine(cell, scan)).toList();
    }

    private CellResult inTheEngine(Cell cell, TraceScan scan) {
        CostModel model = cell.model();
        ReplayConfig config = new ReplayConfig(
                List.of(cell.policy()), model.coldStart(), model.reset(), model.reuse(), reading.seed(), model.price());
        PolicyRun run = new Replays(config, arrived -> {})
                .run(() -> open(reading), scan)
                .runs()
                .get(0);
        return new CellResult(
                cell.key(),
                run.policy(),
                run.claims(),
                run.warmStarts(),
                run.coldStarts(),
                run.warmRate(),
                run.idleMbSeconds(),
                run.cost());
    }

    private static CellResult result(Cell cell, QuickRun run) {
        return new CellResult(
                cell.key(),
                run.policy(),
                run.claims(),
                run.warmStarts(),
                run.coldStarts(),
                run.warmRate(),
                run.idleMbSeconds(),
                cell.model().cost(run.coldStarts(), run.idleMbSeconds()));
    }
}
