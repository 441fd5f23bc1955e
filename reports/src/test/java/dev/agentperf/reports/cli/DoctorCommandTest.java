package dev.agentperf.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoctorCommandTest {
    @TempDir
    Path directory;

    @Test
    void everyFinding_saysWhatItMeans() {
        Run run = Run.of("doctor");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Java: ", "Cores: ", "Clock: ", "Container engine: ");
        assertThat(run.out().lines().filter(line -> line.startsWith("    ")).count())
                .isEqualTo(run.out().lines().count() / 2);
    }

    @Test
    void absentEngine_isSaidWithWhatWasTried() {
        Path socket = directory.resolve("docker.sock");

        Run run = Run.in(Map.of("DOCKER_HOST", "unix://" + socket), "doctor");

        assertThat(run.out()).contains("Container engine: none: " + socket + " does not exist");
    }

    @Test
    void remoteEngine_isNotTried() {
        Run run = Run.in(Map.of("DOCKER_HOST", "tcp://127.0.0.1:1"), "doctor");

        assertThat(run.out()).contains("tcp://127.0.0.1:1 is not a Unix socket and was not tried");
    }

    @Test
    void json_holdsTheSameFindings() {
        Path file = directory.resolve("doctor.json");

        Run run = Run.of("doctor", "--json", file.toString());

        assertThat(run.code()).isZero();
        assertThat(file).content().contains("\"schemaVersion\": 1", "\"id\": \"steal\"", "\"level\": \"");
    }
}
