package dev.agentperf.reports.view;

import dev.agentperf.reports.model.JmhResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The benchmarks of one class, those that answer the same question beside each other.
 *
 * <p>A method whose name ends in {@value #OURS} has peers: the methods of its class that begin with what stands before.
 * {@code hitOurs} is compared with {@code hitCaffeine}, in the same mode and with the same parameters.
 *
 * @param name the class's simple name
 * @param rows its results: questions in the order that JMH ran them, ours first among its peers
 */
public record JmhGroup(String name, List<JmhRow> rows) {
    private static final String OURS = "Ours";

    /** Copies the rows. */
    public JmhGroup {
        rows = List.copyOf(rows);
    }

    /** Groups results by class, in the order in which the classes first occur. */
    public static List<JmhGroup> of(List<JmhResult> results) {
        Map<String, List<JmhResult>> classes = new LinkedHashMap<>();
        results.forEach(result ->
                classes.computeIfAbsent(owner(result), key -> new ArrayList<>()).add(result));
        return classes.entrySet().stream()
                .map(entry -> new JmhGroup(simple(entry.getKey()), rows(entry.getValue())))
                .toList();
    }

    private static List<JmhRow> rows(List<JmhResult> results) {
        List<String> stems = results.stream()
                .map(JmhGroup::method)
                .filter(method -> method.endsWith(OURS))
                .map(JmhGroup::stem)
                .distinct()
                .toList();
        Map<String, List<JmhResult>> questions = new LinkedHashMap<>();
        results.forEach(result -> questions
                .computeIfAbsent(question(result, stems), key -> new ArrayList<>())
                .add(result));
        return questions.values().stream()
                .flatMap(peers -> JmhRow.of(peers, result -> method(result).endsWith(OURS)).stream())
                .toList();
    }

    private static String question(JmhResult result, List<String> stems) {
        String method = method(result);
        String subject = stems.stream().filter(method::startsWith).findFirst().orElse(method);
        return subject + ' ' + result.mode() + ' ' + result.params();
    }

    private static String stem(String method) {
        return method.substring(0, method.length() - OURS.length());
    }

    private static String owner(JmhResult result) {
        int dot = result.benchmark().lastIndexOf('.');
        return dot < 0 ? "" : result.benchmark().substring(0, dot);
    }

    static String method(JmhResult result) {
        return simple(result.benchmark());
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
