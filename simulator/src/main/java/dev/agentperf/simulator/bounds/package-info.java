/**
 * What a clairvoyant, or a static setting chosen in hindsight, would have reached on the same trace. Start at
 * {@link dev.agentperf.simulator.bounds.Bounds}.
 */
@NullMarked
package dev.agentperf.simulator.bounds;

import org.jspecify.annotations.NullMarked;
