/**
 * What a run measured, as records: one a file of {@code DIR/results/}. Start at
 * {@link dev.agentperf.reports.model.RunReport}.
 *
 * <p>All types are immutable. A part that was not measured is absent, never zero.
 */
@NullMarked
package dev.agentperf.reports.model;

import org.jspecify.annotations.NullMarked;
