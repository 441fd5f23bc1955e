package dev.agentperf.runtime.agent;

import java.io.File;
import java.io.IOException;
import java.util.Map;

/** What the code that an agent runs can leave behind: the processes and the files of one container. Thread-safe. */
public interface Surroundings {

    /**
     * Returns the surroundings that an environment tells of: those of {@link ResidentAgent#MARK}, none without it.
     *
     * @param environment the agent's environment variables
     */
    static Surroundings of(Map<String, String> environment) {
        String mark = environment.get(ResidentAgent.MARK);
        String writable = environment.get(ResidentAgent.WRITABLE);
        if (mark == null || mark.isEmpty()) {
            return new NoSurroundings();
        }
        return writable == null ? WholeContainer.of(mark) : new MarkedProcesses(mark, new File(writable));
    }

    /**
     * Returns the identifiers of the container's processes, in ascending order, without the resident agent's own.
     *
     * @throws IOException if it cannot be told which they are
     */
    long[] processes() throws IOException;

    /**
     * Returns the directories and files that the container's processes may write to.
     *
     * @throws IOException if they cannot be told, or are more than can be looked at
     */
    File[] writable() throws IOException;

    /**
     * Returns the container's temporary directory, below which files are bound.
     *
     * @throws IOException if it cannot be told
     */
    File home() throws IOException;

    /**
     * Returns how many other objects live in the container's kernel namespaces, sockets among them; 0 or more.
     *
     * @throws IOException if it cannot be told
     */
    int kernelObjects() throws IOException;
}
