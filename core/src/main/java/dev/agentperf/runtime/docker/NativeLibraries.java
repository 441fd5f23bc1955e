package dev.agentperf.runtime.docker;

import dev.agentperf.runtime.ContainerException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The shared libraries of this machine that native programs need to run elsewhere. */
final class NativeLibraries {
    /* `libz.so.1 => /lib/libz.so.1 (0x…)`, or for the loader itself `/lib64/ld-linux-x86-64.so.2 (0x…)`. */
    private static final Pattern RESOLVED = Pattern.compile("(?:=>)?\\s*(/\\S+) \\(0x[0-9a-f]+\\)");

    private NativeLibraries() {}

    /**
     * Returns the libraries outside of {@code home} that the programs below it need, the loader among them, under the
     * names that they are looked for by.
     *
     * @throws ContainerException if this system cannot tell
     */
    static Set<Path> neededBy(List<Path> programs, Path home) throws IOException {
        Set<Path> libraries = new TreeSet<>();
        for (Path program : programs) {
            for (String line : Command.lines(List.of("ldd", program.toString()))) {
                Matcher resolved = RESOLVED.matcher(line);
                if (resolved.find() && !Path.of(resolved.group(1)).startsWith(home)) {
                    libraries.add(Path.of(resolved.group(1)));
                }
            }
        }
        return libraries;
    }
}
