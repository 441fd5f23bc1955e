package dev.agentperf.spark.cli;

import dev.agentperf.AgentPerfException;
import dev.agentperf.simulator.sweep.Cell;
import dev.agentperf.simulator.sweep.CellResult;
import dev.agentperf.simulator.sweep.Grid;
import dev.agentperf.simulator.sweep.SweepJournal;
import dev.agentperf.spark.SparkSweep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * The driver of a sweep: {@code Main MASTER GRID OUT TRACE...}. What Spark is to be told besides stands in system
 * properties, {@code -Dspark.executor.memory=2g} for example.
 */
public final class Main {
    private static final int FIRST_TRACE = 3;

    private Main() {}

    /** Runs the sweep; exits with 0, or with 2 and one line that says why. */
    public static void main(String[] args) throws InterruptedException {
        try {
            run(args[0], Path.of(args[1]), Path.of(args[2]), Arrays.asList(args).subList(FIRST_TRACE, args.length));
        } catch (AgentPerfException | IOException | IllegalArgumentException e) {
            System.err.println("agentperf: " + e.getMessage());
            System.exit(2);
        }
    }

    private static void run(String master, Path gridFile, Path out, List<String> traces)
            throws IOException, InterruptedException {
        String grid = Files.readString(gridFile);
        List<Cell> cells = Grid.parse(grid).cells(traces.stream().map(Path::of).toList());
        try (SweepJournal journal = new SweepJournal(out, cells);
                JavaSparkContext context = new JavaSparkContext(configuration(master))) {
            int known = cells.size() - journal.remaining().size();
            int[] done = {known};
            new SparkSweep(context)
                    .run(
                            grid,
                            traces,
                            journal,
                            result -> System.out.println("sweep: " + ++done[0] + " of " + cells.size()));
            List<CellResult> results = journal.commit();
            System.out.println(
                    results.size() + " cells written to " + out + ", " + known + " of them known from an earlier run");
        }
    }

    private static SparkConf configuration(String master) {
        String ours = Path.of(Main.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();
        return new SparkConf()
                .setMaster(master)
                .setAppName("agentperf sweep")
                .setIfMissing("spark.jars", ours)
                .setIfMissing("spark.ui.enabled", "false")
                .setIfMissing("spark.log.level", "ERROR");
    }
}
