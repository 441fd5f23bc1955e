package dev.agentperf.reports.machine;

import java.util.Arrays;
import java.util.OptionalDouble;

/** Where the processors' time went since the machine started, after {@code /proc/stat}. */
final class ProcessorTime {
    /* user, nice, system, idle, iowait, irq, softirq, steal: proc(5). Guest time is part of user time already. */
    private static final int STEAL = 7;

    private ProcessorTime() {}

    /** Returns the share that a hypervisor gave to other guests, 0 to 1; empty where the kernel does not tell. */
    static OptionalDouble stolen(SystemFiles files) {
        String[] fields = files.line("proc/stat").orElse("").split("\\s+");
        if (fields.length <= STEAL + 1 || !fields[0].equals("cpu")) {
            return OptionalDouble.empty();
        }
        double[] ticks = Arrays.stream(fields, 1, STEAL + 2)
                .mapToDouble(Double::parseDouble)
                .toArray();
        double all = Arrays.stream(ticks).sum();
        return all > 0 ? OptionalDouble.of(ticks[STEAL] / all) : OptionalDouble.empty();
    }
}
