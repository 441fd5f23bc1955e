package dev.agentperf.reports.cli;

import dev.agentperf.pool.Reuse;
import dev.agentperf.reports.machine.DockerProbe;
import dev.agentperf.reports.machine.EngineProbe;
import dev.agentperf.reports.run.Profile;
import dev.agentperf.reports.run.RuntimeChoice;
import dev.agentperf.simulator.trace.Placement;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root command: what every subcommand shares is wired here, once. */
@Command(
        name = "agentperf",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Makes the start-up, look-up and sizing cost of AI-agent runtimes measurable, predictable and small.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  agentperf run                     the main job, on a synthetic workload",
            "  agentperf run --trace runs.jsonl  the main job, on your agents",
            "  agentperf doctor                  what this machine can measure",
            "  agentperf report out              render a run's report again",
            "  agentperf bench -l                list the benchmarks",
            "  agentperf gate run --base a.jar --head b.jar  is b slower than a?",
            "",
            "Exit codes: 0 done, 1 a target was missed or a gate failed, 2 wrong usage or",
            "unreadable input, 3 not comparable, 4 a benchmark failed."
        })
final class AgentPerfCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs.
    private CommandSpec spec;

    private AgentPerfCommand() {}

    /** Runs one command line and returns its exit code. */
    static int run(Terminal terminal, String... args) {
        return create(terminal).execute(args);
    }

    static CommandLine create(Terminal terminal) {
        EngineProbe engine = new DockerProbe();
        CommandLine root = new CommandLine(new AgentPerfCommand())
                .addSubcommand(new RunCommand(terminal, engine))
                .addSubcommand(new SimulateCommand(terminal))
                .addSubcommand(new PlanCommand(terminal))
                .addSubcommand(new SweepCommand(terminal))
                .addSubcommand(new PredictCommand(terminal))
                .addSubcommand(new PoolCommand(terminal, engine))
                .addSubcommand(BenchCommand.commandLine())
                .addSubcommand(GateCommand.commandLine(terminal, engine))
                .addSubcommand(new ReportCommand(terminal))
                .addSubcommand(new ImportCommand(terminal))
                .addSubcommand(new GenerateCommand(terminal))
                .addSubcommand(new DoctorCommand(terminal, engine));
        return configure(root, terminal);
    }

    /* After the subcommands are in: each of these settings reaches those that are there. */
    private static CommandLine configure(CommandLine root, Terminal terminal) {
        root.getSubcommands().values().stream()
                .filter(command -> !command.getCommandSpec().optionsMap().containsKey("--help"))
                .forEach(command -> command.addMixin("help", new HelpOption()));
        Failures failures = new Failures(terminal);
        ColorScheme colours = CommandLine.Help.defaultColorScheme(terminal.ansi());
        return root.registerConverter(Duration.class, new DurationConverter())
                .registerConverter(ByteSize.class, new ByteSizeConverter())
                .registerConverter(RuntimeChoice.class, new Choice<>(RuntimeChoice.class))
                .registerConverter(Profile.class, new Choice<>(Profile.class))
                .registerConverter(Reuse.class, new Choice<>(Reuse.class))
                .registerConverter(Placement.class, new Choice<>(Placement.class))
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures)
                .setColorScheme(colours)
                .setOut(terminal.out())
                .setErr(terminal.err());
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is needed");
    }
}
