/** What a checkpoint costs. */
@NullMarked
package dev.agentperf.jmh.checkpoint;

import org.jspecify.annotations.NullMarked;
