@NullMarked
package dev.agentperf.spark;

import org.jspecify.annotations.NullMarked;
