/**
 * The measurement of the gate: which fork runs when, when to stop, and the child JVMs that it all runs in.
 *
 * <p>{@link dev.agentperf.reports.gate.run.GateLoop} decides, and knows no process: a simulated machine drives it in
 * tests exactly as a real one does.
 */
@NullMarked
package dev.agentperf.reports.gate.run;

import org.jspecify.annotations.NullMarked;
