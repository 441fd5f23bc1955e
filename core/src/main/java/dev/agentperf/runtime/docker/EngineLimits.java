package dev.agentperf.runtime.docker;

import dev.agentperf.runtime.ContainerException;
import dev.agentperf.runtime.ResourceLimits;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an engine, and the kernel below it, take for limits. */
final class EngineLimits {
    /** A thousandth of a second in each tenth: the least share that the kernel deals out. */
    static final double MIN_CPUS = 0.01;

    /* `Range of CPUs is from 0.01 to 2.00, as there are only 2 CPUs available` */
    private static final Pattern CPUS = Pattern.compile("CPUs is from [0-9.]+ to ([0-9.]+)");

    private EngineLimits() {}

    /**
     * Refuses what no engine takes.
     *
     * @throws ContainerException naming rule and value
     */
    static void check(ResourceLimits limits) {
        if (limits.cpus() < MIN_CPUS) {
            throw new ContainerException("cpus must be at least " + MIN_CPUS + ", was " + limits.cpus());
        }
    }

    /** Returns an engine's refusal of limits with rule and value, any other refusal as it is. */
    static ContainerException explain(ResourceLimits limits, ContainerException refusal) {
        Matcher cpus = CPUS.matcher(String.valueOf(refusal.getMessage()));
        return cpus.find()
                ? new ContainerException(
                        "cpus must be at most " + cpus.group(1) + ", which the engine has, was " + limits.cpus(),
                        refusal.getCause() == null ? refusal : refusal.getCause())
                : refusal;
    }
}
