package dev.agentperf.reports.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Command lines as documents show them: in a list, with a remark behind, over several lines, before a pipe. */
final class CommandLines {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    private CommandLines() {}

    /** Returns the lines that begin with a command, each with the lines that a backslash at the end adds to it. */
    static List<String> in(List<String> lines, String command) {
        List<String> found = new ArrayList<>();
        boolean goesOn = false;
        for (String line : lines) {
            String text = line.strip().replaceFirst("^(?:- |run: )", "");
            if (goesOn) {
                int last = found.size() - 1;
                found.set(
                        last,
                        found.get(last) + " " + text.replaceFirst("\\\\$", "").strip());
            } else if (text.startsWith(command + " ")) {
                found.add(text.replaceFirst("\\\\$", "").strip());
            } else {
                continue;
            }
            goesOn = text.endsWith("\\");
        }
        return found;
    }

    /** Returns the arguments, without the command itself, a remark, and what the shell would do with the output. */
    static List<String> arguments(String line) {
        String command = line.replaceFirst("\\s{2,}.*", "").replaceFirst(" [|>#] ?.*", "");
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(command);
        while (matcher.find()) {
            words.add(
                    matcher.group(1) != null
                            ? matcher.group(1)
                            : matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
        }
        return words.subList(1, words.size());
    }
}
