package dev.agentperf.reports.cli;

import dev.agentperf.AgentPerfException;
import dev.agentperf.reports.gate.NotComparableException;
import dev.agentperf.reports.run.BenchmarkFailedException;
import dev.agentperf.reports.view.Label;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Turns every failure that a user can cause into one line on {@code err} and exit code 2, a failed benchmark into one
 * and exit code 4, two environments that do not compare into one and exit code 3; what is left is our fault and comes
 * with its stack trace.
 */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final Terminal terminal;
    private final Config config;

    Failures(Terminal terminal, Config config) {
        this.terminal = terminal;
        this.config = config;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        String origin =
                config.origin(e.getArgSpec(), e.getValue()).map(at -> at + ": ").orElse("");
        tell(origin + WrongUsage.describe(e) + " (see "
                + e.getCommandLine().getCommandSpec().qualifiedName() + " --help)");
        return ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult result) {
        if (e instanceof ParameterException wrong) {
            return handleParseException(wrong, new String[0]);
        }
        if (terminal.stop().isAsked()) {
            return Stop.EXIT_CODE;
        }
        return tell(e);
    }

    /** Says what went wrong, and returns the exit code that goes with it. */
    int tell(Exception e) {
        Optional<String> message = describe(e);
        if (message.isPresent()) {
            tell(message.get());
            return code(e);
        }
        terminal.err().println("agentperf: internal error, please report it with the lines below");
        e.printStackTrace(terminal.err());
        return ExitCode.INTERNAL;
    }

    private static int code(Exception e) {
        if (e instanceof BenchmarkFailedException) {
            return ExitCode.BENCHMARK_FAILED;
        }
        return e instanceof NotComparableException ? ExitCode.NOT_COMPARABLE : ExitCode.USAGE;
    }

    /** Returns what went wrong, on one line; empty for a fault of ours. */
    static Optional<String> describe(Throwable failure) {
        if (failure instanceof CompletionException || failure instanceof ExecutionException) {
            return Optional.ofNullable(failure.getCause()).flatMap(Failures::describe);
        }
        if (failure instanceof UncheckedIOException unchecked) {
            return Optional.ofNullable(unchecked.getCause()).map(Failures::describe);
        }
        if (failure instanceof IOException io) {
            return Optional.of(describe(io));
        }
        boolean expected = failure instanceof AgentPerfException || failure instanceof IllegalArgumentException;
        return expected ? Optional.of(String.valueOf(failure.getMessage())) : Optional.empty();
    }

    private static String describe(IOException e) {
        if (!(e instanceof FileSystemException system) || system.getFile() == null) {
            return "cannot read or write: "
                    + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        }
        return system.getFile() + ": " + reason(system);
    }

    private static String reason(FileSystemException e) {
        if (e instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
            return "is a file, expected a directory";
        }
        return e.getReason() == null ? "cannot be read or written" : e.getReason();
    }

    private void tell(String message) {
        terminal.err().println("agentperf: " + Label.line(message.replaceAll("\\R+", " ")));
    }
}
