@NullMarked
package dev.agentperf.metrics;

import org.jspecify.annotations.NullMarked;
