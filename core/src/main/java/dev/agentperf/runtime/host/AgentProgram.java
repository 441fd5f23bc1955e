package dev.agentperf.runtime.host;

import dev.agentperf.runtime.ContainerException;
import dev.agentperf.runtime.agent.ResidentAgent;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The Java resident agent as something to start: where its classes are, and how a virtual machine runs them best. */
public final class AgentProgram {
    /**
     * Options for a short start and a small footprint: one compiler, no parallel collector, no file of counters; no way
     * for another process of the same user to load code into the agent; and no word of the virtual machine's own on
     * standard output, which belongs to the conversation.
     */
    public static final List<String> JVM_OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-XX:-UsePerfData",
            "-XX:+DisableAttachMechanism",
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            "-Xmx32m");

    /** The name of the class to run. */
    public static final String MAIN_CLASS = ResidentAgent.class.getName();

    private static final String PACKAGE = ResidentAgent.class.getPackageName().replace('.', '/');

    private AgentProgram() {}

    /**
     * Returns the directory or the jar that the agent's classes are in.
     *
     * @throws ContainerException if they come from anything else
     */
    public static Path location() {
        CodeSource source = ResidentAgent.class.getProtectionDomain().getCodeSource();
        URL location = source == null ? null : source.getLocation();
        try {
            if (location != null && location.getProtocol().equals("file")) {
                return Path.of(location.toURI());
            }
        } catch (URISyntaxException e) {
            throw new ContainerException("the agent's classes have no readable place: " + location, e);
        }
        throw new ContainerException("the agent's classes must come from a directory or a jar, came from " + location);
    }

    /** Returns the agent's class files by their names in a jar, in alphabetical order. */
    public static SortedMap<String, byte[]> classFiles() throws IOException {
        Path location = location();
        if (Files.isDirectory(location)) {
            return classFiles(location);
        }
        try (FileSystem jar = FileSystems.newFileSystem(location)) {
            return classFiles(jar.getPath("/"));
        }
    }

    private static SortedMap<String, byte[]> classFiles(Path root) throws IOException {
        SortedMap<String, byte[]> classes = new TreeMap<>();
        try (Stream<Path> files = Files.list(root.resolve(PACKAGE))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".class") && !name.equals("package-info.class")) {
                    classes.put(PACKAGE + "/" + name, Files.readAllBytes(file));
                }
            }
        }
        return classes;
    }
}
