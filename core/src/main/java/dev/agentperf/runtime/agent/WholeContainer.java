package dev.agentperf.runtime.agent;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/**
 * The surroundings of an agent that has a container of its own: all that the container's namespaces show.
 *
 * <p>To take a machine for a container would be a disaster, so there is only one way to get one: process 1, which the
 * engine started for this container, has to carry the container's mark.
 */
final class WholeContainer implements Surroundings {
    private static final String[] KERNEL_OBJECTS = {"sysvipc/shm", "sysvipc/msg", "sysvipc/sem"};

    /* Every container has it in memory, also one whose root is writable. */
    private static final File HOME = new File("/tmp");

    /* Written to only by the kernel, or different at every look. */
    private static final List<String> KERNEL_FILE_SYSTEMS =
            List.of("proc", "sysfs", "devpts", "cgroup", "cgroup2", "securityfs", "debugfs", "tracefs");

    private WholeContainer() {}

    /** Returns the surroundings, or none unless process 1 belongs to the container of that mark. */
    static Surroundings of(String mark) {
        return MarkedProcesses.isMarked(1, mark) ? new WholeContainer() : new NoSurroundings();
    }

    @Override
    public long[] processes() throws IOException {
        long self = ProcFileSystem.self();
        long[] all = ProcFileSystem.processes();
        int count = 0;
        for (long process : all) {
            // Process 1 is the agent itself or the engine's init above it.
            if (process != self && process != 1) {
                all[count++] = process;
            }
        }
        long[] others = new long[count];
        System.arraycopy(all, 0, others, 0, count);
        return others;
    }

    @Override
    public File[] writable() throws IOException {
        List<File> writable = new ArrayList<>();
        StringTokenizer mounts = new StringTokenizer(ProcFileSystem.text("self/mounts"), "\n");
        while (mounts.hasMoreTokens()) {
            StringTokenizer mount = new StringTokenizer(mounts.nextToken());
            mount.nextToken();
            File directory = new File(mount.nextToken());
            boolean ordinary = !KERNEL_FILE_SYSTEMS.contains(mount.nextToken());
            boolean mayWrite = mount.nextToken().startsWith("rw");
            if (ordinary && mayWrite && directory.getPath().equals("/")) {
                throw new IOException("the root file system is writable");
            }
            if (ordinary && mayWrite && directory.canWrite()) {
                writable.add(directory);
            }
        }
        return writable.toArray(new File[0]);
    }

    @Override
    public File home() {
        return HOME;
    }

    @Override
    public int kernelObjects() throws IOException {
        int objects = 0;
        for (String table : KERNEL_OBJECTS) {
            if (new File(ProcFileSystem.ROOT, table).exists()) {
                // One line of headings, one line an object.
                objects += new StringTokenizer(ProcFileSystem.text(table), "\n").countTokens() - 1;
            }
        }
        return objects + Sockets.ofOthers();
    }
}
