package dev.agentperf.reports.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ControlGroupsTest {
    @TempDir
    Path root;

    @Test
    void limitsOfTheNewLayout_areRead() {
        ControlGroups groups = new ControlGroups(new MachineTree(root)
                .with("sys/fs/cgroup/cgroup.controllers", "cpu")
                .with("sys/fs/cgroup/cpu.max", "150000 100000\n")
                .with("sys/fs/cgroup/memory.max", "536870912\n")
                .files());

        assertThat(groups.version()).isEqualTo("v2");
        assertThat(groups.processors()).hasValue(1.5);
        assertThat(groups.memoryBytes()).hasValue(536_870_912);
    }

    @Test
    void limitsOfTheOldLayout_areRead() {
        ControlGroups groups = new ControlGroups(new MachineTree(root)
                .with("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "50000")
                .with("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000")
                .with("sys/fs/cgroup/memory/memory.limit_in_bytes", "1048576")
                .files());

        assertThat(groups.version()).isEqualTo("v1");
        assertThat(groups.processors()).hasValue(0.5);
        assertThat(groups.memoryBytes()).hasValue(1_048_576);
    }

    @Test
    void absentLimits_areEmpty() {
        ControlGroups groups = new ControlGroups(new MachineTree(root)
                .with("sys/fs/cgroup/cpu.max", "max 100000")
                .with("sys/fs/cgroup/memory.max", "max")
                .with("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712")
                .files());

        assertThat(groups.processors()).isEmpty();
        assertThat(groups.memoryBytes()).isEmpty();
    }

    @Test
    void bothLayouts_areHybrid() {
        ControlGroups groups = new ControlGroups(new MachineTree(root)
                .with("sys/fs/cgroup/memory/tasks", "")
                .with("sys/fs/cgroup/unified/cgroup.controllers", "")
                .files());

        assertThat(groups.version()).isEqualTo("hybrid");
    }
}
