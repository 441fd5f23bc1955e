package dev.agentperf.runtime.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The processes in Linux's {@code /proc}.
 *
 * @param proc where it is mounted
 */
record LinuxProcesses(Path proc) implements ProcessTable {
    static final ProcessTable SYSTEM = new LinuxProcesses(Path.of("/proc"));

    /* See proc_pid_stat(5): counted after the name in parentheses, which may hold anything. */
    private static final int STATE = 0;
    private static final int START_TICKS = 19;

    /* See proc_pid_status(5): the "high water mark" of the resident memory. */
    private static final String PEAK = "VmHWM:";
    private static final long BYTES_A_KILOBYTE = 1024;

    @Override
    public String place() {
        try {
            String boot =
                    Files.readString(proc.resolve("sys/kernel/random/boot_id")).strip();
            String namespace =
                    Files.readSymbolicLink(proc.resolve("self/ns/pid")).toString();
            return boot + "." + namespace.replaceAll("\\D", "");
        } catch (IOException notLinux) {
            return "";
        }
    }

    /* Process 1 is always there; one that may not see it (hidepid) does not see other users' processes either. */
    @Override
    public boolean isComplete() {
        return Files.isReadable(proc.resolve("1/stat"));
    }

    @Override
    public OptionalLong startTicks(long process) {
        try {
            String[] fields = stat(process);
            return hasEnded(fields) ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(fields[START_TICKS]));
        } catch (IOException gone) {
            return OptionalLong.empty();
        }
    }

    @Override
    public boolean isRunning(long process) {
        try {
            String[] fields = stat(process);
            return !hasEnded(fields) && !fields[STATE].equals("T");
        } catch (IOException gone) {
            return false;
        }
    }

    private String[] stat(long process) throws IOException {
        String text = Files.readString(proc.resolve(process + "/stat"), StandardCharsets.ISO_8859_1);
        return text.substring(text.lastIndexOf(')') + 1).strip().split(" ", -1);
    }

    private static boolean hasEnded(String[] fields) {
        return fields[STATE].equals("Z") || fields[STATE].equals("X");
    }

    /* "VmHWM:     12345 kB"; not there for what only waits for its parent. */
    @Override
    public OptionalLong peakMemoryBytes(long process) {
        try (Stream<String> lines = Files.lines(proc.resolve(process + "/status"), StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.startsWith(PEAK))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * BYTES_A_KILOBYTE)
                    .findFirst();
        } catch (IOException | UncheckedIOException gone) {
            return OptionalLong.empty();
        }
    }
}
