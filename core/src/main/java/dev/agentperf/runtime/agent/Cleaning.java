package dev.agentperf.runtime.agent;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Brings the surroundings back to what they were when the agent started. Not thread-safe. */
final class Cleaning {
    /* A process that forks while it is being ended is met again in the next round; one that outruns them all stays, and
     * the fingerprint tells. */
    private static final int ROUNDS = 50;
    private static final long ROUND_MILLIS = 200;

    private final Surroundings surroundings;
    private final Bound bound;
    private final Set<File> initialFiles = new HashSet<>();
    private @Nullable IOException unlisted;

    /** Remembers the files that are there now. */
    Cleaning(Surroundings surroundings, Bound bound) {
        this.surroundings = surroundings;
        this.bound = bound;
        try {
            for (File root : surroundings.writable()) {
                for (FileTree.Entry entry : FileTree.below(root)) {
                    initialFiles.add(entry.file());
                }
            }
        } catch (IOException e) {
            unlisted = e;
        }
    }

    /**
     * Forgets what is bound, ends the processes, deletes the files that were not there at first, and returns the
     * fingerprint of the rest.
     *
     * @throws IOException if it is not known which processes are the container's, or which files were there at first;
     *     then none of those is touched
     */
    String clean() throws IOException {
        bound.clear();
        endProcesses();
        if (unlisted != null) {
            throw unlisted;
        }
        for (File root : surroundings.writable()) {
            if (root.isDirectory()) {
                deleteNewBelow(root);
            }
        }
        return Fingerprint.of(surroundings, bound);
    }

    private void endProcesses() throws IOException {
        long[] before = new long[0];
        for (int round = 0; round < ROUNDS; round++) {
            long[] processes = surroundings.processes();
            if (Arrays.equals(processes, before)) {
                // None is left, or only what cannot be ended.
                return;
            }
            end(processes);
            before = processes;
        }
    }

    private static void end(long[] processes) throws IOException {
        for (long process : processes) {
            Optional<ProcessHandle> handle = ProcessHandle.of(process);
            if (handle.isPresent()) {
                handle.get().destroyForcibly();
            }
        }
        for (long process : processes) {
            awaitEnd(process);
        }
    }

    private static void awaitEnd(long process) throws IOException {
        Optional<ProcessHandle> handle = ProcessHandle.of(process);
        if (handle.isEmpty()) {
            return;
        }
        try {
            handle.get().onExit().get(ROUND_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException stillThere) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while processes were ending", e);
        }
    }

    private void deleteNewBelow(File directory) throws IOException {
        open(directory);
        List<FileTree.Entry> entries = FileTree.below(directory);
        for (int i = entries.size() - 1; i >= 0; i--) {
            File file = entries.get(i).file();
            if (!initialFiles.contains(file)) {
                // What cannot be deleted stays in the fingerprint.
                file.delete();
            }
        }
    }

    /** Makes every new directory readable again; its owner, as the agent is, may do that. */
    private void open(File directory) throws IOException {
        File[] children = directory.listFiles();
        if (children == null) {
            return;
        }
        for (File child : children) {
            if (FileTree.Entry.of(child).isDirectory()) {
                if (!initialFiles.contains(child)) {
                    child.setReadable(true);
                    child.setWritable(true);
                    child.setExecutable(true);
                }
                open(child);
            }
        }
    }
}
