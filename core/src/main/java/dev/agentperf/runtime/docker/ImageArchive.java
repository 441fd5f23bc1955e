package dev.agentperf.runtime.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;

/** An image of one layer in the layout that {@code docker save} writes and {@code docker load} reads. */
final class ImageArchive {
    private static final String LAYER = "layer.tar";
    private static final String CONFIGURATION = "config.json";

    private ImageArchive() {}

    /**
     * Writes the archive.
     *
     * @param target where to
     * @param name the image's, with its tag
     * @param layer a finished {@link ImageLayer}
     * @param environment what its processes find in their environment
     * @param workingDirectory where its processes start
     */
    static void write(Path target, String name, Path layer, Map<String, String> environment, String workingDirectory)
            throws IOException {
        try (ImageLayer archive = ImageLayer.create(target)) {
            archive.addText(
                    Path.of("/manifest.json"),
                    "[{\"Config\":%s,\"RepoTags\":[%s],\"Layers\":[%s]}]"
                            .formatted(quote(CONFIGURATION), quote(name), quote(LAYER)));
            archive.addText(Path.of("/" + CONFIGURATION), configuration(digest(layer), environment, workingDirectory));
            archive.addFile(layer, Path.of("/" + LAYER));
        }
    }

    private static String configuration(String digest, Map<String, String> environment, String workingDirectory) {
        String variables = environment.entrySet().stream()
                .map(it -> quote(it.getKey() + "=" + it.getValue()))
                .collect(Collectors.joining(","));
        return ("{\"architecture\":%s,\"os\":\"linux\",\"config\":{\"WorkingDir\":%s,\"Env\":[%s]},"
                        + "\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[%s]}}")
                .formatted(quote(architecture()), quote(workingDirectory), variables, quote("sha256:" + digest));
    }

    private static String quote(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Returns what container engines call this machine's processor. */
    private static String architecture() {
        String name = System.getProperty("os.arch");
        return name.equals("aarch64") ? "arm64" : name;
    }

    private static String digest(Path layer) throws IOException {
        MessageDigest digest = Digests.sha256();
        try (InputStream bytes = new DigestInputStream(Files.newInputStream(layer), digest)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
