package dev.agentperf.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.time.Ticker;
import dev.agentperf.time.Workers;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An agent moves from one store to another over a socket, and many agents are found again; both against the clock. The
 * fastest of a few tries counts: the others share the machine with whatever else runs, and the first compiles.
 */
final class MovedAgentIT {
    private static final int STATE_BYTES = 64 << 20;
    private static final int MOVES = 5;
    private static final int AGENTS = 10_000;
    private static final int OPENINGS = 3;

    private final Ticker ticker = Ticker.system();

    @TempDir
    private Path directory;

    @Test
    void move_64MebibytesOverLoopback_takesHalfASecondAtMost() throws Exception {
        byte[] state = new byte[STATE_BYTES];
        new Random(1).nextBytes(state);
        long[] nanos = new long[MOVES];
        try (CheckpointStore here = CheckpointStore.open(directory.resolve("here"), Durability.FAST);
                CheckpointStore there = CheckpointStore.open(directory.resolve("there"), Durability.FAST);
                ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ExecutorService workers = Workers.create("sender");
            for (int move = 0; move < MOVES; move++) {
                state[move]++;
                long begun = ticker.read();
                here.save("agent", ByteBuffer.wrap(state));
                Future<?> sent = workers.submit(() -> send(here, listening));
                receive(there, listening);
                ByteBuffer restored = there.load("agent").orElseThrow().state();
                nanos[move] = ticker.read() - begun;
                sent.get();
                assertThat(restored).isEqualTo(ByteBuffer.wrap(state));
            }
            workers.shutdown();
        }
        System.out.println("moves of 64 MiB took, in ms: "
                + Arrays.toString(
                        Arrays.stream(nanos).map(one -> one / 1_000_000).toArray()));
        assertThat(Duration.ofNanos(Arrays.stream(nanos).min().orElseThrow()))
                .isLessThanOrEqualTo(Duration.ofMillis(500));
    }

    private static Void send(CheckpointStore store, ServerSocket listening) throws IOException {
        try (Socket socket = new Socket(listening.getInetAddress(), listening.getLocalPort());
                OutputStream out = socket.getOutputStream()) {
            store.exportTo("agent", out);
        }
        return null;
    }

    private static void receive(CheckpointStore store, ServerSocket listening) throws IOException {
        try (Socket socket = listening.accept();
                InputStream in = socket.getInputStream()) {
            store.importFrom(in);
        }
    }

    @Test
    void open_tenThousandAgents_takesASecondAtMost() {
        try (CheckpointStore store = CheckpointStore.open(directory, Durability.FAST)) {
            for (int agent = 0; agent < AGENTS; agent++) {
                store.save("agent " + agent, ByteBuffer.wrap(new byte[] {(byte) agent}));
            }
        }
        long[] nanos = new long[OPENINGS];
        for (int opening = 0; opening < OPENINGS; opening++) {
            long begun = ticker.read();
            try (CheckpointStore store = CheckpointStore.open(directory, Durability.FAST)) {
                assertThat(store.agents()).hasSize(AGENTS);
            }
            nanos[opening] = ticker.read() - begun;
        }
        System.out.println("10,000 agents were opened and listed, in ms: " + millis(nanos));
        assertThat(fastest(nanos)).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    private static String millis(long[] nanos) {
        return Arrays.toString(Arrays.stream(nanos).map(one -> one / 1_000_000).toArray());
    }

    private static Duration fastest(long[] nanos) {
        return Duration.ofNanos(Arrays.stream(nanos).min().orElseThrow());
    }
}
