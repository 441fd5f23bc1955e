package dev.agentperf.runtime.host;

import dev.agentperf.runtime.Container;
import java.io.IOException;

/** A container that a runtime has made and not yet destroyed, with what the runtime needs to reach and to end it. */
public interface LiveContainer {

    /** Returns what the runtime's user knows it by. */
    Container container();

    /** Returns what this process has with its agent. */
    AgentSession session();

    /**
     * Ends the container and removes all that it left; succeeds when it has gone by itself. Called by one thread at a
     * time, and again after a failure.
     *
     * @throws IOException if something of it may be left
     */
    void destroy() throws IOException;
}
