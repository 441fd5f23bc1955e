package dev.agentperf.runtime.agent;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The files below a directory, links not followed, each directory before what is in it. */
final class FileTree {
    private FileTree() {}

    /**
     * Lists what is below {@code root}, in the order of names; {@code root} itself only if it is a file.
     *
     * @throws IOException if a directory cannot be read, because what is in it could not be proven then
     */
    static List<Entry> below(File root) throws IOException {
        List<Entry> entries = new ArrayList<>();
        if (root.isDirectory()) {
            addChildren(root, entries);
        } else if (root.exists()) {
            entries.add(Entry.of(root));
        }
        return entries;
    }

    private static void addChildren(File directory, List<Entry> entries) throws IOException {
        String[] names = directory.list();
        if (names == null) {
            throw new IOException("cannot read directory ".concat(directory.getPath()));
        }
        Arrays.sort(names);
        for (String name : names) {
            Entry entry = Entry.of(new File(directory, name));
            entries.add(entry);
            if (entry.isDirectory()) {
                addChildren(entry.file(), entries);
            }
        }
    }

    /**
     * One file, directory, link, pipe or socket.
     *
     * @param file where it is
     * @param attributes what it was when it was listed
     */
    record Entry(File file, BasicFileAttributes attributes) {

        static Entry of(File file) throws IOException {
            Path path = file.toPath();
            return new Entry(file, Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        }

        boolean isDirectory() {
            return attributes.isDirectory();
        }

        /** Returns its path, size and times; of a directory the path, since its entries are listed for themselves. */
        String fingerprint() throws IOException {
            StringBuilder text = new StringBuilder();
            appendEscaped(file.getPath(), text);
            if (isDirectory()) {
                return text.append('/').toString();
            }
            return text.append(':')
                    .append(attributes.size())
                    .append(':')
                    .append(changed())
                    .toString();
        }

        /* The change time, unlike the modification time, cannot be set back by the owner of the file. As a number: its
         * words need forty classes that nothing else here does. */
        private long changed() throws IOException {
            Path path = file.toPath();
            Object time = path.getFileSystem().supportedFileAttributeViews().contains("unix")
                    ? Files.getAttribute(path, "unix:ctime", LinkOption.NOFOLLOW_LINKS)
                    : attributes.lastModifiedTime();
            return ((FileTime) time).to(TimeUnit.NANOSECONDS);
        }

        private static void appendEscaped(String path, StringBuilder text) {
            for (int i = 0; i < path.length(); i++) {
                char character = path.charAt(i);
                if (character <= ' ' || character == ',' || character == '%') {
                    text.append('%').append((int) character).append('%');
                } else {
                    text.append(character);
                }
            }
        }
    }
}
