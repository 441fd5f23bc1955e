/** What a prediction and what learning from a run cost. */
@NullMarked
package dev.agentperf.jmh.predict;

import org.jspecify.annotations.NullMarked;
