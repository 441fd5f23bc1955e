/** Fakes that make time, timers and threads a matter of the test: no sleeping, no races. */
@NullMarked
package dev.agentperf.testkit;

import org.jspecify.annotations.NullMarked;
