package dev.agentperf.runtime.host;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;

/**
 * A conversation with one resident agent: one line out, one line back, over whatever carries bytes.
 *
 * <p>Thread-safe: questions of several threads wait for each other. Closing it from another thread ends a question that
 * waits for its answer.
 */
public final class AgentLink implements Closeable {
    private static final int BUFFER_BYTES = 4096;

    private final ReadableByteChannel in;
    private final WritableByteChannel out;

    /** Whether whoever writes a page to an agent that owes no answer never waits. */
    private final boolean isBuffered;

    /* No lock: another thread may fetch an answer than has sent the question. And no monitor: a virtual thread that waits
     * inside one holds its carrier on JDK 21 to 23. */
    private final Semaphore turn = new Semaphore(1, true);

    private final ByteBuffer received = ByteBuffer.allocateDirect(BUFFER_BYTES).limit(0);
    private final ByteArrayOutputStream answer = new ByteArrayOutputStream();

    /**
     * Creates a link that reads answers from {@code in} and writes to {@code out}, and closes both: the ends of sockets
     * or pipes, behind which the kernel keeps what nobody has read yet.
     */
    public AgentLink(ReadableByteChannel in, WritableByteChannel out) {
        this(in, out, true);
    }

    private AgentLink(ReadableByteChannel in, WritableByteChannel out, boolean isBuffered) {
        this.in = requireNonNull(in, "in");
        this.out = requireNonNull(out, "out");
        this.isBuffered = isBuffered;
    }

    /** Returns whether nobody has closed the link on this side; it neither blocks nor allocates. */
    boolean isOpen() {
        return in.isOpen();
    }

    /** Returns a link over two streams; what is written is flushed at once. */
    public static AgentLink over(InputStream in, OutputStream out) {
        return new AgentLink(Channels.newChannel(in), new FlushingChannel(out), false);
    }

    /**
     * Sends one line and waits for the answer.
     *
     * @param line without line breaks
     * @return the answer, without its line break
     * @throws IllegalArgumentException if {@code line} has a line break
     * @throws IOException if the agent has gone, or the link was closed
     */
    public String ask(String line) throws IOException {
        ByteBuffer request = encode(line);
        turn.acquireUninterruptibly();
        send(request);
        return answer();
    }

    /**
     * Sends one line unless that could keep the caller waiting, as another's question, a long line or a stream may. An
     * interrupted thread sends nothing either: channels are closed by that.
     *
     * @param line without line breaks
     * @return whether it was sent; its answer is then to be fetched by {@link #answer}, from any thread
     * @throws IllegalArgumentException if {@code line} has a line break
     * @throws IOException if the agent has gone, or the link was closed
     */
    boolean trySend(String line) throws IOException {
        ByteBuffer request = encode(line);
        boolean mayBlock = !isBuffered || request.remaining() > BUFFER_BYTES || turn.hasQueuedThreads();
        if (mayBlock || Thread.currentThread().isInterrupted() || !turn.tryAcquire()) {
            return false;
        }
        send(request);
        return true;
    }

    private void send(ByteBuffer request) throws IOException {
        try {
            while (request.hasRemaining()) {
                out.write(request);
            }
        } catch (IOException | RuntimeException e) {
            turn.release();
            throw e;
        }
    }

    /**
     * Waits for the answer to the line that was sent.
     *
     * @return the answer, without its line break
     * @throws IOException if the agent has gone, or the link was closed
     */
    String answer() throws IOException {
        try {
            return readLine();
        } finally {
            turn.release();
        }
    }

    /**
     * Asks for the agent's first word, its fingerprint, and closes the link if there is none.
     *
     * @throws IOException if the agent has gone
     */
    public String greet() throws IOException {
        try {
            return ask("fingerprint");
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private static ByteBuffer encode(String line) {
        if (line.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("line must not contain a line break");
        }
        return StandardCharsets.UTF_8.encode(line + '\n');
    }

    private String readLine() throws IOException {
        answer.reset();
        while (true) {
            while (received.hasRemaining()) {
                byte next = received.get();
                if (next == '\n') {
                    return answer.toString(StandardCharsets.UTF_8);
                }
                answer.write(next);
            }
            receive();
        }
    }

    private void receive() throws IOException {
        received.clear();
        int count = in.read(received);
        received.flip();
        if (count < 0) {
            throw new EOFException("the agent has ended");
        }
    }

    @Override
    public void close() throws IOException {
        try {
            in.close();
        } finally {
            out.close();
        }
    }

    /** A stream that may buffer, as a channel that does not. */
    private record FlushingChannel(OutputStream out) implements WritableByteChannel {
        @Override
        public int write(ByteBuffer source) throws IOException {
            int count = source.remaining();
            byte[] bytes = new byte[count];
            source.get(bytes);
            out.write(bytes);
            out.flush();
            return count;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
