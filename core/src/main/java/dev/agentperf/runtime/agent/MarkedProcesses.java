package dev.agentperf.runtime.agent;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;

/**
 * The surroundings of an agent that shares its machine: the processes that carry a mark in their environment, and one
 * directory. A process that changes its environment on purpose escapes it.
 */
public final class MarkedProcesses implements Surroundings {
    private final String mark;
    private final File directory;

    /**
     * Creates the view.
     *
     * @param mark the value of {@link ResidentAgent#MARK}, different for every container; not empty
     * @param directory the one that the processes may write to
     */
    public MarkedProcesses(String mark, File directory) {
        if (mark.isEmpty()) {
            throw new IllegalArgumentException("mark must not be empty");
        }
        this.mark = mark;
        this.directory = directory;
    }

    @Override
    public long[] processes() throws IOException {
        return ProcFileSystem.ROOT.isDirectory() ? marked() : descendants();
    }

    private long[] marked() throws IOException {
        long self = ProcFileSystem.self();
        long[] all = ProcFileSystem.processes();
        int count = 0;
        for (long process : all) {
            if (process != self && isMarked(process, mark)) {
                all[count++] = process;
            }
        }
        return Arrays.copyOf(all, count);
    }

    /** Returns whether a process carries the mark; a process that cannot be looked into does not. */
    static boolean isMarked(long process, String mark) {
        try {
            // Each variable ends with a zero byte, and all but the first follow one.
            String environment =
                    "\0".concat(ProcFileSystem.text(Long.toString(process).concat("/environ")));
            return environment.contains(
                    "\0".concat(ResidentAgent.MARK).concat("=").concat(mark).concat("\0"));
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }

    private static long[] descendants() {
        long[] processes = new long[16];
        int count = 0;
        Iterator<ProcessHandle> descendants =
                ProcessHandle.current().descendants().iterator();
        while (descendants.hasNext()) {
            if (count == processes.length) {
                processes = Arrays.copyOf(processes, 2 * count);
            }
            processes[count++] = descendants.next().pid();
        }
        long[] sorted = Arrays.copyOf(processes, count);
        Arrays.sort(sorted);
        return sorted;
    }

    @Override
    public File[] writable() {
        return new File[] {directory};
    }

    @Override
    public File home() {
        return directory;
    }

    @Override
    public int kernelObjects() {
        return 0;
    }
}
