package dev.agentperf.reports.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.reports.model.Environment;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MachineProbeTest {
    @TempDir
    Path root;

    @Test
    void linux_isReadFromItsKernelFiles() {
        Environment.Machine machine = new MachineTree(root)
                .with("etc/os-release", "NAME=\"Debian\"\nPRETTY_NAME=\"Debian GNU/Linux 12\"\n")
                .with("proc/sys/kernel/osrelease", "6.1.0-28-amd64\n")
                .with("proc/cpuinfo", "processor\t: 0\nmodel name\t: AMD EPYC 7B13\n")
                .with("proc/meminfo", "MemTotal:       24684544 kB\nMemFree: 1 kB\n")
                .with("sys/fs/cgroup/cgroup.controllers", "cpu memory\n")
                .probe()
                .machine();

        assertThat(machine.os()).isEqualTo("Debian GNU/Linux 12");
        assertThat(machine.kernel()).isEqualTo("6.1.0-28-amd64");
        assertThat(machine.cpu()).isEqualTo("AMD EPYC 7B13");
        assertThat(machine.memoryBytes()).isEqualTo(24_684_544L * 1_024);
        assertThat(machine.cgroup()).isEqualTo("v2");
    }

    @Test
    void systemWithoutThoseFiles_isUnknown_notAFailure() {
        Environment.Machine machine = new MachineTree(root).probe().machine();

        assertThat(machine.os()).isEqualTo(System.getProperty("os.name"));
        assertThat(machine.cpu()).isEmpty();
        assertThat(machine.memoryBytes()).isZero();
        assertThat(machine.cgroup()).isEqualTo("none");
    }

    @Test
    void java_isTheRunningOne() {
        Environment.Jvm jvm = MachineProbe.system().jvm();

        assertThat(jvm.version()).isEqualTo(System.getProperty("java.runtime.version"));
        assertThat(jvm.gc()).isNotEmpty();
        assertThat(jvm.flags()).contains("-Xmx1g");
    }
}
