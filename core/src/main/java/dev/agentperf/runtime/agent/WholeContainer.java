package dev.agentperf.runtime.agent;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/** The surroundings of an agent that has a container of its own: all that the container's namespaces show. */
final class WholeContainer implements Surroundings {
    private static final String[] KERNEL_OBJECTS = {"sysvipc/shm", "sysvipc/msg", "sysvipc/sem"};

    /* Written to only by the kernel, or different at every look. */
    private static final List<String> KERNEL_FILE_SYSTEMS =
            List.of("proc", "sysfs", "devpts", "cgroup", "cgroup2", "securityfs", "debugfs", "tracefs");

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
            if (ordinary && mayWrite && directory.canWrite()) {
                writable.add(directory);
            }
        }
        return writable.toArray(new File[0]);
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
        return objects;
    }
}
