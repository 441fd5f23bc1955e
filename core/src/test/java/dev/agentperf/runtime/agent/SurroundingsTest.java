package dev.agentperf.runtime.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Regression: an agent that took the whole machine for its container would end every process of it. */
final class SurroundingsTest {

    @Test
    void environment_withoutAMark_hasNoSurroundings() {
        assertUnknown(Surroundings.of(Map.of()));
        assertUnknown(Surroundings.of(Map.of(ResidentAgent.MARK, "")));
        assertUnknown(Surroundings.of(Map.of(ResidentAgent.WRITABLE, "/tmp")));
    }

    @Test
    void machineWhoseFirstProcessLacksTheMark_isNoContainer() {
        assertUnknown(Surroundings.of(Map.of(ResidentAgent.MARK, "a-mark-that-nothing-has")));
    }

    @Test
    void markWithADirectory_knowsThatDirectoryAndNoForeignProcess(@TempDir Path directory) throws IOException {
        Surroundings marked = Surroundings.of(
                Map.of(ResidentAgent.MARK, "a-mark-that-nothing-has", ResidentAgent.WRITABLE, directory.toString()));

        assertThat(marked.processes()).isEmpty();
        assertThat(marked.writable()).containsExactly(directory.toFile());
        assertThat(marked.kernelObjects()).isZero();
    }

    @Test
    void cleaning_withoutSurroundings_failsAndTouchesNothing() {
        Cleaning cleaning = new Cleaning(Surroundings.of(Map.of()), new Bound());

        assertThatThrownBy(cleaning::clean).isInstanceOf(IOException.class).hasMessageContaining("no container");
    }

    @Test
    void cleaning_thatCouldNotListTheFirstFiles_deletesNone(@TempDir Path directory) throws IOException {
        Path kept = Files.createFile(directory.resolve("kept"));
        Surroundings unsteady = new Surroundings() {
            private boolean started;

            @Override
            public File home() {
                return directory.toFile();
            }

            @Override
            public long[] processes() {
                return new long[0];
            }

            @Override
            public File[] writable() throws IOException {
                if (started) {
                    return new File[] {directory.toFile()};
                }
                started = true;
                throw new IOException("not now");
            }

            @Override
            public int kernelObjects() {
                return 0;
            }
        };
        Cleaning cleaning = new Cleaning(unsteady, new Bound());

        assertThatThrownBy(cleaning::clean).isInstanceOf(IOException.class).hasMessage("not now");
        assertThat(kept).exists();
    }

    private static void assertUnknown(Surroundings surroundings) {
        assertThatThrownBy(surroundings::processes).isInstanceOf(IOException.class);
        assertThatThrownBy(surroundings::writable).isInstanceOf(IOException.class);
        assertThatThrownBy(surroundings::home).isInstanceOf(IOException.class);
        assertThatThrownBy(surroundings::kernelObjects).isInstanceOf(IOException.class);
    }
}
