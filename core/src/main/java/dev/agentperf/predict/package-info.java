/**
 * How much memory, processor time and time the next run of an agent needs, learned from the runs before. Start at
 * {@link dev.agentperf.predict.ResourcePredictor}; {@link dev.agentperf.predict.PredictionReplay} tells how good one
 * is.
 */
@NullMarked
package dev.agentperf.predict;

import org.jspecify.annotations.NullMarked;
