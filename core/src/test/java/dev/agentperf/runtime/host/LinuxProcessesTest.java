package dev.agentperf.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LinuxProcessesTest {

    @TempDir
    private Path proc;

    private ProcessTable table() {
        return new LinuxProcesses(proc);
    }

    private void process(long id, String stat) throws IOException {
        Files.createDirectory(proc.resolve(Long.toString(id)));
        Files.writeString(proc.resolve(id + "/stat"), stat);
    }

    @Test
    void start_isTheTwentySecondField_whateverTheNameHolds() throws IOException {
        process(7, "7 (a) b) R 1 7 7 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 987654 1000 2000 18446744073709551615\n");

        assertThat(table().startTicks(7)).hasValue(987654);
    }

    @Test
    void processThatOnlyWaitsForItsParent_isGone() throws IOException {
        process(7, "7 (java) Z 1 7 7 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 987654 0 0\n");

        assertThat(table().startTicks(7)).isEmpty();
        assertThat(table().startTicks(8)).isEmpty();
    }

    @Test
    void processThatWasStopped_orHasEnded_doesNotRun() throws IOException {
        for (String state : List.of("R", "S", "D", "T", "Z", "X")) {
            process(state.charAt(0), "7 (java) " + state + " 1 7 7 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 987654 0 0\n");
        }
        ProcessTable table = new LinuxProcesses(proc);

        assertThat(List.of((long) 'R', (long) 'S', (long) 'D')).allMatch(table::isRunning);
        assertThat(List.of((long) 'T', (long) 'Z', (long) 'X', (long) 'N')).noneMatch(table::isRunning);
    }

    @Test
    void peak_isTheHighWaterMark_inBytes() throws IOException {
        process(7, "");
        Files.writeString(proc.resolve("7/status"), "Name:\tVmHWM:\nVmPeak:\t   99999 kB\nVmHWM:\t   12345 kB\n");

        assertThat(table().peakMemoryBytes(7)).hasValue(12345 * 1024);
        assertThat(table().peakMemoryBytes(8)).isEmpty();
    }

    @Test
    void tableWithoutTheFirstProcess_isNotComplete() throws IOException {
        assertThat(table().isComplete()).isFalse();
        process(1, "1 (init) S 0");
        assertThat(table().isComplete()).isTrue();
    }

    @Test
    void placeWithoutABoot_isUnknown() {
        assertThat(table().place()).isEmpty();
    }

    @Test
    void thisProcess_isInTheSystemsTable_withAStartThatStays() {
        assumeThat(Path.of("/proc/self/stat")).exists();
        ProcessTable system = ProcessTable.system();
        long self = ProcessHandle.current().pid();

        assertThat(system.place()).matches("[0-9a-f-]{36}\\.\\d+");
        assertThat(system.isComplete()).isTrue();
        assertThat(system.startTicks(self)).isPresent().isEqualTo(system.startTicks(self));
        assertThat(Owner.current().hasEnded(system)).isFalse();
    }

    @Test
    void processThatWasReaped_isNotInTheSystemsTable() throws Exception {
        assumeThat(Path.of("/proc/self/stat")).exists();
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();

        assertThat(ProcessTable.system().startTicks(ended.pid())).isEmpty();
    }
}
