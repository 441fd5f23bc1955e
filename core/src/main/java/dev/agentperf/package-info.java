/** The names that every part shares: what kind of agent runs, and the root of all failures. */
@NullMarked
package dev.agentperf;

import org.jspecify.annotations.NullMarked;
