package dev.agentperf.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/** One agent's state as a stream: magic, version, id, epoch, length, state, CRC32C of all that. */
final class CheckpointStream {
    /** "AGPMOVE" and a line break. */
    private static final long MAGIC = 0x4147504d4f56450aL;

    private static final int VERSION = 1;
    private static final int CHUNK_BYTES = 64 * 1024;

    private CheckpointStream() {}

    static void write(Checkpoint checkpoint, OutputStream target) {
        CheckedOutputStream checked = new CheckedOutputStream(target, new CRC32C());
        DataOutputStream out = new DataOutputStream(checked);
        byte[] id = AgentFile.idBytes(checkpoint.agentId());
        ByteBuffer state = checkpoint.state();
        try {
            out.writeLong(MAGIC);
            out.writeInt(VERSION);
            out.writeInt(id.length);
            out.write(id);
            out.writeLong(checkpoint.epoch());
            out.writeInt(state.remaining());
            writeTo(out, state);
            out.writeInt((int) checked.getChecksum().getValue());
            out.flush();
        } catch (IOException failed) {
            throw new CheckpointException("checkpoint stream could not be written", failed);
        }
    }

    private static void writeTo(OutputStream out, ByteBuffer state) throws IOException {
        byte[] chunk = new byte[CHUNK_BYTES];
        while (state.hasRemaining()) {
            int length = Math.min(chunk.length, state.remaining());
            state.get(chunk, 0, length);
            out.write(chunk, 0, length);
        }
    }

    static Checkpoint read(InputStream source) {
        CheckedInputStream checked = new CheckedInputStream(source, new CRC32C());
        DataInputStream in = new DataInputStream(checked);
        try {
            readStart(in);
            String agentId = new String(readBytes(in, 1, CheckpointStore.MAX_ID_BYTES, "agent id"), UTF_8);
            long epoch = in.readLong();
            byte[] state = readBytes(in, 0, CheckpointStore.MAX_STATE_BYTES, "state");
            int expected = (int) checked.getChecksum().getValue();
            if (in.readInt() != expected || epoch < 1) {
                throw new CheckpointDamagedException("checkpoint stream must have its checksum, had another");
            }
            return new Checkpoint(agentId, epoch, ByteBuffer.wrap(state));
        } catch (EOFException cutShort) {
            throw new CheckpointDamagedException("checkpoint stream must be whole, was cut short", cutShort);
        } catch (IOException failed) {
            throw new CheckpointException("checkpoint stream could not be read", failed);
        }
    }

    private static void readStart(DataInputStream in) throws IOException {
        if (in.readLong() != MAGIC) {
            throw new CheckpointDamagedException("checkpoint stream must begin with its magic number, did not");
        }
        int version = in.readInt();
        if (version > VERSION) {
            throw new CheckpointVersionException(
                    "checkpoint stream version must be at most " + VERSION + ", was " + version);
        }
    }

    /* The array grows with what arrives: a false length cannot make it allocate what was never sent. */
    private static byte[] readBytes(DataInputStream in, int least, int most, String what) throws IOException {
        int length = in.readInt();
        if (length < least || length > most) {
            throw new CheckpointDamagedException(
                    what + " must have " + least + " to " + most + " bytes, had " + length);
        }
        byte[] bytes = new byte[Math.min(length, CHUNK_BYTES)];
        int filled = 0;
        while (filled < length) {
            if (filled == bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(length, 2L * bytes.length));
            }
            int arrived = in.read(bytes, filled, bytes.length - filled);
            if (arrived < 0) {
                throw new EOFException(what + " ended after " + filled + " of " + length + " bytes");
            }
            filled += arrived;
        }
        return bytes;
    }
}
