/**
 * The statistics of the gate. Distributions and rank tests come from Commons Math; what is here is what it lacks:
 * intervals of ratios, spending of an error over several looks, control of false discoveries, a bootstrap of two
 * levels.
 *
 * <p>Everything is a pure function: thread-safe, the same on every machine.
 */
@NullMarked
package dev.agentperf.reports.gate.stats;

import org.jspecify.annotations.NullMarked;
