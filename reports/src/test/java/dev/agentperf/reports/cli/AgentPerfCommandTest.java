package dev.agentperf.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class AgentPerfCommandTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reprot | agentperf: unmatched argument at index 0: 'reprot', did you mean report? (see agentperf --help)",
                "report | agentperf: missing required parameter: 'DIR' (see agentperf report --help)",
                "doctor --jsn=x | agentperf: unknown option: '--jsn=x', did you mean --json? (see agentperf doctor --help)",
                "report absent-directory | agentperf: absent-directory: no such directory, expected one that `agentperf run --out` wrote",
                "doctor --json absent/a.json | agentperf: *absent: no such file or directory"
            })
    void wrongUsage_isOneLineAndTwo(String line, String message) {
        Run run = Run.of(line.split(" "));

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).endsWith(System.lineSeparator()).hasLineCount(1);
        assertThat(run.err().strip())
                .matches(message.replaceAll("[\\[\\](){}?.\\\\]", "\\\\$0").replace("*", ".*"));
    }

    @Test
    void noCommand_isOneLineAndTwo() {
        Run run = Run.of();

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err().strip()).isEqualTo("agentperf: a command is needed (see agentperf --help)");
    }

    @Test
    void everyCommand_hasHelpWithExamples_thatFitsAScreen() {
        CommandLine root = AgentPerfCommand.create(Terminal.system());

        for (String name : root.getSubcommands().keySet()) {
            Run run = Run.of(name, "--help");
            assertThat(run.code()).as(name).isZero();
            assertThat(run.out().lines().count()).as(name).isLessThanOrEqualTo(40);
            assertThat(run.out().lines()).as(name).contains("Examples:").allMatch(line -> line.length() <= 100);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V"})
    void version_namesUsAndJava(String option) {
        Run run = Run.of(option);

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("agentperf ").contains("Java " + System.getProperty("java.runtime.version"));
    }

    @Test
    void colours_areForPeopleWhoDidNotRefuse() {
        assertThat(ansi(true, Map.of())).isEqualTo(CommandLine.Help.Ansi.ON);
        assertThat(ansi(true, Map.of("NO_COLOR", "1"))).isEqualTo(CommandLine.Help.Ansi.OFF);
        assertThat(ansi(true, Map.of("TERM", "dumb"))).isEqualTo(CommandLine.Help.Ansi.OFF);
        assertThat(ansi(false, Map.of())).isEqualTo(CommandLine.Help.Ansi.OFF);
    }

    private static CommandLine.Help.Ansi ansi(boolean interactive, Map<String, String> environment) {
        Terminal system = Terminal.system();
        return new Terminal(system.out(), system.err(), interactive, environment).ansi();
    }
}
