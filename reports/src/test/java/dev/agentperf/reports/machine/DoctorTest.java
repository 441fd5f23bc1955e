package dev.agentperf.reports.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.reports.model.Environment;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DoctorTest {
    private static final EngineProbe NO_ENGINE = () -> new EngineProbe.Answer(null, "none: nowhere");

    @TempDir
    Path root;

    @ParameterizedTest
    @CsvSource({
        // 1,000 ticks in all, of which 0, 10 and 30 were stolen.
        "cpu 500 0 0 500 0 0 0 0 0 0, GOOD",
        "cpu 500 0 0 490 0 0 0 10 0 0, NOTE",
        "cpu 500 0 0 470 0 0 0 30 0 0, WARNING",
        "intr 7, NOTE"
    })
    void stolenTime_isJudgedByItsShare(String stat, Finding.Level level) {
        new MachineTree(root).with("proc/stat", stat + "\n");

        assertThat(finding("steal", NO_ENGINE).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"performance, GOOD", "powersave, WARNING", "schedutil, WARNING"})
    void governor_isGoodOnlyWhereItKeepsTheFrequency(String governor, Finding.Level level) {
        new MachineTree(root).with("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", governor);

        assertThat(finding("governor", NO_ENGINE).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"tsc, GOOD", "kvm-clock, GOOD", "hpet, WARNING", "acpi_pm, WARNING"})
    void clock_isGoodWhereReadingItIsCheap(String source, Finding.Level level) {
        new MachineTree(root).with("sys/devices/system/clocksource/clocksource0/current_clocksource", source);

        assertThat(finding("clock", NO_ENGINE).level()).isEqualTo(level);
    }

    @Test
    void quotaBelowTheCores_isAWarning() {
        new MachineTree(root).with("sys/fs/cgroup/cpu.max", "50000 100000");

        assertThat(finding("limits", NO_ENGINE).level()).isEqualTo(Finding.Level.WARNING);
        assertThat(finding("limits", NO_ENGINE).value()).isEqualTo("0.500 processors, no limit on memory");
    }

    @Test
    void engineThatAnswers_isNamed() {
        EngineProbe probe = () -> new EngineProbe.Answer(new Environment.Engine("docker", "27.3.1"), "at a socket");

        assertThat(finding("engine", probe).value()).isEqualTo("docker 27.3.1, at a socket");
    }

    @Test
    void warnings_areSentencesOfWarningsOnly() {
        MachineTree tree = new MachineTree(root)
                .with("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "powersave")
                .with("sys/devices/system/clocksource/clocksource0/current_clocksource", "tsc");

        assertThat(new Doctor(tree.probe(), NO_ENGINE).warnings())
                .contains("Frequency: powersave; the frequency follows the load: the first figures of a run are slow")
                .noneMatch(warning -> warning.startsWith("Clock"));
    }

    private Finding finding(String id, EngineProbe engine) {
        return new Doctor(MachineProbe.at(root), engine)
                .examine().stream()
                        .filter(finding -> finding.id().equals(id))
                        .findFirst()
                        .orElseThrow();
    }
}
