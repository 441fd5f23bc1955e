package dev.agentperf.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.AgentPerfException;
import dev.agentperf.reports.run.BenchmarkFailedException;
import dev.agentperf.runtime.RuntimeUnavailableException;
import dev.agentperf.simulator.trace.TraceException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

final class FailuresTest {
    static Stream<Arguments> expected() {
        return Stream.of(
                Arguments.of(new TraceException("a.gz:3: expected JSON"), "a.gz:3: expected JSON"),
                Arguments.of(new AgentPerfException("pool is closed"), "pool is closed"),
                Arguments.of(
                        new IllegalArgumentException("n must be at least 1, was 0"), "n must be at least 1, was 0"),
                Arguments.of(
                        new CompletionException(new RuntimeUnavailableException("docker: tried a")), "docker: tried a"),
                Arguments.of(new NoSuchFileException("a"), "a: no such file or directory"),
                Arguments.of(new UncheckedIOException(new AccessDeniedException("a")), "a: permission denied"),
                Arguments.of(new FileAlreadyExistsException("a"), "a: is a file, expected a directory"),
                Arguments.of(new FileSystemException("a", null, "No space left"), "a: No space left"),
                Arguments.of(new IOException("broken pipe"), "cannot read or write: broken pipe"));
    }

    @ParameterizedTest
    @MethodSource("expected")
    void failureThatAUserCanCause_isDescribed(Exception failure, String message) {
        assertThat(Failures.describe(failure)).contains(message);
    }

    @Test
    void message_isOneCleanLine() {
        Told told = handle(new TraceException("a\u202Eb:\n3"));

        assertThat(told.code).isEqualTo(ExitCode.USAGE);
        assertThat(told.err.strip()).isEqualTo("agentperf: a\\u202Eb: 3");
    }

    @Test
    void failedBenchmark_isOneLineAndFour() {
        Told told =
                handle(new BenchmarkFailedException("a benchmark failed: see jmh.log", new IllegalStateException()));

        assertThat(told.code).isEqualTo(ExitCode.BENCHMARK_FAILED);
        assertThat(told.err.strip()).isEqualTo("agentperf: a benchmark failed: see jmh.log");
    }

    @Test
    void faultOfOurs_comesWithItsStackTrace_andACodeOfItsOwn() {
        Told told = handle(new IllegalStateException("impossible"));

        assertThat(told.code).isEqualTo(ExitCode.INTERNAL);
        assertThat(told.err).startsWith("agentperf: internal error").contains("IllegalStateException: impossible");
    }

    private static Told handle(Exception failure) {
        StringWriter err = new StringWriter();
        PrintWriter writer = new PrintWriter(err, true);
        Failures failures = new Failures(new Terminal(writer, writer, false, Map.of()), Config.NONE);
        CommandLine command = AgentPerfCommand.create(Terminal.system());
        int code = failures.handleExecutionException(failure, command, command.parseArgs());
        return new Told(code, err.toString());
    }

    private record Told(int code, String err) {}
}
