package dev.agentperf.runtime.docker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An image with the Python of this machine, for want of a registry: what a user's {@code python:3.12-slim} is. */
final class PythonImage {
    static final String NAME = "agentperf-test-python:latest";

    private PythonImage() {}

    /** Makes the image on the engine, or skips the test where this machine has no Python. */
    static void load(Engine engine) throws IOException {
        List<String> found = find();
        Path program = Path.of(found.get(0));
        Path home = Path.of(found.get(1));
        Path library = Path.of(found.get(2));
        Path directory = Files.createTempDirectory("agentperf-test-");
        Path layer = directory.resolve("layer.tar");
        Path archive = directory.resolve("image.tar");
        try {
            writeLayer(layer, program, library);
            ImageArchive.write(
                    archive, NAME, layer, Map.of("PATH", "/usr/local/bin", "PYTHONHOME", home.toString()), "/tmp");
            try (InputStream bytes = Files.newInputStream(archive)) {
                engine.client().loadImageCmd(bytes).exec();
            }
        } finally {
            Files.deleteIfExists(layer);
            Files.deleteIfExists(archive);
            Files.deleteIfExists(directory);
        }
    }

    private static List<String> find() throws IOException {
        String question = "import os, sys, sysconfig; "
                + "print(os.path.realpath(sys.executable), sys.base_prefix, sysconfig.get_path('stdlib'), sep='\\n')";
        try {
            return Command.lines(List.of("python3", "-c", question));
        } catch (RuntimeException e) {
            TestEngine.skip("this machine has no python3: " + e.getMessage());
            throw e;
        }
    }

    private static void writeLayer(Path layer, Path program, Path library) throws IOException {
        List<Path> natives = new ArrayList<>(List.of(program));
        try (ImageLayer files = ImageLayer.create(layer);
                Stream<Path> modules = Files.walk(library)) {
            files.addSharedDirectory(Path.of("/tmp"));
            files.addFile(program, Path.of("/usr/local/bin/python3"));
            for (Path module : modules.filter(PythonImage::isWanted).toList()) {
                files.addFile(module, module);
                if (module.toString().endsWith(".so")) {
                    natives.add(module);
                }
            }
            for (Path each : NativeLibraries.neededBy(natives, library)) {
                files.addFile(each, each);
            }
        }
    }

    private static boolean isWanted(Path file) {
        String path = file.toString();
        return Files.isRegularFile(file)
                && !path.contains("/site-packages/")
                && !path.contains("/dist-packages/")
                && !path.contains("/test/")
                && !path.contains("/config-");
    }
}
