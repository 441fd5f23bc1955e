package dev.agentperf.runtime.docker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A stream that reads what other threads put in, in pieces. Unlike a {@link java.io.PipedInputStream} it does not mind
 * that a thread ends which once wrote to it. One reader, any number of writers.
 */
final class ChunkStream extends InputStream {
    private static final ByteBuffer END = ByteBuffer.allocate(0);

    private final BlockingQueue<ByteBuffer> chunks = new LinkedBlockingQueue<>();
    private ByteBuffer current = ByteBuffer.allocate(0);

    /** Adds bytes, which the caller does not change any more. */
    void put(byte[] bytes) {
        if (bytes.length > 0) {
            chunks.add(ByteBuffer.wrap(bytes));
        }
    }

    /** Ends the stream after what is in it. Idempotent. */
    void end() {
        chunks.add(END);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!current.hasRemaining()) {
            current = next();
        }
        if (!current.hasRemaining()) {
            end();
            return -1;
        }
        int count = Math.min(length, current.remaining());
        current.get(target, offset, count);
        return count;
    }

    @Override
    public int available() {
        return current.remaining();
    }

    private ByteBuffer next() throws IOException {
        try {
            return chunks.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the agent", e);
        }
    }

    @Override
    public void close() {
        end();
    }
}
