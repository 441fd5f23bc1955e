package dev.agentperf.reports.gate.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.agentperf.reports.gate.Subject;
import dev.agentperf.reports.read.ResultsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A jar with JMH and benchmarks in it.
 *
 * @param path where it is
 */
public record BenchmarkJar(Path path) {
    private static final String HEADING = "Benchmarks:";
    private static final String LIST = "META-INF/BenchmarkList";
    private static final Pattern PARAMETER = Pattern.compile("\\s+param \"(.+)\" = \\{(.*)}");

    /**
     * Opens a jar.
     *
     * @throws ResultsException if it cannot be read or has no benchmarks
     */
    public static BenchmarkJar open(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new ResultsException(path + ": no such file, expected a jar with JMH benchmarks");
        }
        try (JarFile jar = new JarFile(path.toFile())) {
            if (jar.getEntry(LIST) == null || jar.getEntry("org/openjdk/jmh/Main.class") == null) {
                throw new ResultsException(path + ": a jar without benchmarks, expected JMH and " + LIST
                        + " in it (from JDK 23 on, javac runs JMH's annotation processor only where it is named)");
            }
        } catch (IOException e) {
            throw new ResultsException(path + ": cannot be read as a jar: " + e.getMessage(), e);
        }
        return new BenchmarkJar(path.toAbsolutePath());
    }

    /** Returns the bytes' SHA-256: two equal jars hold the same code. */
    public String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("every JDK has SHA-256", e);
        }
    }

    /**
     * Lists the benchmarks whose name contains {@code include}, a regular expression, with every combination of their
     * parameters.
     *
     * @param java the JVM's program
     * @param work a directory for what it prints
     */
    List<Subject> list(Path java, String include, Path work) throws InterruptedException {
        Path log = work.resolve("list.log");
        int code = ChildJvm.run(
                List.of(java.toString(), "-cp", path.toString(), "org.openjdk.jmh.Main", "-lp", include), work, log);
        try {
            List<String> lines = Files.readAllLines(log, UTF_8);
            if (code != 0) {
                throw new ResultsException(path + ": JMH cannot list its benchmarks: " + FailureText.of(lines));
            }
            Files.deleteIfExists(log);
            return parse(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Subject> parse(List<String> lines) {
        List<Subject> subjects = new ArrayList<>();
        String benchmark = "";
        List<Map<String, String>> grid = List.of();
        // A JVM that has its options from the environment says so first.
        for (String line : lines.stream()
                .dropWhile(line -> !line.startsWith(HEADING))
                .skip(1)
                .toList()) {
            Matcher parameter = PARAMETER.matcher(line);
            if (parameter.matches()) {
                grid = times(
                        grid, parameter.group(1), List.of(parameter.group(2).split(", ", -1)));
            } else if (!line.isBlank() && !line.startsWith(" ")) {
                add(subjects, benchmark, grid);
                benchmark = line.strip();
                grid = List.of(Map.of());
            }
        }
        add(subjects, benchmark, grid);
        return subjects.stream().distinct().sorted().toList();
    }

    private static void add(List<Subject> subjects, String benchmark, List<Map<String, String>> grid) {
        grid.forEach(params -> subjects.add(new Subject(benchmark, params)));
    }

    private static List<Map<String, String>> times(List<Map<String, String>> grid, String name, List<String> values) {
        List<Map<String, String>> product = new ArrayList<>();
        for (Map<String, String> params : grid) {
            for (String value : values) {
                Map<String, String> with = new TreeMap<>(params);
                with.put(name, value);
                product.add(with);
            }
        }
        return product;
    }
}
