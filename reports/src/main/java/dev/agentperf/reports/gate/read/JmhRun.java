package dev.agentperf.reports.gate.read;

import dev.agentperf.reports.gate.Fork;
import dev.agentperf.reports.gate.Subject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One benchmark of a JMH result.
 *
 * @param subject the benchmark and its parameters
 * @param forks one a JVM; their conditions are mode and threads
 * @param environment what must be equal for two results to be comparable: JDK, JVM, JMH, flags
 */
public record JmhRun(Subject subject, List<Fork> forks, Map<String, String> environment) {

    /** Copies all. */
    public JmhRun {
        forks = List.copyOf(forks);
        environment = Collections.unmodifiableMap(new TreeMap<>(environment));
    }
}
