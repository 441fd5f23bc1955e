/** The figures of this library for registries of metrics. Needs Micrometer, which is an optional dependency. */
@NullMarked
package dev.agentperf.metrics;

import org.jspecify.annotations.NullMarked;
