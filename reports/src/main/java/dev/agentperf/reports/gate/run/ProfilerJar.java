package dev.agentperf.reports.gate.run;

import dev.agentperf.jmh.profile.CpuProfiler;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** A jar with our profiler alone, to put behind a foreign jar that has its own JMH. */
final class ProfilerJar {
    static final String FILE = "cpu-profiler.jar";

    private static final String NAME = CpuProfiler.class.getName().replace('.', '/') + ".class";

    private ProfilerJar() {}

    static Path write(Path directory) {
        Path jar = directory.resolve(FILE);
        try (InputStream bytes = CpuProfiler.class.getClassLoader().getResourceAsStream(NAME);
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            if (bytes == null) {
                throw new FileNotFoundException(NAME);
            }
            out.putNextEntry(new ZipEntry(NAME));
            bytes.transferTo(out);
            out.closeEntry();
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
