package dev.agentperf.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.model.Statistics;
import dev.agentperf.runtime.ContainerException;
import dev.agentperf.runtime.ContainerIo;
import dev.agentperf.runtime.ContainerStats;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DockerStatsTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private final List<DockerStats> ended = new ArrayList<>();
    private final DockerStats feed = new DockerStats("c", () -> 42, ended::add);

    private static Statistics message(String json) throws JsonProcessingException {
        return JSON.readValue(json.replace('\'', '"'), Statistics.class);
    }

    private static Statistics running(long cpuNanos) throws JsonProcessingException {
        return message("{'cpu_stats':{'cpu_usage':{'total_usage':" + cpuNanos
                + "}},'memory_stats':{'usage':1000,'stats':{'total_inactive_file':300}},'pids_stats':{'current':7}}");
    }

    @Test
    void memory_isUsageWithoutInactiveFileCache_inBothVersionsOfControlGroups() throws Exception {
        Statistics second = message("{'cpu_stats':{'cpu_usage':{'total_usage':5}},"
                + "'memory_stats':{'usage':1000,'stats':{'inactive_file':400}},'pids_stats':{'current':7}}");

        assertThat(DockerStats.read(running(5), 42)).contains(new ContainerStats(42, 5, 700, 7));
        assertThat(DockerStats.read(second, 42)).contains(new ContainerStats(42, 5, 600, 7));
    }

    @Test
    void peakNetworkAndBlocks_areTold_whereTheEngineDoes() throws Exception {
        Statistics full = message("{'cpu_stats':{'cpu_usage':{'total_usage':5}},"
                + "'memory_stats':{'usage':1000,'max_usage':2000,'stats':{}},'pids_stats':{'current':7},"
                + "'networks':{'eth0':{'rx_bytes':1,'tx_bytes':2},'eth1':{'rx_bytes':10,'tx_bytes':20}},"
                + "'blkio_stats':{'io_service_bytes_recursive':[{'op':'Read','value':100},{'op':'write','value':200},"
                + "{'op':'Total','value':300}]}}");

        assertThat(DockerStats.read(full, 42))
                .contains(new ContainerStats(42, 5, 1000, 7)
                        .withPeakMemoryBytes(2000)
                        .withIo(ContainerIo.UNKNOWN.withNetwork(11, 22).withBlocks(100, 200)));
    }

    @Test
    void stoppedContainer_isNotReportedAsZeros() throws Exception {
        Statistics stopped = message("{'read':'0001-01-01T00:00:00Z','pids_stats':{},"
                + "'cpu_stats':{'cpu_usage':{'total_usage':0}},'memory_stats':{}}");

        feed.callback().onNext(stopped);

        assertThat(DockerStats.read(stopped, 42)).isEmpty();
        assertThat(feed.latest().toCompletableFuture()).isNotDone();
    }

    @Test
    void latest_waitsForTheFirstSampleAndThenIsTheNewest() throws Exception {
        var first = feed.latest().toCompletableFuture();

        feed.callback().onNext(running(5));
        feed.callback().onNext(running(6));

        assertThat(first.join().cpuNanos()).isEqualTo(5);
        assertThat(feed.latest().toCompletableFuture().join().cpuNanos()).isEqualTo(6);
    }

    @Test
    void streamThatEnds_failsFromThenOn() throws Exception {
        feed.callback().onNext(running(5));

        feed.callback().onComplete();
        feed.callback().onNext(running(6));

        assertThatThrownBy(() -> feed.latest().toCompletableFuture().join())
                .hasCauseInstanceOf(ContainerException.class);
        assertThat(ended).containsExactly(feed);
    }

    @Test
    void close_failsWhoWaits_andMayBeRepeated() {
        var waiting = feed.latest().toCompletableFuture();

        feed.close();
        feed.close();

        assertThat(waiting).isCompletedExceptionally();
        assertThat(ended).containsExactly(feed);
    }
}
