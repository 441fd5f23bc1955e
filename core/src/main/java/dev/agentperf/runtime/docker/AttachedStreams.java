package dev.agentperf.runtime.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import dev.agentperf.runtime.host.AgentLink;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The standard streams of a container, carried by the engine. Thread-safe. */
final class AttachedStreams implements Closeable {
    private final ChunkStream toAgent = new ChunkStream();
    private final Answers answers = new Answers();

    private AttachedStreams() {}

    /** Attaches to a container that has not been started yet, so that not even its first line is lost. */
    static AttachedStreams to(DockerClient client, String container) throws IOException {
        AttachedStreams streams = new AttachedStreams();
        client.attachContainerCmd(container)
                .withStdIn(streams.toAgent)
                .withStdOut(true)
                .withFollowStream(true)
                .exec(streams.answers);
        try {
            streams.answers.awaitStarted();
            return streams;
        } catch (InterruptedException e) {
            streams.close();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while attaching to container " + container, e);
        }
    }

    AgentLink link() {
        return AgentLink.over(new ClosingInput(), new ToAgent());
    }

    @Override
    public void close() throws IOException {
        toAgent.end();
        answers.fromAgent.end();
        answers.close();
    }

    /** Takes what the container prints; what it complains about stays in its log. */
    private static final class Answers extends ResultCallback.Adapter<Frame> {
        final ChunkStream fromAgent = new ChunkStream();

        @Override
        public void onNext(Frame frame) {
            if (frame.getStreamType() == StreamType.STDOUT || frame.getStreamType() == StreamType.RAW) {
                // docker-java reads the next frame into the same array.
                fromAgent.put(frame.getPayload().clone());
            }
        }

        @Override
        public void onError(Throwable failure) {
            super.onError(failure);
            fromAgent.end();
        }

        @Override
        public void onComplete() {
            super.onComplete();
            fromAgent.end();
        }
    }

    /** The answers; closing them closes the connection to the engine. */
    private final class ClosingInput extends InputStream {
        @Override
        public int read() throws IOException {
            return answers.fromAgent.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return answers.fromAgent.read(target, offset, length);
        }

        @Override
        public int available() {
            return answers.fromAgent.available();
        }

        @Override
        public void close() throws IOException {
            AttachedStreams.this.close();
        }
    }

    private final class ToAgent extends OutputStream {
        @Override
        public void write(int value) {
            toAgent.put(new byte[] {(byte) value});
        }

        @Override
        public void write(byte[] source, int offset, int length) {
            byte[] copy = new byte[length];
            System.arraycopy(source, offset, copy, 0, length);
            toAgent.put(copy);
        }
    }
}
