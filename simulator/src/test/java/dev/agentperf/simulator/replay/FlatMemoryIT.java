package dev.agentperf.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Memory does not grow with the trace: a JVM too small for a tenth of its sessions replays them all.
 *
 * <p>More of them, in more memory: {@code -Dagentperf.flat.sessions=100000000 -Dagentperf.flat.heap=512m}.
 */
final class FlatMemoryIT {

    @Test
    void longTrace_isReplayedInLittleMemory() throws IOException, InterruptedException {
        String heap = System.getProperty("agentperf.flat.heap", "64m");
        String sessions = System.getProperty("agentperf.flat.sessions", "1000000");
        Process replay = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-cp",
                        System.getProperty("java.class.path"),
                        FlatReplay.class.getName(),
                        sessions)
                .redirectErrorStream(true)
                .start();

        String output = new String(replay.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(replay.waitFor()).as(output).isZero();
    }
}
