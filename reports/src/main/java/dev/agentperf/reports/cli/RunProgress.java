package dev.agentperf.reports.cli;

import dev.agentperf.reports.run.RunListener;
import org.jspecify.annotations.Nullable;

/** Shows how a run gets on. */
final class RunProgress implements RunListener, AutoCloseable {
    private final Terminal terminal;
    private final Progress progress;
    private Progress.@Nullable Task task;
    private long told;

    RunProgress(Terminal terminal) {
        this.terminal = terminal;
        this.progress = Progress.on(terminal);
    }

    @Override
    public void stage(String name, long steps) {
        done();
        told = 0;
        task = progress.start(name, steps);
    }

    @Override
    public void step(long steps) {
        if (task != null) {
            task.advance(steps - told);
        }
        told = steps;
    }

    @Override
    public void note(String line) {
        terminal.notes().println(line);
    }

    /** Says that the stage which was told last is done. */
    void done() {
        if (task != null) {
            task.done();
            task = null;
        }
    }

    @Override
    public void close() {
        if (task != null) {
            task.close();
            task = null;
        }
    }
}
