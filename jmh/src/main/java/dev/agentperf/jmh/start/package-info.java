/** Real starts of a child process, cold and warm. */
@NullMarked
package dev.agentperf.jmh.start;

import org.jspecify.annotations.NullMarked;
