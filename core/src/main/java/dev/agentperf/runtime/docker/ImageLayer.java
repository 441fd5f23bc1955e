package dev.agentperf.runtime.docker;

import static java.util.Objects.requireNonNull;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** The files of an image as a tar archive, everything in it owned by root. Not thread-safe. */
final class ImageLayer implements Closeable {
    private static final int DIRECTORY_MODE = 040755;
    private static final int STICKY_DIRECTORY_MODE = 041777;
    private static final int FILE_MODE = 0100644;
    private static final int PROGRAM_MODE = 0100755;

    private final TarArchiveOutputStream tar;
    private final Set<Path> directories = new TreeSet<>();

    private ImageLayer(OutputStream out) {
        tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    }

    /** Begins a layer in a new file. */
    static ImageLayer create(Path file) throws IOException {
        return new ImageLayer(new BufferedOutputStream(Files.newOutputStream(file)));
    }

    /** Adds an empty directory that everyone may write to. */
    void addSharedDirectory(Path path) throws IOException {
        addDirectory(path, STICKY_DIRECTORY_MODE);
    }

    /** Adds a directory and those above it; no effect if it is there. */
    void addDirectory(Path path) throws IOException {
        addDirectory(path, DIRECTORY_MODE);
    }

    private void addDirectory(Path path, int mode) throws IOException {
        Path parent = path.getParent();
        if (parent == null || !directories.add(path)) {
            return;
        }
        addDirectory(parent);
        TarArchiveEntry entry = new TarArchiveEntry(name(path) + "/");
        entry.setMode(mode);
        entry.setModTime(0);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    /** Adds a small text file. */
    void addText(Path path, String text) throws IOException {
        addDirectory(parentOf(path));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name(path));
        entry.setMode(FILE_MODE);
        entry.setModTime(0);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    /** Adds a file of this machine, links followed, with its time: an archive of classes is bound to its jar's. */
    void addFile(Path source, Path path) throws IOException {
        addDirectory(parentOf(path));
        TarArchiveEntry entry = new TarArchiveEntry(name(path));
        entry.setMode(Files.isExecutable(source) ? PROGRAM_MODE : FILE_MODE);
        entry.setModTime(Files.getLastModifiedTime(source));
        entry.setSize(Files.size(source));
        tar.putArchiveEntry(entry);
        Files.copy(source, tar);
        tar.closeArchiveEntry();
    }

    /** Adds all files below a directory of this machine. */
    void addTree(Path source, Path path) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                addFile(file, path.resolve(source.relativize(file).toString()));
            }
        }
    }

    private static Path parentOf(Path path) {
        return requireNonNull(path.getParent(), "only the root has no parent");
    }

    private static String name(Path path) {
        return path.toString().substring(1);
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
