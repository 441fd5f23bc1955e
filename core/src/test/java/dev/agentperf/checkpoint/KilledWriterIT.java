package dev.agentperf.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kills a process that saves without pause, again and again ({@code agentperf.kills} times a mode, 25 by default): each
 * time the state is whole, and at least the last one that was confirmed. 1,000 kills: {@code mvn -pl core verify
 * -Dit.test=KilledWriterIT -Dagentperf.kills=500}.
 */
final class KilledWriterIT {
    private static final int KILLS = Integer.getInteger("agentperf.kills", 25);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void load_afterKill_isTheLastConfirmedStateOrANewerOne(Durability durability)
            throws IOException, InterruptedException {
        Random random = new Random(1);
        for (int kill = 0; kill < KILLS; kill++) {
            long confirmed = runAndKillAfter(1 + random.nextInt(50), durability);

            try (CheckpointStore store = CheckpointStore.open(directory, durability)) {
                Checkpoint checkpoint = store.load(WriterProcess.AGENT).orElseThrow();
                assertThat(checkpoint.epoch()).isGreaterThanOrEqualTo(confirmed);
                assertThat(checkpoint.state()).isEqualTo(WriterProcess.state(checkpoint.epoch()));
            }
        }
    }

    @Test
    void open_whileAnotherProcessWrites_isRefused() throws IOException, InterruptedException {
        Process writer = startWriter(Durability.FAST);
        try (BufferedReader confirmations = writer.inputReader()) {
            confirmations.readLine();

            assertThatThrownBy(() -> CheckpointStore.open(directory, Durability.FAST))
                    .isInstanceOf(StoreLockedException.class)
                    .hasMessageContaining(directory.toString());
        } finally {
            writer.destroyForcibly().waitFor();
        }
        try (CheckpointStore store = CheckpointStore.open(directory, Durability.FAST)) {
            assertThat(store.load(WriterProcess.AGENT)).isPresent();
        }
    }

    private long runAndKillAfter(int saves, Durability durability) throws IOException, InterruptedException {
        Process writer = startWriter(durability);
        try (BufferedReader confirmations = writer.inputReader()) {
            long confirmed = 0;
            for (int save = 0; save < saves; save++) {
                confirmed = Long.parseLong(confirmations.readLine());
            }
            return confirmed;
        } finally {
            writer.destroyForcibly().waitFor();
        }
    }

    private Process startWriter(Durability durability) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WriterProcess.class.getName(),
                        directory.toString(),
                        durability.name())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
