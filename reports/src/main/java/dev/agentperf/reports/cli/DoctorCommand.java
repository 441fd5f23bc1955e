package dev.agentperf.reports.cli;

import dev.agentperf.reports.machine.Doctor;
import dev.agentperf.reports.machine.EngineProbe;
import dev.agentperf.reports.machine.Finding;
import dev.agentperf.reports.machine.MachineProbe;
import dev.agentperf.reports.view.Label;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code doctor}: what this machine can measure. */
@Command(
        name = "doctor",
        description = "Tell what this machine can measure, and what each finding means for the numbers.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  agentperf doctor",
            "  agentperf doctor --json -            for programs",
            "  agentperf doctor --enforce           before a job that takes hours"
        })
final class DoctorCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final EngineProbe engine;

    @Option(
            names = "--enforce",
            negatable = true,
            fallbackValue = "true",
            description = "Exit with 1 if a finding makes figures less trustworthy.")
    private boolean enforce;

    @Mixin
    private final JsonOption json = new JsonOption();

    DoctorCommand(Terminal terminal, EngineProbe engine) {
        this.terminal = terminal;
        this.engine = engine;
    }

    @Override
    public Integer call() {
        json.check();
        List<Finding> findings = new Doctor(MachineProbe.system(), engine).examine();
        findings.forEach(this::print);
        json.write(terminal, new Findings(Findings.SCHEMA_VERSION, findings));
        boolean warned = findings.stream().anyMatch(finding -> finding.level() == Finding.Level.WARNING);
        return enforce && warned ? ExitCode.FAILED : ExitCode.OK;
    }

    private void print(Finding finding) {
        Ansi ansi = terminal.ansi();
        json.text(terminal)
                .println(
                        ansi.string(mark(finding.level())) + " " + finding.name() + ": " + Label.line(finding.value()));
        json.text(terminal).println("    " + finding.meaning());
    }

    private static String mark(Finding.Level level) {
        return switch (level) {
            case GOOD -> "@|fg(green) \u2713|@ ";
            case NOTE -> "@|fg(blue) i|@ ";
            case WARNING -> "@|fg(yellow),bold !|@ ";
        };
    }

    /**
     * What {@code doctor --json} writes.
     *
     * @param schemaVersion {@value #SCHEMA_VERSION}
     * @param findings in the order of the text
     */
    record Findings(int schemaVersion, List<Finding> findings) {
        static final int SCHEMA_VERSION = 1;
    }
}
