package dev.agentperf.simulator.sweep;

import dev.agentperf.simulator.recursion.QuickReplay;
import dev.agentperf.simulator.trace.SessionStream;
import dev.agentperf.simulator.trace.TraceScan;
import dev.agentperf.time.Workers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Runs the cells of a grid on several cores, a trace read once for many of them.
 *
 * <p>The figures of a cell depend on the cell alone: not on the cores, nor on the other cells.
 */
public final class Sweep {
    private final int cores;
    private final Map<Cell.Reading, TraceScan> scans = new ConcurrentHashMap<>();

    /**
     * Creates a sweep.
     *
     * @param cores how many passes run at once; at least 1
     */
    public Sweep(int cores) {
        if (cores < 1) {
            throw new IllegalArgumentException("cores must be at least 1, was " + cores);
        }
        this.cores = cores;
    }

    /**
     * Runs cells and tells each result as it comes, in no order, on the calling thread.
     *
     * @throws dev.agentperf.simulator.trace.TraceException if a trace cannot be read
     */
    public void run(Collection<Cell> cells, Consumer<CellResult> onResult) {
        ExecutorService executor = Executors.newFixedThreadPool(cores, Workers.daemonThreads("agentperf-sweep"));
        try {
            CompletionService<List<CellResult>> running = new ExecutorCompletionService<>(executor);
            List<Pass> passes = passes(cells);
            passes.forEach(pass -> running.submit(() -> pass.run(scan(pass.reading()))));
            for (int i = 0; i < passes.size(); i++) {
                running.take().get().forEach(onResult);
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("sweep interrupted", interrupted);
        } finally {
            executor.shutdownNow();
        }
    }

    private TraceScan scan(Cell.Reading reading) {
        return scans.computeIfAbsent(reading, absent -> {
            try (SessionStream sessions = Pass.open(reading)) {
                return TraceScan.of(sessions);
            }
        });
    }

    /* As few passes over a trace as keep all cores at work; what needs the engine has one of its own. */
    private List<Pass> passes(Collection<Cell> cells) {
        Map<Cell.Reading, List<Cell>> quick = new LinkedHashMap<>();
        List<Pass> passes = new ArrayList<>();
        for (Cell cell : cells) {
            if (QuickReplay.fits(cell.policy())) {
                quick.computeIfAbsent(cell.reading(), reading -> new ArrayList<>())
                        .add(cell);
            } else {
                passes.add(new Pass(cell.reading(), List.of(cell)));
            }
        }
        int each = Math.max(1, (cores + quick.size() - 1) / Math.max(1, quick.size()));
        quick.forEach((reading, all) -> {
            int size = (all.size() + each - 1) / each;
            for (int from = 0; from < all.size(); from += size) {
                passes.add(new Pass(reading, List.copyOf(all.subList(from, Math.min(all.size(), from + size)))));
            }
        });
        return passes;
    }
}
