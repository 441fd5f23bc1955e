package dev.agentperf.runtime.docker;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A program that tries, from inside a container, what the container must prevent, and tells how far it came. */
public final class Intruder {
    private static final int MEBIBYTE = 1 << 20;

    private Intruder() {}

    /** Tries what the first argument names. */
    public static void main(String[] arguments) throws IOException {
        String answer = switch (arguments[0]) {
            case "network" -> network();
            case "write" -> write(List.of(arguments).subList(1, arguments.length));
            case "identity" -> identity();
            case "threads" -> threads();
            case "memory" -> memory();
            case "cpu" -> cpu();
            case "execute" -> execute(new File(arguments[1]));
            case "see" -> see();
            case "fill" -> fill(new File(arguments[1]));
            default -> throw new IllegalArgumentException(arguments[0]);
        };
        System.out.println(answer);
    }

    /** Names the network interfaces, and says whether an address outside can be reached. */
    private static String network() throws IOException {
        List<String> names = new ArrayList<>();
        for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            names.add(each.getName());
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("192.0.2.1", 80), 2000);
            return names + " connected";
        } catch (IOException e) {
            return names + " " + e.getMessage();
        }
    }

    /** Names the paths at which a file could be created. */
    private static String write(List<String> directories) {
        List<String> written = new ArrayList<>();
        for (String directory : directories) {
            try (FileOutputStream file = new FileOutputStream(new File(directory, "written-by-the-intruder"))) {
                file.write(1);
                written.add(directory);
            } catch (IOException prevented) {
                // As it should be.
            }
        }
        return written.toString();
    }

    /** Says who this process is and what it may do, in the kernel's words. */
    private static String identity() throws IOException {
        List<String> told = List.of("Uid:", "Gid:", "CapEff:", "CapPrm:", "CapBnd:", "NoNewPrivs:", "Seccomp:");
        return String.join(
                " ",
                Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> told.stream().anyMatch(line::startsWith))
                        .map(line -> line.replaceAll("\\s+", " "))
                        .toList());
    }

    /** Keeps every processor busy for two seconds of the clock, and says how many milliseconds of work that gave. */
    private static String cpu() throws IOException {
        long endNanos = System.nanoTime() + 2_000_000_000L;
        for (int i = 0; i < 4; i++) {
            Thread thread = new Thread(() -> spinUntil(endNanos));
            thread.setDaemon(true);
            thread.start();
        }
        spinUntil(endNanos);
        // In hundredths of a second, after the name in parentheses: user time and system time.
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return "worked " + 10 * (Long.parseLong(fields[11]) + Long.parseLong(fields[12]));
    }

    private static void spinUntil(long endNanos) {
        while (System.nanoTime() < endNanos) {
            Thread.onSpinWait();
        }
    }

    /** Tries to run a program that this one has written. */
    private static String execute(File program) throws IOException {
        Files.writeString(program.toPath(), "#!/agent/jre/bin/java --version\n");
        boolean marked = program.setExecutable(true);
        try {
            new ProcessBuilder(program.getPath()).start();
            return "executed";
        } catch (IOException e) {
            return "marked " + marked + ": " + e.getMessage();
        }
    }

    /** Names what of the machine and its other containers can be seen. */
    private static String see() throws IOException {
        long processes = ProcessHandle.allProcesses().count();
        boolean engine = Files.exists(Path.of("/var/run/docker.sock")) || Files.exists(Path.of("/run/docker.sock"));
        long disks = Files.readAllLines(Path.of("/proc/self/mounts")).stream()
                .filter(line -> line.split(" ", -1)[1].equals("/agentperf"))
                .filter(line -> line.split(" ", -1)[3].startsWith("rw"))
                .count();
        boolean memory = Files.isReadable(Path.of("/proc/kcore")) || Files.isReadable(Path.of("/dev/mem"));
        return "processes " + processes + ", engine " + engine + ", writable mounts " + disks + ", memory " + memory;
    }

    /** Starts threads until the kernel gives no more, as a fork bomb does with processes. */
    private static String threads() {
        int started = 0;
        try {
            while (started < 10_000) {
                Thread thread = new Thread(null, Intruder::waitForEver, "bomb", 128 << 10);
                thread.setDaemon(true);
                thread.start();
                started++;
            }
        } catch (OutOfMemoryError noMoreThreads) {
            // As it should be.
        }
        return "threads " + started;
    }

    private static synchronized void waitForEver() {
        try {
            Intruder.class.wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes memory until there is an end. */
    private static String memory() {
        List<ByteBuffer> taken = new ArrayList<>();
        for (int mebibytes = 0; mebibytes < 2048; mebibytes++) {
            ByteBuffer buffer = ByteBuffer.allocateDirect(MEBIBYTE);
            while (buffer.hasRemaining()) {
                buffer.putLong(mebibytes);
            }
            taken.add(buffer);
        }
        return "took all " + taken.size();
    }

    /** Writes until the file system is full, and says how many MiB it took. */
    private static String fill(File file) {
        int mebibytes = 0;
        try (FileOutputStream out = new FileOutputStream(file)) {
            byte[] chunk = new byte[MEBIBYTE];
            while (mebibytes < 1024) {
                out.write(chunk);
                mebibytes++;
            }
            return "not full after " + mebibytes;
        } catch (IOException full) {
            return "full after " + mebibytes + ": " + full.getMessage();
        }
    }
}
