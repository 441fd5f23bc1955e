package dev.agentperf.runtime.agent;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Linux's {@code /proc}, read without the cost of a {@link ProcessHandle} at start-up. Thread-safe. */
final class ProcFileSystem {
    static final File ROOT = new File("/proc");

    private ProcFileSystem() {}

    /** Returns all processes that this one sees, in ascending order; empty where there is no {@code /proc}. */
    static long[] processes() {
        String[] names = ROOT.list();
        if (names == null) {
            return new long[0];
        }
        long[] processes = new long[names.length];
        int count = 0;
        for (String name : names) {
            if (Character.isDigit(name.charAt(0))) {
                processes[count++] = Long.parseLong(name);
            }
        }
        long[] sorted = Arrays.copyOf(processes, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /** Returns this process's identifier as {@code /proc} counts it. */
    static long self() throws IOException {
        return Long.parseLong(new File(ROOT, "self").getCanonicalFile().getName());
    }

    /** Returns the text of a file below {@code /proc}; its length cannot be known before it is read. */
    static String text(String name) throws IOException {
        try (FileInputStream in = new FileInputStream(new File(ROOT, name))) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
