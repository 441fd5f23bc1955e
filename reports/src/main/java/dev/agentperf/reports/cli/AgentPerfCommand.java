package dev.agentperf.reports.cli;

import dev.agentperf.pool.Reuse;
import dev.agentperf.reports.machine.DockerProbe;
import dev.agentperf.reports.machine.EngineProbe;
import dev.agentperf.reports.pool.Load;
import dev.agentperf.reports.run.Profile;
import dev.agentperf.reports.run.RuntimeChoice;
import dev.agentperf.simulator.replay.Hints;
import dev.agentperf.simulator.trace.Claimant;
import dev.agentperf.simulator.trace.Placement;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;

/** The root command: what every subcommand shares is wired here, once. */
@Command(
        name = "agentperf",
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
    /** Of help: what half a screen has. */
    static final int WIDTH = 100;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs.
    private CommandSpec spec;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version and exit.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it before anything runs.
    private boolean version;

    private AgentPerfCommand() {}

    /** Runs one command line and returns its exit code. */
    static int run(Terminal terminal, String... args) {
        CommandLine root = create(terminal);
        try {
            ConfigOption.file(args)
                    .map(file -> ConfigFile.read(file, root))
                    .ifPresent(config -> root.setDefaultValueProvider(config)
                            .setParameterExceptionHandler(new Failures(terminal, config)));
        } catch (ConfigException e) {
            return new Failures(terminal, Config.NONE).tell(e);
        }
        return root.execute(args);
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
                .addSubcommand(new DoctorCommand(terminal, engine))
                .addSubcommand(new CompletionCommand(terminal))
                .addSubcommand(new ManCommand(terminal));
        return configure(root, terminal);
    }

    /* After the subcommands are in: each of these settings reaches those that are there. */
    private static CommandLine configure(CommandLine root, Terminal terminal) {
        addCommonOptions(root, terminal);
        Failures failures = new Failures(terminal, Config.NONE);
        ColorScheme colours = CommandLine.Help.defaultColorScheme(terminal.ansi());
        return root.registerConverter(Path.class, new FileConverter())
                .registerConverter(Duration.class, new DurationConverter())
                .registerConverter(ByteSize.class, new ByteSizeConverter())
                .registerConverter(Long.TYPE, CountConverter.ofLong())
                .registerConverter(Long.class, CountConverter.ofLong())
                .registerConverter(Integer.TYPE, CountConverter.ofInt())
                .registerConverter(Integer.class, CountConverter.ofInt())
                .registerConverter(Double.TYPE, new NumberConverter())
                .registerConverter(Double.class, new NumberConverter())
                .registerConverter(RuntimeChoice.class, new Choice.OfRuntime())
                .registerConverter(Load.class, new Choice.OfLoad())
                .registerConverter(Profile.class, new Choice.OfProfile())
                .registerConverter(Reuse.class, new Choice.OfReuse())
                .registerConverter(Placement.class, new Choice.OfPlacement())
                .registerConverter(Claimant.class, new Choice.OfClaimant())
                .registerConverter(Hints.class, new Choice.OfHints())
                .registerConverter(CompletionCommand.Shell.class, new Choice.OfShell())
                .setExecutionStrategy(AgentPerfCommand::execute)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures)
                .setUsageHelpWidth(WIDTH)
                .setColorScheme(colours)
                .setOut(terminal.out())
                .setErr(terminal.err());
    }

    private static int execute(ParseResult line) {
        OwnInput.check(line);
        return new RunLast().execute(line);
    }

    private static void addCommonOptions(CommandLine command, Terminal terminal) {
        if (!command.getCommandSpec().optionsMap().containsKey("--help")) {
            command.addMixin("common", new CommonOptions(terminal));
        }
        command.getSubcommands().values().forEach(below -> addCommonOptions(below, terminal));
    }

    @Override
    public void run() {
        throw WrongUsage.noCommand(spec);
    }
}
