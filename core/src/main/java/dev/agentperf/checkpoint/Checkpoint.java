package dev.agentperf.checkpoint;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;

/**
 * The state of an agent as it was saved.
 *
 * @param agentId whose state it is
 * @param epoch how many states of this agent were committed, this one included; at least 1
 * @param state a read-only copy, from position 0 to its limit; later saves do not change it
 */
public record Checkpoint(String agentId, long epoch, ByteBuffer state) {

    /** Validates every component. */
    public Checkpoint {
        requireNonNull(agentId, "agentId");
        if (epoch < 1) {
            throw new IllegalArgumentException("epoch must be at least 1, was " + epoch);
        }
        state = state.asReadOnlyBuffer();
    }

    /** Returns a view of its own on the state, so that readers do not move each other's position. */
    @Override
    public ByteBuffer state() {
        return state.duplicate();
    }
}
