package dev.agentperf.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckpointStreamTest {
    @TempDir
    private Path here;

    @TempDir
    private Path there;

    private CheckpointStore source;
    private CheckpointStore target;

    @BeforeEach
    void open() {
        source = CheckpointStore.open(here, Durability.FAST);
        target = CheckpointStore.open(there, Durability.FAST);
        source.save("agent", state("one"));
        source.save("agent", state("two"));
    }

    @AfterEach
    void close() {
        source.close();
        target.close();
    }

    @Test
    void importFrom_exported_isTheSameStateAndEpoch() {
        Checkpoint imported = target.importFrom(new ByteArrayInputStream(exported()));

        assertThat(imported).isEqualTo(new Checkpoint("agent", 2, state("two")));
        assertThat(target.load("agent")).hasValue(imported);
    }

    @Test
    void importFrom_overAHigherEpoch_becomesTheNext() {
        target.save("agent", state("a"));
        target.save("agent", state("b"));
        target.save("agent", state("c"));

        assertThat(target.importFrom(new ByteArrayInputStream(exported())).epoch())
                .isEqualTo(4);
    }

    @Test
    void exportTo_unknownAgent_writesNothing() {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();

        assertThat(source.exportTo("nobody", stream)).isFalse();
        assertThat(stream.size()).isZero();
    }

    @Test
    void importFrom_everyPrefix_isRefusedAndStoresNothing() {
        byte[] whole = exported();

        for (int length = 0; length < whole.length; length++) {
            byte[] prefix = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> target.importFrom(new ByteArrayInputStream(prefix)))
                    .isInstanceOf(CheckpointDamagedException.class);
        }
        assertThat(target.agents()).isEmpty();
    }

    @Test
    void importFrom_everyFlippedByte_isRefusedAndStoresNothing() {
        byte[] whole = exported();

        for (int index = 0; index < whole.length; index++) {
            byte[] altered = whole.clone();
            altered[index] ^= 0x01;
            assertThatThrownBy(() -> target.importFrom(new ByteArrayInputStream(altered)))
                    .isInstanceOf(CheckpointException.class);
        }
        assertThat(target.agents()).isEmpty();
    }

    @Test
    void importFrom_newerVersion_saysSo() {
        byte[] newer = exported();
        newer[11] = 2;

        assertThatThrownBy(() -> target.importFrom(new ByteArrayInputStream(newer)))
                .isInstanceOf(CheckpointVersionException.class)
                .hasMessage("checkpoint stream version must be at most 1, was 2");
    }

    private byte[] exported() {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        source.exportTo("agent", stream);
        return stream.toByteArray();
    }

    private static ByteBuffer state(String text) {
        return ByteBuffer.wrap(text.getBytes(UTF_8));
    }
}
