package dev.agentperf.runtime.docker;

import com.github.dockerjava.api.model.BlkioStatEntry;
import com.github.dockerjava.api.model.BlkioStatsConfig;
import com.github.dockerjava.api.model.StatisticNetworksConfig;
import com.github.dockerjava.api.model.Statistics;
import dev.agentperf.runtime.ContainerIo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a message of the engine's says of network and block devices. */
final class MovedBytes {
    private MovedBytes() {}

    /**
     * Returns the figures; a container without a network has none of it, an engine that counts no blocks none of them.
     */
    static ContainerIo in(Statistics message) {
        return withBlocks(network(message.getNetworks()), message.getBlkioStats());
    }

    private static ContainerIo network(@Nullable Map<String, StatisticNetworksConfig> networks) {
        if (networks == null) {
            return ContainerIo.UNKNOWN;
        }
        long received = 0;
        long sent = 0;
        for (StatisticNetworksConfig each : networks.values()) {
            received += orZero(each.getRxBytes());
            sent += orZero(each.getTxBytes());
        }
        return ContainerIo.UNKNOWN.withNetwork(received, sent);
    }

    private static ContainerIo withBlocks(ContainerIo io, @Nullable BlkioStatsConfig blocks) {
        List<BlkioStatEntry> entries = blocks == null ? null : blocks.getIoServiceBytesRecursive();
        return entries == null ? io : io.withBlocks(sum(entries, "read"), sum(entries, "write"));
    }

    private static long sum(List<BlkioStatEntry> entries, String operation) {
        return entries.stream()
                .filter(it -> operation.equalsIgnoreCase(it.getOp()))
                .mapToLong(it -> orZero(it.getValue()))
                .sum();
    }

    private static long orZero(@Nullable Long value) {
        return value == null ? 0 : value;
    }
}
