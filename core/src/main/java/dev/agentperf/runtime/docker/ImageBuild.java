package dev.agentperf.runtime.docker;

import dev.agentperf.runtime.ContainerException;
import dev.agentperf.runtime.agent.ResidentAgent;
import dev.agentperf.runtime.host.AgentLink;
import dev.agentperf.runtime.host.AgentListener;
import dev.agentperf.runtime.host.AgentProgram;
import dev.agentperf.runtime.host.OwnedDirectory;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The making of the agent's image, as an archive for the engine to load, in a private directory that {@link #close}
 * removes. Its one layer:
 *
 * <pre>
 * /agent/jre         java.base, linked out of the running JDK
 * /agent/agent.jar   the agent's classes
 * /agent/agent.jsa   an archive of the classes that a first answer needs, ready for use in memory
 * /lib…              the C library and what else the virtual machine is linked against, from this machine
 * </pre>
 *
 * Not thread-safe.
 */
final class ImageBuild implements Closeable {
    /** What begins the names of the private directories. */
    static final String PREFIX = "agentperf-image-";

    /** The agent's classes, relative to {@link AgentImage#HOME}. */
    static final String JAR = "agent.jar";

    private static final String CLASS_ARCHIVE = "agent.jsa";

    /* Class sharing.
     * The archive holds the 500 classes that the agent's start needs and no others: 5 to 9 MB in place of the 10 to 14
     * of the JDK's default archive, and a start of 37 ms in place of 48 (JDK 17), 51 in place of 97 (JDK 25). It is
     * bound to the path of the jar as the command line gives it, so the agent is run from its directory with a relative
     * path, here and in the container. Where the virtual machine finds that the archive does not fit, it does without.
     * It is mapped where it was made for: moved elsewhere, every pointer in it would be written anew at every start. */
    static final List<String> SHARING_OPTIONS = List.of(
            "-XX:SharedArchiveFile=" + CLASS_ARCHIVE,
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0");

    private final String name;
    private final OwnedDirectory owned;
    private final Path directory;
    private final Path home;

    private ImageBuild(String name, OwnedDirectory owned) {
        this.name = name;
        this.owned = owned;
        this.directory = owned.path();
        this.home = directory.resolve("agent");
    }

    /**
     * Makes the archive; a few seconds.
     *
     * @param name the image's, with its tag
     * @throws ContainerException if the running JDK cannot be linked, or this is not Linux
     */
    static ImageBuild run(String name) throws IOException {
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux")) {
            throw new ContainerException(
                    "the default agent image can only be made on Linux; name an image with python3");
        }
        ImageBuild build = new ImageBuild(name, OwnedDirectory.create(PREFIX));
        try {
            Files.createDirectory(build.home);
            build.linkRuntime();
            build.writeJar();
            build.shareClasses();
            build.writeArchive();
            return build;
        } catch (IOException | RuntimeException e) {
            build.close();
            throw e;
        }
    }

    /** Returns the finished archive. */
    Path archive() {
        return directory.resolve("image.tar");
    }

    private Path java() {
        return home.resolve("jre/bin/java");
    }

    private void linkRuntime() throws IOException {
        Path jlink = Path.of(System.getProperty("java.home"), "bin", "jlink");
        if (!Files.isExecutable(jlink)) {
            throw new ContainerException("the default agent image needs a JDK with jlink, and " + jlink
                    + " is missing; name an image with python3, or run on a full JDK");
        }
        List<String> command = List.of(
                jlink.toString(),
                "--add-modules=java.base",
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                // The shared classes are not read from the compressed module file, so it costs the start nothing.
                Runtime.version().feature() < 21 ? "--compress=2" : "--compress=zip-6",
                "--output=" + home.resolve("jre"));
        Command.lines(command);
    }

    private void writeJar() throws IOException {
        try (OutputStream file = Files.newOutputStream(home.resolve(JAR));
                JarOutputStream jar = new JarOutputStream(file)) {
            for (var each : AgentProgram.classFiles().entrySet()) {
                ZipEntry entry = new ZipEntry(each.getKey());
                entry.setTime(0);
                jar.putNextEntry(entry);
                jar.write(each.getValue());
                jar.closeEntry();
            }
        }
    }

