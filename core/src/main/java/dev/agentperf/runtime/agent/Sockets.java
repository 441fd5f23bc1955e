package dev.agentperf.runtime.agent;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Set;
import java.util.StringTokenizer;

/** The sockets in the agent's network namespace, as {@code /proc/net} lists them. */
final class Sockets {
    private static final String[] INTERNET = {"net/tcp", "net/tcp6", "net/udp", "net/udp6"};
    private static final String UNIX = "net/unix";
    private static final int INTERNET_STATE = 3;
    private static final int INTERNET_INODE = 9;
    private static final int UNIX_INODE = 6;
    private static final int NO_STATE = -1;

    /* A connection that is over keeps its line for a minute. */
    private static final String TIME_WAIT = "06";

    private Sockets() {}

    /**
     * Returns how many there are that this process does not hold itself: a virtual machine opens some when it likes.
     */
    static int ofOthers() throws IOException {
        Set<String> own = own();
        int count = 0;
        for (String table : INTERNET) {
            count += count(table, INTERNET_STATE, INTERNET_INODE, own);
        }
        return count + count(UNIX, NO_STATE, UNIX_INODE, own);
    }

    private static Set<String> own() {
        Set<String> inodes = new HashSet<>();
        File[] descriptors = new File(ProcFileSystem.ROOT, "self/fd").listFiles();
        for (File each : descriptors == null ? new File[0] : descriptors) {
            try {
                String target = Files.readSymbolicLink(each.toPath()).toString();
                if (target.startsWith("socket:[")) {
                    inodes.add(target.substring("socket:[".length(), target.length() - 1));
                }
            } catch (IOException closedMeanwhile) {
                // Then it is nobody's, and in no table.
            }
        }
        return inodes;
    }

    private static int count(String table, int state, int inode, Set<String> own) throws IOException {
        return new File(ProcFileSystem.ROOT, table).exists()
                ? countLines(ProcFileSystem.text(table), state, inode, own)
                : 0;
    }

    private static int countLines(String text, int state, int inode, Set<String> own) {
        StringTokenizer lines = new StringTokenizer(text, "\n");
        int count = -1;
        while (lines.hasMoreTokens()) {
            count += isOfOthers(lines.nextToken(), state, inode, own) ? 1 : 0;
        }
        // The headings counted as a line.
        return Math.max(0, count);
    }

    private static boolean isOfOthers(String line, int state, int inode, Set<String> own) {
        StringTokenizer columns = new StringTokenizer(line);
        for (int i = 0; columns.hasMoreTokens(); i++) {
            String column = columns.nextToken();
            if ((i == state && column.equals(TIME_WAIT)) || (i == inode && own.contains(column))) {
                return false;
            }
        }
        return true;
    }
}
