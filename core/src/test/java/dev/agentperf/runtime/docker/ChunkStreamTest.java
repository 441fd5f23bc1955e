package dev.agentperf.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class ChunkStreamTest {
    private final ChunkStream stream = new ChunkStream();

    @Test
    void bytes_comeOutInTheOrderInWhichTheyWentIn() throws IOException {
        stream.put(new byte[] {1, 2, 3});
        stream.put(new byte[0]);
        stream.put(new byte[] {-1, 5});
        stream.end();

        assertThat(stream.read()).isEqualTo(1);
        assertThat(stream.available()).isEqualTo(2);
        assertThat(stream.readAllBytes()).containsExactly(2, 3, -1, 5);
    }

    @Test
    void end_staysTheEnd() throws IOException {
        stream.end();

        assertThat(stream.read()).isEqualTo(-1);
        assertThat(stream.read()).isEqualTo(-1);
        assertThat(stream.read(new byte[4])).isEqualTo(-1);
    }

    @Test
    void readOfNothing_doesNotWait() throws IOException {
        assertThat(stream.read(new byte[0], 0, 0)).isZero();
    }

    @Test
    void reader_waitsForTheNextPiece() throws IOException {
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> stream.put(new byte[] {9}));

        assertThat(stream.read()).isEqualTo(9);
        writer.join();
    }
}
