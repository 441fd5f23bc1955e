package dev.agentperf.pool;

import dev.agentperf.stats.LatencyRecorder;

/** How long each stage took, of all types of a pool. Thread-safe. */
final class StageTimes {
    /** From a claim to its container, of the claims that did not find one at once. */
    final LatencyRecorder start = new LatencyRecorder();

    /** From an order to a container whose agent has answered. */
    final LatencyRecorder create = new LatencyRecorder();

    /** From a lease's end to a container that is proved clean. */
    final LatencyRecorder reset = new LatencyRecorder();

    /** From the order to wake a paused container to one that is awake. */
    final LatencyRecorder thaw = new LatencyRecorder();

    /** From a container in hand to one that has what the claim carries. */
    final LatencyRecorder bind = new LatencyRecorder();
}
