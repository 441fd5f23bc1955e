package dev.agentperf.runtime.agent;

import java.io.File;
import java.io.IOException;

/** What the code that an agent runs can leave behind: the processes and the files of one container. Thread-safe. */
public interface Surroundings {

    /** Returns the identifiers of the container's processes, in ascending order, without the resident agent's own. */
    long[] processes() throws IOException;

    /** Returns the directories and files that the container's processes may write to. */
    File[] writable() throws IOException;

    /** Returns how many other objects live in the container's kernel namespaces; 0 or more. */
    int kernelObjects() throws IOException;
}
