package dev.agentperf.reports.gate.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.agentperf.reports.model.Environment;
import dev.agentperf.reports.model.PlannedSizes;
import dev.agentperf.reports.model.PoolLoads;
import dev.agentperf.reports.model.Predictions;
import dev.agentperf.reports.model.ResultsFiles;
import dev.agentperf.reports.model.Starts;
import dev.agentperf.reports.model.SweepCells;
import dev.agentperf.reports.model.Targets;
import dev.agentperf.reports.read.ResultsException;
import dev.agentperf.reports.read.ResultsFile;
import dev.agentperf.simulator.result.SimulationResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads one side of a comparison, told by content: JMH's JSON, a histogram log, one of our results files, or the
 * directory that {@code run --out} wrote. Stateless and thread-safe.
 */
public final class GateInputs {
    /** Of a directory's files, those that hold figures to compare. */
    private static final List<String> COMPARABLE = List.of(
            ResultsFiles.TARGETS,
            ResultsFiles.STARTS,
            ResultsFiles.POOL,
            ResultsFiles.SIMULATION,
            ResultsFiles.PLAN,
            ResultsFiles.SWEEP,
            ResultsFiles.PREDICTIONS,
            ResultsFiles.JMH);

    private final List<JmhRun> measured = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final Map<String, String> conditions = new TreeMap<>();
    private @Nullable Environment environment;

    private GateInputs() {}

    /**
     * Reads a file or a directory.
     *
     * @throws ResultsException if it cannot be read, or is none of these
     */
    public static GateInput read(Path path) {
        GateInputs inputs = new GateInputs();
        if (Files.isDirectory(path)) {
            inputs.readDirectory(path);
        } else {
            inputs.readFile(path);
            inputs.readEnvironment(path.resolveSibling(ResultsFiles.ENVIRONMENT));
        }
        return new GateInput(path.toString(), inputs.measured, inputs.figures, inputs.conditions, inputs.environment);
    }

    private void readDirectory(Path directory) {
        Path results = directory.resolve(ResultsFiles.DIRECTORY);
        Path from = Files.isDirectory(results) ? results : directory;
        List<Path> files =
                COMPARABLE.stream().map(from::resolve).filter(Files::exists).toList();
        if (files.isEmpty()) {
            throw new ResultsException(
                    from + ": no results here, expected at least one of " + String.join(", ", COMPARABLE));
        }
        files.forEach(this::readFile);
        readEnvironment(from.resolve(ResultsFiles.ENVIRONMENT));
    }

    private void readFile(Path file) {
        if (file.toString().endsWith(".hlog")) {
            figures.addAll(HistogramFile.read(file));
            return;
        }
        JsonNode root = ResultsFile.read(file, JsonNode.class);
        if (root.isArray()) {
            measured.addAll(JmhFile.read(file));
        } else if (root.has("trace")) {
            SimulationResult simulation = ResultsFile.read(file, SimulationResult.class);
            conditions.put("trace", simulation.trace().toString());
            figures.addAll(ResultFigures.of(simulation));
        } else if (root.has("paths")) {
            Starts starts = ResultsFile.read(file, Starts.class);
            conditions.put("starts", starts.runtime() + " " + starts.image());
            figures.addAll(ResultFigures.of(starts));
        } else if (root.has("loads")) {
            PoolLoads pool = ResultsFile.read(file, PoolLoads.class);
            conditions.put("pool", pool.runtime() + " " + pool.image());
            figures.addAll(ResultFigures.of(pool));
        } else if (root.has("level")) {
            figures.addAll(ResultFigures.of(ResultsFile.read(file, PlannedSizes.class)));
        } else if (root.has("cells")) {
            figures.addAll(ResultFigures.of(ResultsFile.read(file, SweepCells.class)));
        } else if (root.has("targets")) {
            figures.addAll(ResultFigures.of(ResultsFile.read(file, Targets.class)));
        } else if (root.path("runs").path(0).has("predictor")) {
            figures.addAll(ResultFigures.of(ResultsFile.read(file, Predictions.class)));
        } else {
            throw new ResultsException(file + ": expected JMH's JSON, a simulation.json, starts.json, pool.json,"
                    + " targets.json, plan.json, sweep.json or predictions.json");
        }
    }

    private void readEnvironment(Path file) {
        if (!Files.exists(file)) {
            return;
        }
        Environment known = ResultsFile.read(file, Environment.class);
        environment = known;
        conditions.put("processor", known.machine().cpu());
        conditions.put("cores", Integer.toString(known.machine().cores()));
        conditions.put("memory", Long.toString(known.machine().memoryBytes()));
        conditions.put("kernel", known.machine().kernel());
        conditions.put("JDK", known.jvm().vendor() + " " + known.jvm().version());
        conditions.put("collectors", String.join(", ", known.jvm().gc()));
    }
}
