package dev.agentperf.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A disk of 4 MiB, which only root may mount. */
final class FullDiskIT {
    @TempDir
    private Path disk;

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        assumeTrue(
                succeeds("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString()),
                "a small disk cannot be mounted here");
    }

    /* Lazily: the mapped pages are given up when the garbage collector comes round. */
    @AfterEach
    void unmount() throws IOException, InterruptedException {
        succeeds("umount", "-l", disk.toString());
    }

    @ParameterizedTest
    @EnumSource
    void save_diskFull_saysSoAndKeepsTheStateBefore(Durability durability) {
        ByteBuffer small = ByteBuffer.wrap(new byte[] {1, 2, 3});
        try (CheckpointStore store = CheckpointStore.open(disk, durability)) {
            store.save("agent", small);

            assertThatThrownBy(() -> store.save("agent", ByteBuffer.allocate(3 << 20)))
                    .isInstanceOf(StoreFullException.class)
                    .hasMessage("disk must have room for the checkpoint of agent");

            assertThat(store.load("agent").orElseThrow().state()).isEqualTo(small);
            assertThat(store.save("agent", ByteBuffer.wrap(new byte[] {4}))).isEqualTo(2);
        }
        try (CheckpointStore store = CheckpointStore.open(disk, durability)) {
            assertThat(store.load("agent").orElseThrow().state()).isEqualTo(ByteBuffer.wrap(new byte[] {4}));
        }
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
