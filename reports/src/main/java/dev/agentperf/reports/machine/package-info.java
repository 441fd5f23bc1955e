/**
 * What the machine is, and what that means for figures measured on it. Start at
 * {@link dev.agentperf.reports.machine.Doctor}.
 */
@NullMarked
package dev.agentperf.reports.machine;

import org.jspecify.annotations.NullMarked;
