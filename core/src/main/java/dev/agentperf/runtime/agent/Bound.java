package dev.agentperf.runtime.agent;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.TreeMap;

/** What the owner has bound to this container: variables for what is started in it. Not thread-safe. */
final class Bound {
    private final Map<String, String> variables = new TreeMap<>();

    /** Returns the names of the variables, in alphabetical order. */
    Set<String> names() {
        return variables.keySet();
    }

    /** Puts the variables into the environment of a program to be started. */
    void addTo(Map<String, String> environment) {
        environment.putAll(variables);
    }

    /** Forgets the variables. */
    void clear() {
        variables.clear();
    }

    /**
     * Binds what a request lists: {@code variable NAME VALUE} and {@code file PATH CONTENT}, any number of each; path,
     * value and content in Base64.
     *
     * @param home where paths begin
     */
    void add(String request, File home) throws IOException {
        StringTokenizer words = new StringTokenizer(request);
        while (words.hasMoreTokens()) {
            String kind = words.nextToken();
            String name = words.nextToken();
            byte[] content = decode(words.nextToken());
            if (kind.equals("variable")) {
                variables.put(name, new String(content, StandardCharsets.UTF_8));
            } else if (kind.equals("file")) {
                write(home, new String(decode(name), StandardCharsets.UTF_8), content);
            } else {
                throw new IOException("cannot bind a ".concat(kind));
            }
        }
    }

    /* A word is never empty, so each has one character more than its Base64. */
    private static byte[] decode(String word) {
        return Base64.getDecoder().decode(word.substring(1));
    }

    private static void write(File home, String path, byte[] content) throws IOException {
        File parent = home.getCanonicalFile();
        StringTokenizer steps = new StringTokenizer(path, "/");
        File file = new File(parent, steps.nextToken());
        while (steps.hasMoreTokens()) {
            parent = existing(file, path);
            file = new File(parent, steps.nextToken());
        }
        check(file, path);
        try (WritableByteChannel channel = Files.newByteChannel(
                file.toPath(),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    private static File existing(File directory, String path) throws IOException {
        check(directory, path);
        if (!directory.isDirectory() && !directory.mkdir()) {
            throw new IOException("cannot make directory ".concat(directory.getPath()));
        }
        // A link to somewhere else has another canonical path.
        if (!directory.getCanonicalFile().equals(directory)) {
            throw outside(path);
        }
        return directory;
    }

    private static void check(File file, String path) throws IOException {
        String name = file.getName();
        if (name.equals("..") || name.equals(".")) {
            throw outside(path);
        }
    }

    private static IOException outside(String path) {
        return new IOException("file is not below the temporary directory: ".concat(path));
    }
}
