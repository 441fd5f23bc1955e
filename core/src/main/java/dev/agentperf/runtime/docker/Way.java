package dev.agentperf.runtime.docker;

import java.util.List;
import java.util.stream.Stream;

/** How a container is started and its agent spoken to, the best way first. */
enum Way {
    /** A socket in a mounted directory, and the engine's init program above the agent. */
    SOCKET_AND_INIT(true, true),
    /** The container's standard streams, and the engine's init program above the agent. */
    STREAMS_AND_INIT(false, true),
    /** A socket in a mounted directory; the agent is process 1. */
    SOCKET(true, false),
    /** The container's standard streams; the agent is process 1. */
    STREAMS(false, false);

    /* Neither can be asked beforehand: whether a socket in a mounted directory connects a container with this process
     * (not with an engine on another machine or in a virtual one), and whether the engine has an init program (its own
     * answer is empty on some distributions that have one). So the first container tries. The init program is worth it:
     * it collects processes whose parent is gone, which otherwise stay in the table and make a reset unprovable. */

    private final boolean bySocket;
    private final boolean withInit;

    Way(boolean bySocket, boolean withInit) {
        this.bySocket = bySocket;
        this.withInit = withInit;
    }

    boolean bySocket() {
        return bySocket;
    }

    boolean withInit() {
        return withInit;
    }

    /** Returns the ways to try. */
    static List<Way> all(boolean sockets) {
        return Stream.of(values()).filter(it -> sockets || !it.bySocket).toList();
    }
}
