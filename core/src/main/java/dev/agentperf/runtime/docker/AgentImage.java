package dev.agentperf.runtime.docker;

import com.github.dockerjava.api.exception.NotFoundException;
import dev.agentperf.runtime.ContainerException;
import dev.agentperf.runtime.host.AgentProgram;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The image of the Java resident agent. It is made on this machine when the engine does not have it, out of nothing but
 * the running JDK and the libraries that this needs; no registry is asked. Thread-safe.
 */
final class AgentImage {

    /** The name that a spec asks for it by; the tag is this class's own affair. */
    static final String NAME = "agentperf-agent";

    /** Where the agent lives in the image. Classes are shared only if the agent is run from here. */
    static final Path HOME = Path.of("/agent");

    /* Counts changes of the image's layout, which the tag's other ingredients do not show. */
    private static final int LAYOUT = 2;
    private static final int HASH_LENGTH = 12;

    private final Engine engine;
    private final ReentrantLock building = new ReentrantLock();
    private volatile @Nullable String present;

    AgentImage(Engine engine) {
        this.engine = engine;
    }

    /** Returns the command line of the agent inside the image. */
    static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(HOME.resolve("jre/bin/java").toString());
        command.addAll(AgentProgram.JVM_OPTIONS);
        command.addAll(ImageBuild.SHARING_OPTIONS);
        command.addAll(List.of("-cp", ImageBuild.JAR, AgentProgram.MAIN_CLASS));
        command.addAll(List.of(arguments));
        return command;
    }

    /**
     * Returns the image's full name after making sure that the engine has it.
     *
     * @throws ContainerException if it has to be made and cannot be; the message says what is missing
     */
    String ensure() throws IOException {
        String known = present;
        if (known != null) {
            return known;
        }
        building.lock();
        try {
            String name = NAME + ":" + tag();
            if (!isPresent(name)) {
                build(name);
            }
            present = name;
            return name;
        } finally {
            building.unlock();
        }
    }

    /** Looks again at the next {@link #ensure}: someone has removed the image from the engine. */
    void forget() {
        present = null;
    }

    private boolean isPresent(String name) {
        try {
            EngineFailure.translating(
                    "image " + name, () -> engine.client().inspectImageCmd(name).exec());
            return true;
        } catch (ContainerException e) {
            if (e.getCause() instanceof NotFoundException) {
                return false;
            }
            throw e;
        }
    }

    private void build(String name) throws IOException {
        String subject = "image " + name + " could not be loaded";
        try (ImageBuild build = ImageBuild.run(name);
                InputStream archive = Files.newInputStream(build.archive())) {
            EngineFailure.translating(
                    subject, () -> engine.streams().loadImageCmd(archive).exec());
        }
        // The engine reports what goes wrong while it unpacks inside an answer that began as a success.
        if (!isPresent(name)) {
            throw new ContainerException(subject + ": the engine did not unpack it");
        }
    }

    /* The running JDK's version and a digest of everything else that goes into the image: a change of one is another
     * image, and the same ingredients find the image that is there. */
    private static String tag() throws IOException {
        MessageDigest digest = Digests.sha256();
        update(digest, LAYOUT + System.getProperty("java.vendor") + System.getProperty("java.runtime.version"));
        update(digest, String.join(" ", command()));
        SortedMap<String, byte[]> classes = AgentProgram.classFiles();
        for (Map.Entry<String, byte[]> each : classes.entrySet()) {
            update(digest, each.getKey());
            digest.update(each.getValue());
        }
        String hash = HexFormat.of().formatHex(digest.digest()).substring(0, HASH_LENGTH);
        return "jdk" + Runtime.version().feature() + "-" + hash;
    }

    private static void update(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }
}
