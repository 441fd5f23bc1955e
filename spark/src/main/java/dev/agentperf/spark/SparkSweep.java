package dev.agentperf.spark;

import dev.agentperf.simulator.sweep.Cell;
import dev.agentperf.simulator.sweep.CellResult;
import dev.agentperf.simulator.sweep.Grid;
import dev.agentperf.simulator.sweep.SweepException;
import dev.agentperf.simulator.sweep.SweepJournal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;

/**
 * Runs the cells of a sweep on a Spark cluster: a job a cell, so that each result is kept as soon as it is there, and
 * what an executor was doing when it died is done again by another.
 *
 * <p>The figures of a cell depend on the cell alone, and the journal writes them in the order of the grid: the result
 * has the bytes of a local sweep. Not thread-safe.
 */
public final class SparkSweep {
    private static final Pattern CAUSE = Pattern.compile("dev\\.agentperf\\.[\\w.]*Exception: (.*)");

    private final JavaSparkContext context;

    /** Creates a sweep in a session, which the caller closes. */
    public SparkSweep(JavaSparkContext context) {
        this.context = context;
    }

    /**
     * Runs what the journal lacks.
     *
     * @param grid the grid's text
     * @param traces the traces' files, which every executor sees under the same names
     * @param onResult hears each result once it is in the journal
     * @throws SweepException if a cell cannot be run
     * @throws InterruptedException if the calling thread is interrupted
     */
    public void run(String grid, List<String> traces, SweepJournal journal, Consumer<CellResult> onResult)
            throws InterruptedException {
        List<Cell> cells = Grid.parse(grid).cells(traces.stream().map(Path::of).toList());
        CellTask task = new CellTask(grid, new ArrayList<>(traces));
        List<JavaFutureAction<List<CellResult>>> jobs = new ArrayList<>();
        for (Cell cell : journal.remaining()) {
            jobs.add(context.parallelize(List.of(cells.indexOf(cell)), 1)
                    .map(task)
                    .collectAsync());
        }
        for (JavaFutureAction<List<CellResult>> job : jobs) {
            CellResult result = await(job);
            journal.add(result);
            onResult.accept(result);
        }
    }

    private static CellResult await(JavaFutureAction<List<CellResult>> job) throws InterruptedException {
        try {
            return job.get().get(0);
        } catch (ExecutionException failed) {
            SweepException known = new SweepException(reason(failed.getCause()));
            known.initCause(failed);
            throw known;
        }
    }

    /* Spark tells of an executor's exception in the text of its own. */
    private static String reason(@Nullable Throwable failure) {
        String text = failure == null ? "" : String.valueOf(failure.getMessage());
        Matcher cause = CAUSE.matcher(text);
        return cause.find()
                ? cause.group(1)
                : "Spark could not run a cell: " + text.lines().findFirst().orElse("it does not say why");
    }
}
