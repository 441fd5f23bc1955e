/** What the README shows, compiled and run. */
@NullMarked
package dev.agentperf.examples;

import org.jspecify.annotations.NullMarked;
