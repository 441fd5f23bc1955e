/** A profiler for JMH that JMH lacks: CPU time of one operation. */
@NullMarked
package dev.agentperf.jmh.profile;

import org.jspecify.annotations.NullMarked;
