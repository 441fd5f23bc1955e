package dev.agentperf.reports.export;

import static java.util.Objects.requireNonNull;

import dev.agentperf.reports.model.Environment;
import dev.agentperf.reports.model.PlannedSizes;
import dev.agentperf.reports.model.PoolLoads;
import dev.agentperf.reports.model.Predictions;
import dev.agentperf.reports.model.ResultsFiles;
import dev.agentperf.reports.model.Starts;
import dev.agentperf.reports.model.SweepCells;
import dev.agentperf.reports.model.Targets;
import dev.agentperf.simulator.result.SimulationResult;
import dev.agentperf.simulator.result.Timelines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The directory of one run. Every file is written aside and moved into place, as soon as its part is done, so that an
 * interrupted run leaves whole files only. Not thread-safe.
 */
public final class ResultsDirectory {
    private final Path directory;

    private ResultsDirectory(Path directory) {
        this.directory = requireNonNull(directory, "directory");
    }

    /**
     * Opens a directory for writing, creates it where it is absent, and proves that it can be written to.
     *
     * @throws UncheckedIOException if it cannot
     */
    public static ResultsDirectory open(Path directory) {
        try {
            Path results = Files.createDirectories(directory.resolve(ResultsFiles.DIRECTORY));
            Files.delete(Files.createTempFile(results, ".writable", ".tmp"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ResultsDirectory(directory);
    }

    /**
     * Removes the results of an earlier run, so that a part which this run does not measure is not taken from that one.
     *
     * @throws UncheckedIOException if a file cannot be removed
     */
    public void clear() {
        try {
            for (String name : ResultsFiles.all()) {
                Files.deleteIfExists(results(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the directory itself. */
    public Path path() {
        return directory;
    }

    /** Returns where JMH is to write its results: {@code -rf json -rff} this file. */
    public Path jmhFile() {
        return results(ResultsFiles.JMH);
    }

    /** Writes {@code environment.json}. */
    public void write(Environment environment) {
        AtomicFile.writeJson(results(ResultsFiles.ENVIRONMENT), environment);
    }

    /** Writes {@code targets.json}. */
    public void write(Targets targets) {
        AtomicFile.writeJson(results(ResultsFiles.TARGETS), targets);
    }

    /** Writes {@code starts.json}. */
    public void write(Starts starts) {
        AtomicFile.writeJson(results(ResultsFiles.STARTS), starts);
    }

    /** Writes {@code pool.json}. */
    public void write(PoolLoads pool) {
        AtomicFile.writeJson(results(ResultsFiles.POOL), pool);
    }

    /** Writes {@code simulation.json}. */
    public void write(SimulationResult simulation) {
        AtomicFile.writeJson(results(ResultsFiles.SIMULATION), simulation);
    }

    /** Writes {@code timelines.json}. */
    public void write(Timelines timelines) {
        AtomicFile.writeJson(results(ResultsFiles.TIMELINES), timelines);
    }

    /** Writes {@code plan.json}. */
    public void write(PlannedSizes plan) {
        AtomicFile.writeJson(results(ResultsFiles.PLAN), plan);
    }

    /** Writes {@code sweep.json}. */
    public void write(SweepCells sweep) {
        AtomicFile.writeJson(results(ResultsFiles.SWEEP), sweep);
    }

    /** Writes {@code predictions.json}. */
    public void write(Predictions predictions) {
        AtomicFile.writeJson(results(ResultsFiles.PREDICTIONS), predictions);
    }

    /** Writes {@code report.html} and returns where it is. */
    public Path writeHtml(String html) {
        return writeText(ResultsFiles.REPORT_HTML, html);
    }

    /** Writes {@code report.md} and returns where it is. */
    public Path writeMarkdown(String markdown) {
        return writeText(ResultsFiles.REPORT_MARKDOWN, markdown);
    }

    private Path writeText(String name, String text) {
        Path file = directory.resolve(name);
        AtomicFile.write(file, text);
        return file;
    }

    private Path results(String name) {
        return directory.resolve(ResultsFiles.DIRECTORY).resolve(name);
    }
}
