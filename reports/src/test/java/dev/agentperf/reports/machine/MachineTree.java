package dev.agentperf.reports.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A made-up machine: kernel files under a directory. */
record MachineTree(Path root) {

    MachineTree with(String path, String text) {
        Path file = root.resolve(path);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    MachineProbe probe() {
        return MachineProbe.at(root);
    }

    SystemFiles files() {
        return new SystemFiles(root);
    }
}
