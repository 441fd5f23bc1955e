/**
 * The main job: real starts, replay, predictions and benchmarks of one run, judged against the targets. Start at
 * {@link dev.agentperf.reports.run.MainJob}.
 */
@NullMarked
package dev.agentperf.reports.run;

import org.jspecify.annotations.NullMarked;
