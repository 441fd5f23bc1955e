package dev.agentperf.reports.gate.read;

import dev.agentperf.reports.gate.Fork;
import dev.agentperf.reports.gate.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The benchmarks of two results, by what they are called on both sides. One that a side has in several modes or with
 * several numbers of threads is told apart by those; forks of one that was run twice in the same way are put together.
 *
 * @param base the base's benchmarks
 * @param head the head's benchmarks
 */
record MatchedRuns(Map<Subject, JmhRun> base, Map<Subject, JmhRun> head) {

    static MatchedRuns of(List<JmhRun> base, List<JmhRun> head) {
        Set<Subject> several = new HashSet<>(several(base));
        several.addAll(several(head));
        return new MatchedRuns(named(base, several), named(head, several));
    }

    private static Set<Subject> several(List<JmhRun> runs) {
        Map<Subject, Set<Map<String, String>>> ways = new HashMap<>();
        runs.forEach(run ->
                ways.computeIfAbsent(run.subject(), subject -> new HashSet<>()).add(conditions(run)));
        ways.values().removeIf(distinct -> distinct.size() < 2);
        return ways.keySet();
    }

    private static Map<Subject, JmhRun> named(List<JmhRun> runs, Collection<Subject> several) {
        Map<Subject, JmhRun> named = new TreeMap<>();
        runs.forEach(run -> named.merge(
                several.contains(run.subject()) ? specific(run) : run.subject(), run, MatchedRuns::together));
        return named;
    }

    private static Subject specific(JmhRun run) {
        Map<String, String> params = new TreeMap<>(run.subject().params());
        conditions(run).forEach((name, value) -> params.put("jmh." + name, value));
        return new Subject(run.subject().benchmark(), params);
    }

    private static JmhRun together(JmhRun first, JmhRun second) {
        List<Fork> forks = new ArrayList<>(first.forks());
        forks.addAll(second.forks());
        return new JmhRun(first.subject(), forks, first.environment());
    }

    private static Map<String, String> conditions(JmhRun run) {
        return run.forks().isEmpty() ? Map.of() : run.forks().get(0).conditions();
    }
}
