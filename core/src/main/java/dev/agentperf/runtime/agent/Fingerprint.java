package dev.agentperf.runtime.agent;

import java.io.File;
import java.io.IOException;

/** What is in a container beside its agent, as one line that two moments can be compared by. */
final class Fingerprint {
    private Fingerprint() {}

    /**
     * Returns the fingerprint: nothing that happens by itself changes it, and everything that a process could leave
     * behind does. It spells all out, because a digest would cost more at start-up than a clean container's few files.
     */
    static String of(Surroundings surroundings, Bound bound) throws IOException {
        StringBuilder text = new StringBuilder("processes=[");
        for (long process : surroundings.processes()) {
            text.append(process).append(',');
        }
        text.append("] objects=").append(surroundings.kernelObjects()).append(" files=[");
        for (File root : surroundings.writable()) {
            for (FileTree.Entry entry : FileTree.below(root)) {
                text.append(entry.fingerprint()).append(',');
            }
        }
        text.append("] bound=[");
        for (String name : bound.names()) {
            text.append(name).append(',');
        }
        return text.append(']').toString();
    }
}
