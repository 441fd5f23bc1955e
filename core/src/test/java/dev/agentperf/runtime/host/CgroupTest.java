package dev.agentperf.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agentperf.runtime.ContainerIo;
import dev.agentperf.runtime.ContainerStats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Control groups made by hand, with figures of which no two are equal. */
final class CgroupTest {
    private static final ContainerIo BLOCKS = ContainerIo.UNKNOWN.withBlocks(4096 + 1, 512 + 2);

    @TempDir
    private Path root;

    private void file(String name, String content) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private void versionOne(String path) throws IOException {
        file("cpuacct/" + path + "/cpuacct.usage", "123456789\n");
        file("memory/" + path + "/memory.usage_in_bytes", "1000000\n");
        file("memory/" + path + "/memory.max_usage_in_bytes", "2000000\n");
        file("memory/" + path + "/memory.stat", "cache 7\ninactive_file 5\ntotal_inactive_file 300000\n");
        file("memory/" + path + "/cgroup.procs", "77\n78\n");
        file("pids/" + path + "/pids.current", "9\n");
        file(
                "blkio/" + path + "/blkio.throttle.io_service_bytes_recursive",
                "8:0 Read 4096\n8:0 Write 512\n8:0 Sync 3\n8:0 Total 4608\n8:1 Read 1\n8:1 Write 2\nTotal 4611\n");
    }

    private void versionTwo(String path) throws IOException {
        file(path + "/cpu.stat", "usage_usec 5000\nuser_usec 4000\nsystem_usec 1000\n");
        file(path + "/memory.current", "1000000\n");
        file(path + "/memory.stat", "anon 1\ninactive_file 400000\n");
        file(path + "/pids.current", "3\n");
        file(path + "/cgroup.procs", "77\n");
        file(
                path + "/io.stat",
                "8:0 rbytes=4096 wbytes=512 rios=1 wios=1 dbytes=9 dios=0\n8:16 rbytes=1 wbytes=2 rios=1 wios=1 dbytes=0 dios=0\n");
    }

    private static ContainerStats read(Cgroup group) throws IOException {
        return group.read(42);
    }

    @Test
    void versionOne_isReadFromItsTrees() throws IOException {
        versionOne("docker/abc");
        Cgroup group = new CgroupV1(root, "docker/abc", root.resolve("proc"));

        assertThat(group.isReadable()).isTrue();
        assertThat(read(group))
                .isEqualTo(new ContainerStats(42, 123_456_789, 700_000, 9)
                        .withPeakMemoryBytes(2_000_000)
                        .withIo(BLOCKS));
    }

    @Test
    void versionTwo_isReadFromItsDirectory() throws IOException {
        versionTwo("docker/abc");
        file("docker/abc/memory.peak", "1500000\n");
        Cgroup group = new CgroupV2(root.resolve("docker/abc"), root.resolve("proc"));

        assertThat(group.isReadable()).isTrue();
        assertThat(read(group))
                .isEqualTo(new ContainerStats(42, 5_000_000, 600_000, 3)
                        .withPeakMemoryBytes(1_500_000)
                        .withIo(BLOCKS));
    }

    @Test
    void whatAKernelDoesNotTell_isAbsent_notZero() throws IOException {
        versionTwo("docker/abc");
        Files.delete(root.resolve("docker/abc/io.stat"));

        ContainerStats stats = read(new CgroupV2(root.resolve("docker/abc"), root.resolve("proc")));

        assertThat(stats).isEqualTo(new ContainerStats(42, 5_000_000, 600_000, 3));
        assertThat(stats.peakMemoryBytes()).isEmpty();
        assertThat(stats.cpuPercent()).isEmpty();
    }

    @Test
    void network_isThatOfTheFirstProcess_withoutItsLoopback() throws IOException {
        versionTwo("docker/abc");
        Files.delete(root.resolve("docker/abc/io.stat"));
        file("proc/77/net/dev", """
                Inter-|   Receive  |  Transmit
                 face |bytes packets errs drop fifo frame compressed multicast|bytes
                    lo: 999 1 0 0 0 0 0 0 999 1 0 0 0 0 0 0
                  eth0:1000 1 0 0 0 0 0 0 20 1 0 0 0 0 0 0
                  eth1: 1 1 0 0 0 0 0 0 2 1 0 0 0 0 0 0
                """);

        ContainerStats stats = read(new CgroupV2(root.resolve("docker/abc"), root.resolve("proc")));

        assertThat(stats.io()).isEqualTo(ContainerIo.UNKNOWN.withNetwork(1001, 22));
    }

    @Test
    void containerThatDoesNotRun_hasNoFigures() throws IOException {
        versionOne("docker/one");
        versionTwo("docker/two");
        file("memory/docker/one/cgroup.procs", "");
        Cgroup one = new CgroupV1(root, "docker/one", root);
        Cgroup two = new CgroupV2(root.resolve("docker/two"), root);
        Files.delete(root.resolve("docker/two/cgroup.procs"));

        assertThatThrownBy(() -> read(one)).isInstanceOf(IOException.class).hasMessageContaining("names no process");
        assertThatThrownBy(() -> read(two)).isInstanceOf(IOException.class);
    }

    @Test
    void find_knowsBothDriversAndBothVersions_andNothingElse() throws IOException {
        versionOne("docker/a");
        versionTwo("docker/b");
        versionOne("system.slice/docker-c.scope");
        versionTwo("system.slice/docker-d.scope");

        assertThat(Cgroup.find(root, "a")).containsInstanceOf(CgroupV1.class);
        assertThat(Cgroup.find(root, "b")).containsInstanceOf(CgroupV2.class);
        assertThat(Cgroup.find(root, "c")).containsInstanceOf(CgroupV1.class);
        assertThat(Cgroup.find(root, "d")).containsInstanceOf(CgroupV2.class);
        assertThat(Cgroup.find(root, "e")).isEmpty();
    }

    @Test
    void fileThatHoldsNoNumber_isNamed() throws IOException {
        versionOne("docker/abc");
        file("pids/docker/abc/pids.current", "max\n");

        assertThatThrownBy(() -> read(new CgroupV1(root, "docker/abc", root)))
                .hasMessageEndingWith("pids.current must hold a number, was max");
    }
}
