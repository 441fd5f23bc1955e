package dev.agentperf.reports.gate.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FailureTextTest {
    @Test
    void thrown_isTheFirstException_whateverTheJvmSaysBefore() {
        assertThat(FailureText.of(
                        List.of("# Run progress", "<failure>", "  java.lang.Error: boom", "\tat a.B.c(B.java:1)")))
                .isEqualTo("java.lang.Error: boom");
    }

    @Test
    void jvmThatDoesNotStart_namesTheOptionAndNotThatItDidNotStart() {
        assertThat(FailureText.of(List.of(
                        "<forked VM failed with exit code 1>",
                        "Unrecognized VM option 'NoSuchFlag'",
                        "Error: Could not create the Java Virtual Machine.",
                        "ERROR: org.openjdk.jmh.runner.RunnerException: Benchmark caught the exception",
                        "Caused by: org.openjdk.jmh.runner.BenchmarkException: Benchmark error")))
                .isEqualTo("Unrecognized VM option 'NoSuchFlag'");
    }

    @Test
    void nothingSaid_isSaid() {
        assertThat(FailureText.of(List.of("", "# Warmup"))).isEqualTo("it printed no reason");
    }
}
