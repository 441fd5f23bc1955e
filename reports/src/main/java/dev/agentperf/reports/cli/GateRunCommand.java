package dev.agentperf.reports.cli;

import dev.agentperf.reports.gate.GateReport;
import dev.agentperf.reports.gate.run.WorktreeBuild;
import dev.agentperf.reports.machine.EngineProbe;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gate run}: measures two builds in interleaved forks. */
@Command(
        name = "run",
        description = {
            "Measure two jars of JMH benchmarks in interleaved forks and fail on a confirmed regression.",
            "Stopped with Ctrl-C, the same command goes on where it was."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  agentperf gate run --base-ref main",
            "  agentperf gate run --base base.jar --head head.jar",
            "  agentperf gate run --base base.jar --head head.jar --include Cache --budget 5m"
        })
final class GateRunCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs.
    private CommandSpec spec;

    @Option(names = "--base", paramLabel = "JAR", description = "What the change is measured against.")
    private @Nullable Path base;

    @Option(names = "--head", paramLabel = "JAR", description = "The change.")
    private @Nullable Path head;

    @Option(
            names = "--base-ref",
            paramLabel = "REV",
            description = "Instead of jars: build where HEAD parted from REV, and HEAD, each in a git worktree.")
    private @Nullable String baseRef;

    @Option(
            names = "--head-ref",
            paramLabel = "REV",
            defaultValue = "HEAD",
            description = "The change, with --base-ref (default: ${DEFAULT-VALUE}).")
    private String headRef = "HEAD";

    @Option(
            names = "--build",
            paramLabel = "COMMAND",
            defaultValue = "mvn -q -B -DskipTests package",
            description = "How to build a worktree (default: ${DEFAULT-VALUE}).")
    private String build = "";

    @Option(
            names = "--jar",
            paramLabel = "PATH",
            defaultValue = "target/benchmarks.jar",
            description = "The jar that the build makes, as a path's end (default: ${DEFAULT-VALUE}).")
    private String jar = "";

    @Mixin
    private final GateJob job;

    GateRunCommand(Terminal terminal, EngineProbe engine) {
        this.terminal = terminal;
        this.job = new GateJob(terminal, engine);
    }

    @Override
    public Integer call() throws InterruptedException {
        job.check();
        Jars jars = jars();
        return job.finish(job.measure(GateReport.Kind.RUN, jars.base(), jars.head()));
    }

    private Jars jars() throws InterruptedException {
        if (baseRef != null && base == null && head == null) {
            return build(baseRef);
        }
        if (base == null || head == null || baseRef != null) {
            throw new ParameterException(
                    spec.commandLine(), "two jars are needed, --base and --head, or a revision, --base-ref");
        }
        return new Jars(base, head);
    }

    private Jars build(String revision) throws InterruptedException {
        WorktreeBuild trees =
                new WorktreeBuild(Path.of(""), List.of(build.strip().split("\\s+", -1)), jar, job.directory());
        String change = trees.commit(headRef);
        String parent = trees.mergeBase(trees.commit(revision), change);
        terminal.notes().println("building " + parent + " and " + change);
        return new Jars(trees.jar(parent, "base"), trees.jar(change, "head"));
    }

    /** What is compared. */
    private record Jars(Path base, Path head) {}
}
