/** JMH suites of the library and the simulator. */
@NullMarked
package dev.agentperf.jmh;

import org.jspecify.annotations.NullMarked;
