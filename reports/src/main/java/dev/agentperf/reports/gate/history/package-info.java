/**
 * The history of the main branch: advice, never a verdict. Points are kept as lines of JSON that are only ever
 * appended; changes are found by a deterministic E-divisive, and dated to the first commit that has them.
 */
@NullMarked
package dev.agentperf.reports.gate.history;

import org.jspecify.annotations.NullMarked;
