package dev.agentperf.reports.gate.run;

import java.util.List;
import java.util.regex.Pattern;

/** Finds in what a JVM printed the line that says why it failed. */
final class FailureText {
    /* JMH wraps what a benchmark throws, and says no more than that it did. */
    private static final Pattern THROWN =
            Pattern.compile("^(Caused by: )?(?!org\\.openjdk\\.jmh\\.runner\\.)[\\w.$]+(Exception|Error)\\b.*");
    private static final Pattern REFUSED = Pattern.compile("^(Error|ERROR|Unrecognized|No matching).*");

    private FailureText() {}

    static String of(List<String> lines) {
        return first(lines, THROWN, first(lines, REFUSED, "it printed no reason"));
    }

    private static String first(List<String> lines, Pattern pattern, String otherwise) {
        return lines.stream()
                .map(String::strip)
                .filter(line -> pattern.matcher(line).matches())
                .findFirst()
                .orElse(otherwise);
    }
}
