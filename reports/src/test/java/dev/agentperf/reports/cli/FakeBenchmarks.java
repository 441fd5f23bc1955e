package dev.agentperf.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;

/** Makes a jar that answers as JMH does, in a tenth of a second: each benchmark with the time that its name ends in. */
final class FakeBenchmarks {
    private static final String MAIN = """
            package org.openjdk.jmh;
            import java.nio.file.*;
            public class Main {
                static final String[] NAMES = {NAMES_HERE};
                public static void main(String[] args) throws Exception {
                    String file = "";
                    String name = "";
                    for (int i = 0; i < args.length; i++) {
                        if (args[i].equals("-lp")) {
                            System.out.println("Benchmarks: ");
                            for (String known : NAMES) System.out.println(known.split(":")[0]);
                            return;
                        }
                        if (args[i].equals("-rff")) file = args[i + 1];
                        if (args[i].startsWith("^")) name = args[i].replaceAll("[\\\\^$]|\\\\\\\\[QE]", "");
                    }
                    for (String known : NAMES) {
                        if (!known.split(":")[0].equals(name)) continue;
                        String value = known.split(":")[1];
                        if (value.equals("throw")) {
                            System.out.println("java.lang.IllegalStateException: boom");
                            System.exit(1);
                        }
                        Files.writeString(Path.of(file), "[{\\"benchmark\\":\\"" + name + "\\",\\"mode\\":\\"avgt\\",\\"threads\\":1,"
                            + "\\"primaryMetric\\":{\\"scoreUnit\\":\\"ns/op\\",\\"rawData\\":[[" + value + "]]}}]");
                    }
                }
            }
            """;

    private FakeBenchmarks() {}

    /**
     * Writes a jar.
     *
     * @param benchmarks each {@code name:nanoseconds}, or {@code name:throw}
     */
    static Path jar(Path directory, String name, String... benchmarks) throws IOException {
        Path classes = Files.createDirectories(directory.resolve(name));
        Path source = classes.resolve("Main.java");
        String names = String.join(
                ", ", Stream.of(benchmarks).map(text -> "\"" + text + "\"").toList());
        Files.writeString(source, MAIN.replace("NAMES_HERE", names));
        int code =
                ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", classes.toString(), source.toString());
        assertThat(code).isZero();
        Path jar = directory.resolve(name + ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("META-INF/BenchmarkList"));
            out.putNextEntry(new ZipEntry("org/openjdk/jmh/Main.class"));
            Files.copy(source.resolveSibling("org").resolve("openjdk/jmh/Main.class"), out);
        }
        return jar;
    }
}
