package dev.agentperf.predict;

import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/** A predictor as a stream: magic, version, name, what it has learned, CRC32C of all that. */
final class PredictorState {
    /** "AGPPRED" and a line break. */
    private static final long MAGIC = 0x414750505245440aL;

    private static final int VERSION = 3;

    private PredictorState() {}

    static void write(KeyedPredictor predictor, OutputStream target) {
        CheckedOutputStream checked = new CheckedOutputStream(target, new CRC32C());
        DataOutputStream out = new DataOutputStream(checked);
        try {
            out.writeLong(MAGIC);
            out.writeInt(VERSION);
            out.writeUTF(predictor.name());
            predictor.saveModels(out);
            out.writeInt((int) checked.getChecksum().getValue());
            out.flush();
        } catch (IOException failed) {
            throw new PredictorStateException("predictor state could not be written", failed);
        }
    }

    static KeyedPredictor read(InputStream source, PredictorConfig config) {
        CheckedInputStream checked = new CheckedInputStream(source, new CRC32C());
        DataInputStream in = new DataInputStream(checked);
        try {
            if (in.readLong() != MAGIC) {
                throw new PredictorStateException("predictor state must begin with its magic number, did not");
            }
            int version = in.readInt();
            if (version != VERSION) {
                throw new PredictorStateException("predictor state version must be " + VERSION + ", was " + version);
            }
            KeyedPredictor predictor = Predictors.create(in.readUTF(), config);
            predictor.restoreModels(in);
            int expected = (int) checked.getChecksum().getValue();
            if (in.readInt() != expected) {
                throw new PredictorStateException("predictor state must have its checksum, had another");
            }
            return predictor;
        } catch (EOFException cutShort) {
            throw new PredictorStateException("predictor state must be whole, was cut short", cutShort);
        } catch (IOException | IllegalArgumentException damaged) {
            throw new PredictorStateException("predictor state must be whole, was damaged", damaged);
        }
    }

    /** Reads a number and refuses one that no predictor writes. */
    static double readFinite(DataInput in, double least) throws IOException {
        double value = in.readDouble();
        if (!(value >= least) || Double.isInfinite(value)) {
            throw new IOException("number must be at least " + least + " and finite, was " + value);
        }
        return value;
    }

    /** Reads a count and refuses one that no predictor writes. */
    static int readCount(DataInput in, int most) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > most) {
            throw new IOException("count must be from 0 to " + most + ", was " + count);
        }
        return count;
    }

    /** Reads how many runs there were. */
    static long readRuns(DataInput in) throws IOException {
        long runs = in.readLong();
        if (runs < 0) {
            throw new IOException("runs must not be negative, were " + runs);
        }
        return runs;
    }
}
