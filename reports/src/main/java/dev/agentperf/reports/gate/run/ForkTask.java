package dev.agentperf.reports.gate.run;

import dev.agentperf.reports.gate.Side;
import dev.agentperf.reports.gate.Subject;

/**
 * One fork to run.
 *
 * @param phase what for
 * @param subject what to measure
 * @param pair the pair's number, from 1, within the phase
 * @param side which build
 */
public record ForkTask(Phase phase, Subject subject, int pair, Side side) {}
