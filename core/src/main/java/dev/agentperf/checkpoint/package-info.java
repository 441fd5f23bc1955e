/**
 * The state of agents on disk, so that they survive a crash and move to another host. Start at
 * {@link dev.agentperf.checkpoint.CheckpointStore}.
 */
@NullMarked
package dev.agentperf.checkpoint;

import org.jspecify.annotations.NullMarked;
