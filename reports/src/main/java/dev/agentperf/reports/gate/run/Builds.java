package dev.agentperf.reports.gate.run;

import java.nio.file.Path;
import java.util.List;

/**
 * The two builds and the JVM that runs both.
 *
 * @param base what the change is measured against
 * @param head the change
 * @param java the JVM's program
 * @param jvmArgs arguments for the JVM of each fork, after the benchmark's own
 */
public record Builds(BenchmarkJar base, BenchmarkJar head, Path java, List<String> jvmArgs) {

    /** Copies the arguments. */
    public Builds {
        jvmArgs = List.copyOf(jvmArgs);
    }

    /** Returns what decides the code under test: equal for equal builds. */
    String identity() {
        return base.digest() + " " + head.digest() + " " + java + " " + String.join(" ", jvmArgs);
    }
}
