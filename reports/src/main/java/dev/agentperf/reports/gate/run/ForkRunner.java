package dev.agentperf.reports.gate.run;

import dev.agentperf.reports.gate.Fork;

/** Runs forks, one at a time. */
@FunctionalInterface
public interface ForkRunner {

    /**
     * Runs one fork to its end.
     *
     * @throws ForkFailedException if the benchmark throws; the message names it
     * @throws InterruptedException if the caller was interrupted; the fork has ended
     */
    Fork run(ForkTask task) throws InterruptedException;
}
