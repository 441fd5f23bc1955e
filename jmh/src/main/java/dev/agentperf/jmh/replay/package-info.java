/** How fast a trace goes through the shipped optimizer. */
@NullMarked
package dev.agentperf.jmh.replay;

import org.jspecify.annotations.NullMarked;
