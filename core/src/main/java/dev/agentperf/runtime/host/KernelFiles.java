package dev.agentperf.runtime.host;

import dev.agentperf.runtime.ContainerIo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What the kernel tells in small files of text. */
final class KernelFiles {
    /* See proc_pid_net(5): two lines of headings; after the name come 8 figures of what was received. */
    private static final int NETWORK_HEADINGS = 2;
    private static final int RECEIVED = 0;
    private static final int SENT = 8;

    private KernelFiles() {}

    /** Returns the number that is all of a file. */
    static long number(Path file) throws IOException {
        return parse(file, Files.readString(file).strip());
    }

    /** Returns the number that is all of a file; empty where there is no such file for this process. */
    static OptionalLong numberIfReadable(Path file) throws IOException {
        return Files.isReadable(file) ? OptionalLong.of(number(file)) : OptionalLong.empty();
    }

    /** Returns the number after a name in a file of names and numbers. */
    static long field(Path file, String name) throws IOException {
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith(name) && line.startsWith(" ", name.length())) {
                return parse(file, line.substring(name.length() + 1).strip());
            }
        }
        throw new IOException(file + " has no field " + name);
    }

    private static long parse(Path file, String text) throws IOException {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IOException(file + " must hold a number, was " + text, e);
        }
    }

    /**
     * Returns the first of a control group's processes.
     *
     * @throws IOException if there is none: what a group without processes counts is nobody's use
     */
    static String firstProcess(Path file) throws IOException {
        Optional<String> first = Files.readAllLines(file).stream().findFirst();
        return first.orElseThrow(() -> new IOException(file + " names no process"));
    }

    /** Returns what went over the network of a control group's first process; nothing where it cannot be seen. */
    static ContainerIo network(Path proc, Path processes) throws IOException {
        Path file = proc.resolve(firstProcess(processes)).resolve("net/dev");
        if (!Files.isReadable(file)) {
            return ContainerIo.UNKNOWN;
        }
        List<String> lines = Files.readAllLines(file);
        long received = 0;
        long sent = 0;
        for (String line : lines.subList(Math.min(NETWORK_HEADINGS, lines.size()), lines.size())) {
            int colon = line.indexOf(':');
            if (!line.substring(0, colon).strip().equals("lo")) {
                String[] figures = line.substring(colon + 1).strip().split("\\s+", -1);
                received += Long.parseLong(figures[RECEIVED]);
                sent += Long.parseLong(figures[SENT]);
            }
        }
        return ContainerIo.UNKNOWN.withNetwork(received, sent);
    }
}
