package dev.agentperf.spark;

import dev.agentperf.simulator.sweep.Cell;
import dev.agentperf.simulator.sweep.CellResult;
import dev.agentperf.simulator.sweep.Grid;
import dev.agentperf.simulator.sweep.Sweep;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.function.Function;

/**
 * Runs one cell, which it finds by its place in the grid: text travels to the executors, no object of ours.
 *
 * @param grid the grid's text
 * @param traces the traces' files, which every executor sees under the same names
 */
record CellTask(String grid, List<String> traces) implements Function<Integer, CellResult> {
    private static final long serialVersionUID = 1L;

    /** One an executor, for it remembers what it learned of a trace on its first pass. */
    private static final Sweep SWEEP = new Sweep(1);

    @Override
    public CellResult call(Integer index) {
        Cell cell =
                Grid.parse(grid).cells(traces.stream().map(Path::of).toList()).get(index);
        List<CellResult> results = new ArrayList<>();
        SWEEP.run(List.of(cell), results::add);
        return results.get(0);
    }
}
