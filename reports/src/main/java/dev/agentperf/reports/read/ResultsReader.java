package dev.agentperf.reports.read;

import dev.agentperf.reports.model.Environment;
import dev.agentperf.reports.model.JmhResult;
import dev.agentperf.reports.model.PlannedSizes;
import dev.agentperf.reports.model.PoolLoads;
import dev.agentperf.reports.model.Predictions;
import dev.agentperf.reports.model.ResultsFiles;
import dev.agentperf.reports.model.RunReport;
import dev.agentperf.reports.model.Starts;
import dev.agentperf.reports.model.SweepCells;
import dev.agentperf.reports.model.Targets;
import dev.agentperf.simulator.result.SimulationResult;
import dev.agentperf.simulator.result.Timelines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@code --out DIR} wrote. Stateless and thread-safe. */
public final class ResultsReader {
    private ResultsReader() {}

    /**
     * Reads every results file there is; one that is absent was not measured.
     *
     * @param directory the directory of the run, which holds one named {@value ResultsFiles#DIRECTORY}
     * @throws ResultsException if there is no results file, or one cannot be read or breaks its contract
     */
    public static RunReport read(Path directory) {
        Path results = directory.resolve(ResultsFiles.DIRECTORY);
        requireResults(directory, results);
        Environment environment = read(results, ResultsFiles.ENVIRONMENT, Environment.class);
        Targets targets = read(results, ResultsFiles.TARGETS, Targets.class);
        Starts starts = read(results, ResultsFiles.STARTS, Starts.class);
        PoolLoads pool = read(results, ResultsFiles.POOL, PoolLoads.class);
        SimulationResult simulation = read(results, ResultsFiles.SIMULATION, SimulationResult.class);
        Timelines timelines = read(results, ResultsFiles.TIMELINES, Timelines.class);
        PlannedSizes plan = read(results, ResultsFiles.PLAN, PlannedSizes.class);
        SweepCells sweep = read(results, ResultsFiles.SWEEP, SweepCells.class);
        Predictions predictions = read(results, ResultsFiles.PREDICTIONS, Predictions.class);
        return new RunReport(
                environment, targets, starts, pool, simulation, timelines, plan, sweep, predictions, jmh(results));
    }

    private static void requireResults(Path directory, Path results) {
        if (!Files.isDirectory(directory)) {
            throw new ResultsException(
                    directory + ": no such directory, expected one that `agentperf run --out` wrote");
        }
        if (ResultsFiles.all().stream().noneMatch(name -> Files.exists(results.resolve(name)))) {
            throw new ResultsException(
                    results + ": no results here, expected at least one of " + String.join(", ", ResultsFiles.all()));
        }
    }

    private static <T> @Nullable T read(Path results, String name, Class<T> type) {
        Path file = results.resolve(name);
        return Files.exists(file) ? ResultsFile.read(file, type) : null;
    }

    private static List<JmhResult> jmh(Path results) {
        Path file = results.resolve(ResultsFiles.JMH);
        return Files.exists(file) ? ResultsFile.readList(file, JmhResult.class) : List.of();
    }
}
