/**
 * The regression gate: what is compared, under which rule, and what came of it.
 *
 * <p>The unit of replication is the fork, a JVM of its own; base and head run as adjacent forks in random order, and
 * the gate judges the logarithm of their ratio. An alarm must be larger than an indifference band, survive the
 * correction for the size of the suite, and come again in fresh pairs.
 */
@NullMarked
package dev.agentperf.reports.gate;

import org.jspecify.annotations.NullMarked;
