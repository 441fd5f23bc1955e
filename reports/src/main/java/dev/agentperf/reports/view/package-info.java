/**
 * What a report says, whatever it is written in: how figures, names and verdicts read, what each figure means, which
 * benchmarks stand together.
 */
@NullMarked
package dev.agentperf.reports.view;

import org.jspecify.annotations.NullMarked;
