/** The driver's command line, which {@code agentperf sweep --spark} starts. */
@NullMarked
package dev.agentperf.spark.cli;

import org.jspecify.annotations.NullMarked;
