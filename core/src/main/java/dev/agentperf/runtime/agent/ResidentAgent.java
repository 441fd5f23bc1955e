package dev.agentperf.runtime.agent;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;

/**
 * The program that stays in a container and answers lines, so that work needs no new process.
 *
 * <p>Three ways to run it:
 *
 * <ul>
 *   <li>{@code ResidentAgent} answers standard input on standard output;
 *   <li>{@code ResidentAgent}, with the environment variable {@value #SOCKET} naming a Unix socket, connects to it and
 *       answers what arrives there;
 *   <li>{@code ResidentAgent once LINE} answers one line on standard output and ends.
 * </ul>
 *
 * It ends when its peer closes the conversation, and takes with it what it has started, so nothing outlives its owner.
 *
 * <p>The protocol: a request is one line of UTF-8, a verb and what the verb takes, separated by one space; its answer
 * is one line. An answer that starts with {@code error} says in the rest of the line what was wrong. {@link Verb} lists
 * the verbs.
 */
public final class ResidentAgent {
    /* Start-up time.
     * The time from here to the first answer is part of every cold start. The classes of this package therefore use no
     * lambda, no stream, no string concatenation by invokedynamic and no regular expression on the way to it: each
     * costs 5 to 30 ms at its first use in a new JVM, as much as a tenth of a container's start.
     *
     * Who connects.
     * The agent connects and its owner listens, not the other way round: accepting is the owner's sign that the agent
     * runs, without polling; and the directory of the socket may be mounted read-only into the container.
     */

    /** The environment variable that names the Unix socket to connect to. */
    public static final String SOCKET = "AGENTPERF_SOCKET";

    /**
     * The environment variable that names the container; every process in it inherits it. An agent without it looks at
     * nothing around it and cleans nothing.
     */
    public static final String MARK = "AGENTPERF_CONTAINER";

    /**
     * The environment variable that names the one directory to write to, where the container is not a real one but a
     * set of processes with the same {@link #MARK}.
     */
    public static final String WRITABLE = "AGENTPERF_WRITABLE";

    /**
     * The variable, bound by the container's owner, that holds the token of the present use of the container; see
     * {@code ContainerRuntime.sessionToken}.
     */
    public static final String SESSION = "AGENTPERF_SESSION";

    private ResidentAgent() {}

    /**
     * Runs the agent.
     *
     * @param arguments nothing, or {@code once} and one line
     * @throws IOException if the conversation breaks, or cannot begin
     * @throws IllegalArgumentException if the arguments are others
     */
    public static void main(String[] arguments) throws IOException {
        Verbs verbs = Verbs.of(Surroundings.of(System.getenv()));
        String socket = System.getenv(SOCKET);
        if (arguments.length == 2 && arguments[0].equals("once")) {
            Conversation.write(new FileOutputStream(FileDescriptor.out), verbs.answer(arguments[1]));
        } else if (arguments.length != 0) {
            throw new IllegalArgumentException("expected no arguments, or: once LINE");
        } else if (socket == null || socket.isEmpty()) {
            serve(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out), verbs);
        } else {
            serve(socket, verbs);
        }
    }

    private static void serve(String socket, Verbs verbs) throws IOException {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            serve(Channels.newInputStream(channel), Channels.newOutputStream(channel), verbs);
        }
    }

    private static void serve(InputStream in, OutputStream out, Verbs verbs) throws IOException {
        try {
            new Conversation(in, out).serve(verbs);
        } finally {
            verbs.answer("reset");
        }
    }
}
