package dev.agentperf.runtime;

import static java.util.Objects.requireNonNull;

import java.util.OptionalLong;

/**
 * What a container has moved since it started; each figure is absent where the runtime cannot know it.
 *
 * @param receivedBytes from its network, other than its own loopback
 * @param sentBytes to its network, other than its own loopback
 * @param readBytes from block devices
 * @param writtenBytes to block devices
 */
public record ContainerIo(
        OptionalLong receivedBytes, OptionalLong sentBytes, OptionalLong readBytes, OptionalLong writtenBytes) {

    /** Nothing is known. */
    public static final ContainerIo UNKNOWN =
            new ContainerIo(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());

    /** Validates every component. */
    public ContainerIo {
        requireNonNull(receivedBytes, "receivedBytes");
        requireNonNull(sentBytes, "sentBytes");
        requireNonNull(readBytes, "readBytes");
        requireNonNull(writtenBytes, "writtenBytes");
    }

    /** Returns this with figures of the network. */
    public ContainerIo withNetwork(long newReceivedBytes, long newSentBytes) {
        return new ContainerIo(
                OptionalLong.of(newReceivedBytes), OptionalLong.of(newSentBytes), readBytes, writtenBytes);
    }

    /** Returns this with figures of block devices. */
    public ContainerIo withBlocks(long newReadBytes, long newWrittenBytes) {
        return new ContainerIo(
                receivedBytes, sentBytes, OptionalLong.of(newReadBytes), OptionalLong.of(newWrittenBytes));
    }
}
