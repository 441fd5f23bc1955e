package dev.agentperf.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class OwnerDeathTest {

    @TempDir
    private Path temporary;

    @Test
    void processesOfAContainer_endWithTheirOwner_howeverThatEnds() throws Exception {
        long[] orphans = processesOfADeadOwner();

        assertThat(orphans).hasSize(2);
        for (long orphan : orphans) {
            var end = ProcessHandle.of(orphan).map(ProcessHandle::onExit);
            if (end.isPresent()) {
                assertThat(end.get().get(60, TimeUnit.SECONDS).isAlive()).isFalse();
            }
        }
    }

    @Test
    void directoriesOfADeadOwner_areReapedByALaterRuntime() throws Exception {
        assumeThat(Path.of("/proc/self/stat")).exists();
        Path abandoned =
                Path.of(lastWordsOfAnOwner(System.getProperty("java.io.tmpdir")).get(1));

        try (ProcessRuntime later = new ProcessRuntime(Ticker.system(), Scheduler.system())) {
            // A process of the dead owner may still be on its way out, and hold on to what it has for one reconcile
            // more.
            while (Files.exists(abandoned)) {
                later.reconcile().toCompletableFuture().join();
            }

            assertThat(later.directory()).isDirectory();
        }
    }

    private long[] processesOfADeadOwner() throws IOException {
        String line = lastWordsOfAnOwner(temporary.toString()).get(0);
        return Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray();
    }

    private static List<String> lastWordsOfAnOwner(String temporary) throws IOException {
        Process owner = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        DyingOwner.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = owner.inputReader()) {
            List<String> lines = output.lines().toList();
            assertThat(lines).hasSize(2);
            owner.onExit().join();
            return lines;
        }
    }
}
