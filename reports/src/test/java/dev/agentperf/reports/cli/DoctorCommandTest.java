package dev.agentperf.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.agentperf.reports.machine.EngineProbe;
import dev.agentperf.reports.model.Environment;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class DoctorCommandTest {
    private static final EngineProbe ABSENT = () -> new EngineProbe.Answer(null, "none: a.sock does not exist");

    @TempDir
    Path directory;

    @Test
    void everyFinding_saysWhatItMeans() {
        String out = doctor(ABSENT);

        assertThat(out).contains("Java: ", "Cores: ", "Clock: ", "Container engine: ");
        assertThat(out.lines().filter(line -> line.startsWith("    ")).count())
                .isEqualTo(out.lines().count() / 2);
    }

    @Test
    void absentEngine_isSaidWithWhatWasTried() {
        assertThat(doctor(ABSENT))
                .contains(
                        "Container engine: none: a.sock does not exist", "starts are measured with processes instead");
    }

    @Test
    void engineThatAnswers_isNamed() {
        EngineProbe probe = () -> new EngineProbe.Answer(new Environment.Engine("docker", "27.3.1"), "at a.sock");

        assertThat(doctor(probe)).contains("Container engine: docker 27.3.1, at a.sock");
    }

    @Test
    void hostileAnswer_isOneCleanLine() {
        assertThat(doctor(() -> new EngineProbe.Answer(null, "none:\n\u001B[31mred")))
                .contains("none:\\u000A\\u001B[31mred");
    }

    @Test
    void json_holdsTheSameFindings() {
        Path file = directory.resolve("doctor.json");

        doctor(ABSENT, "--json", file.toString());

        assertThat(file).content().contains("\"schemaVersion\": 1", "\"id\": \"steal\"", "\"level\": \"");
    }

    @Test
    void everyDemandedFinding_isThere_withWhatItMeans() throws IOException {
        Path file = directory.resolve("doctor.json");

        doctor(ABSENT, "--json", file.toString());

        JsonNode findings = new ObjectMapper().readTree(file.toFile()).at("/findings");
        assertThat(findings.findValuesAsText("id"))
                .containsExactly(
                        "java", "cores", "memory", "load", "steal", "cgroup", "limits", "governor", "clock", "engine");
        assertThat(findings.findValuesAsText("meaning"))
                .allSatisfy(meaning -> assertThat(meaning).isNotBlank());
    }

    @Test
    void enforced_warning_isOne_andNoWarningIsZero() {
        Run run = Run.of("doctor", "--enforce", "--json", "-", "-q");

        assertThat(run.code()).isEqualTo(run.out().contains("\"warning\"") ? ExitCode.FAILED : ExitCode.OK);
        assertThat(Run.of("doctor").code()).isZero();
    }

    private static String doctor(EngineProbe engine, String... args) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out, true);
        Terminal terminal = new Terminal(writer, writer, false, Map.of());
        int code = new CommandLine(new DoctorCommand(terminal, engine)).execute(args);
        assertThat(code).isZero();
        return out.toString();
    }
}
