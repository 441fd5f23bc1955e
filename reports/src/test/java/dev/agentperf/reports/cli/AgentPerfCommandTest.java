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
                "reprot | agentperf: unknown command 'reprot', did you mean report? (see agentperf --help)",
                "report | agentperf: missing required parameter: 'DIR' (see agentperf report --help)",
                "simulat | agentperf: unknown command 'simulat', did you mean simulate? (see agentperf --help)",
                "gate history chek a | agentperf: unknown command 'chek', did you mean check? (see agentperf gate history --help)",
                "simulate --trace a.jsonl --polcy fixed:5 | agentperf: unknown option '--polcy', did you mean --policies? (see agentperf simulate --help)",
                "simulate --trac a.jsonl | agentperf: unknown option '--trac', did you mean --trace? (see agentperf simulate --help)",
                "doctor x | agentperf: unexpected argument 'x' (see agentperf doctor --help)",
                "doctor --json . | agentperf: .: is a directory, expected the name of a file to write",
                "gate history check missing.jsonl | agentperf: missing.jsonl: no such file, expected a result or a history",
                "gate calibrate a.jar --band cpu | agentperf: value for option '--band' (METRIC=SHARE) should be in KEY=VALUE[,KEY=VALUE]... format but was cpu (see agentperf gate calibrate --help)",
                "run --out pom.xml | agentperf: *pom.xml: is a file, expected a directory",
                "completion fish | agentperf: invalid value for positional parameter at index 0 (SHELL): expected one of bash, zsh, was fish (see agentperf completion --help)",
                "doctor --jsn=x | agentperf: unknown option '--jsn', did you mean --json? (see agentperf doctor --help)",
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
        assertThat(run.err().strip())
                .startsWith("agentperf: a command is needed, one of run, simulate, ")
                .endsWith(" (see agentperf --help)");
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
