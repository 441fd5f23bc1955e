package dev.agentperf.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The completion script, in a real bash, and in a real zsh where one is installed. */
final class CompletionCommandTest {
    @TempDir
    private Path directory;

    private Path script;

    @BeforeEach
    void makeScript() throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "completion is tried in bash");
        Run run = Run.of("completion", "bash");
        assertThat(run.code()).isZero();
        script = Files.writeString(directory.resolve("completion"), run.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "agentperf si | simulate",
                "agentperf gate hi | history",
                "agentperf gate history | add check show",
                "agentperf simulate --cold | --cold-start",
                "agentperf simulate --reuse | reset single-use",
                "agentperf run --profile q | quick",
                "agentperf import --format azure-l | azure-llm",
                "agentperf completion z | zsh"
            })
    void bash_completes(String line, String expected) throws Exception {
        String last = line.endsWith("history") || line.endsWith("reuse") ? " ''" : "";

        List<String> completions = complete(line + last);

        assertThat(completions).contains(expected.split(" "));
    }

    /* Typed into a zsh that takes itself for a terminal's: it is asked until what it wrote holds the completed line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "simul | simulate ",
                "gate hist | gate history ",
                "simulate --cold | simulate --cold-start ",
                "run --profile q | run --profile quick "
            })
    void zsh_completes(String typed, String expected) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/zsh")), "no zsh here: apt-get install zsh");
        Path terminal = Files.writeString(directory.resolve("terminal.zsh"), """
                zmodload zsh/zpty
                zpty shell 'TERM=dumb zsh -f -i'
                zpty -w shell "autoload -Uz compinit; compinit -u -D; source $1; print LOADED$((1 + 1))"
                zpty -r shell output '*LOADED2*'
                zpty -w -n shell "agentperf $2"$'\\t'
                zpty -r shell output "*agentperf $3*"
                """);

        int code = new ProcessBuilder(
                        "timeout", "30", "zsh", "-f", terminal.toString(), script.toString(), typed, expected)
                .inheritIO()
                .start()
                .waitFor();

        assertThat(code).as("%s, completed to %s", typed, expected).isZero();
    }

    @Test
    void script_isTheSameForBothShells_andIsNoError() throws Exception {
        assertThat(Run.of("completion", "zsh").out()).isEqualTo(Files.readString(script));
        assertThat(bash("set -u; source " + script)).isEmpty();
    }

    private List<String> complete(String line) throws IOException, InterruptedException {
        return bash("source " + script + "; COMP_WORDS=(" + line
                + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMP_LINE=\"" + line
                + "\"; COMP_POINT=${#COMP_LINE}; _complete_agentperf; printf '%s\\n' \"${COMPREPLY[@]}\"");
    }

    private List<String> bash(String commands) throws IOException, InterruptedException {
        File out = directory.resolve("out.txt").toFile();
        Process bash = new ProcessBuilder("/bin/bash", "--norc", "-c", commands)
                .redirectErrorStream(true)
                .redirectOutput(out)
                .start();
        assertThat(bash.waitFor()).as(Files.readString(out.toPath())).isZero();
        try (Stream<String> lines = Files.lines(out.toPath())) {
            return lines.map(String::strip).filter(line -> !line.isEmpty()).toList();
        }
    }
}
