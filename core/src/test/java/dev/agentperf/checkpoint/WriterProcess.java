package dev.agentperf.checkpoint;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Random;

/**
 * A program that saves one state after the other until it is killed, and prints the epoch of each when it is committed.
 */
final class WriterProcess {
    static final String AGENT = "agent";

    private WriterProcess() {}

    /** Takes the directory and the durability. */
    public static void main(String[] arguments) {
        try (CheckpointStore store = CheckpointStore.open(Path.of(arguments[0]), Durability.valueOf(arguments[1]))) {
            long epoch = store.load(AGENT).map(Checkpoint::epoch).orElse(0L);
            while (!System.out.checkError()) {
                epoch = store.save(AGENT, state(epoch + 1));
                System.out.println(epoch);
            }
        }
    }

    /** Returns the state of an epoch: up to 256 KiB that no other epoch has. */
    static ByteBuffer state(long epoch) {
        Random random = new Random(epoch);
        byte[] bytes = new byte[1 + random.nextInt(256 * 1024)];
        random.nextBytes(bytes);
        return ByteBuffer.wrap(bytes);
    }
}