    /* Without shared classes the agent starts later and is the same otherwise, so a failure here is none. */
    private void shareClasses() throws IOException {
        try {
            Path list = directory.resolve("classes.list");
            rehearse(list);
            addAgentClasses(list);
            List<String> command = new ArrayList<>(List.of(java().toString(), "-Xshare:dump", "-XX:+UseSerialGC"));
            command.addAll(SHARING_OPTIONS);
            command.addAll(List.of("-XX:SharedClassListFile=" + list, "-cp", JAR));
            Command.lines(command, home);
        } catch (ContainerException notShared) {
            Files.deleteIfExists(home.resolve(CLASS_ARCHIVE));
        }
    }

    /** Adds the agent's classes that a rehearsal on this machine, which is no container, does not need. */
    private static void addAgentClasses(Path list) throws IOException {
        List<String> classes = new ArrayList<>(Files.readAllLines(list));
        AgentProgram.classFiles().keySet().stream()
                .map(it -> it.substring(0, it.length() - ".class".length()))
                .filter(it -> !classes.contains(it))
                .forEach(classes::add);
        Files.write(list, classes);
    }

    /**
     * Runs the agent through what it is asked in a container before the first claim, and lists the classes that it
     * loads: with a file around it, as every container has some, and without a locale, as no container has one.
     */
    private void rehearse(Path list) throws IOException {
        Path socket = directory.resolve("agent.sock");
        List<String> command = new ArrayList<>(List.of(java().toString()));
        command.addAll(AgentProgram.JVM_OPTIONS);
        command.addAll(List.of("-XX:DumpLoadedClassList=" + list, "-cp", JAR, AgentProgram.MAIN_CLASS));
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment().put(ResidentAgent.SOCKET, socket.toString());
        builder.environment().put(ResidentAgent.MARK, directory.getFileName().toString());
        Path writable = Files.createDirectory(directory.resolve("tmp"));
        Files.createFile(writable.resolve("file"));
        builder.environment().put(ResidentAgent.WRITABLE, writable.toString());
        builder.environment().keySet().removeIf(it -> it.equals("LANG") || it.startsWith("LC_"));
        try (AgentListener listener = AgentListener.open(socket)) {
            Process agent = builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            CompletableFuture<Void> bell = agent.onExit().thenRun(() -> closeQuietly(listener));
            try (AgentLink link = listener.accept()) {
                link.greet();
                link.ask("bind variable " + ResidentAgent.SESSION + " =");
                link.ask("ping");
            }
            bell.join();
        }
    }

    private static void closeQuietly(AgentListener listener) {
        try {
            listener.close();
        } catch (IOException alreadyClosed) {
            // The waiting accept() has ended either way.
        }
    }

    private void writeArchive() throws IOException {
        Path layer = directory.resolve("layer.tar");
        try (ImageLayer files = ImageLayer.create(layer)) {
            files.addTree(home, AgentImage.HOME);
            for (Path library : libraries()) {
                files.addFile(library, library);
            }
            files.addText(Path.of("/etc/passwd"), "root:x:0:0:root:/:/\nagent:x:1000:1000:agent:/tmp:/\n");
            files.addText(Path.of("/etc/group"), "root:x:0:\nagent:x:1000:\n");
            files.addSharedDirectory(Path.of("/tmp"));
            for (String mountPoint : List.of("/dev", "/proc", "/sys")) {
                files.addDirectory(Path.of(mountPoint));
            }
        }
        ImageArchive.write(
                archive(), name, layer, Map.of("PATH", AgentImage.HOME + "/jre/bin"), AgentImage.HOME.toString());
    }

    private Set<Path> libraries() throws IOException {
        Path runtime = home.resolve("jre");
        try (Stream<Path> files = Files.walk(runtime)) {
            List<Path> programs = files.filter(Files::isRegularFile)
                    .filter(it -> it.equals(java()) || it.toString().endsWith(".so"))
                    .toList();
            return NativeLibraries.neededBy(programs, runtime);
        }
    }

    @Override
    public void close() throws IOException {
        owned.close();
    }
}
