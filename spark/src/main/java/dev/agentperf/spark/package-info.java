/** The cells of a sweep on a Spark cluster. Start at {@link dev.agentperf.spark.SparkSweep}. */
@NullMarked
package dev.agentperf.spark;

import org.jspecify.annotations.NullMarked;
