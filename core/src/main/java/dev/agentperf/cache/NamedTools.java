package dev.agentperf.cache;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which tools the talk of a run has named: how much of a tool's name was said, its rare words counting more than those
 * that many names share (inverse document frequency, Spärck Jones 1972). Nothing of the talk is kept. Not thread-safe.
 */
final class NamedTools {
    private static final double JUST_SAID = 1;
    private static final double EVER_ASKED = 0.5;

    private final List<Set<String>> names = new ArrayList<>();
    private final Map<String, Integer> namesWith = new HashMap<>();

    /** Takes in the names of tools that have come to be known. */
    void learn(KnownTools tools) {
        for (int tool = names.size(); tool < tools.size(); tool++) {
            Set<String> words = UserTurn.words(tools.name(tool));
            names.add(words);
            words.forEach(word -> namesWith.merge(word, 1, Integer::sum));
        }
    }

    /**
     * Returns for each tool how far it was named: 1 for its whole name in what the user said last, as much for what the
     * agent said before that, and half for what the user said at any time; 0 where no turn tells its words.
     */
    double[] named(List<String> steps) {
        Map<String, Double> said = said(steps);
        double[] named = new double[names.size()];
        for (int tool = 0; tool < named.length && !said.isEmpty(); tool++) {
            named[tool] = share(names.get(tool), said);
        }
        return named;
    }

    private double share(Set<String> name, Map<String, Double> said) {
        double heard = 0;
        double all = 0;
        for (String word : name) {
            double rarity = Math.log((names.size() + 1.0) / namesWith.getOrDefault(word, 1));
            heard += rarity * said.getOrDefault(word, 0.0);
            all += rarity;
        }
        return all == 0 ? 0 : heard / all;
    }

    /* Each word that was said and how much it counts. */
    private static Map<String, Double> said(List<String> steps) {
        Map<String, Double> said = new HashMap<>();
        UserTurn last = UserTurn.SILENT;
        for (String step : steps) {
            if (UserTurn.tellsWords(step)) {
                last = UserTurn.in(step);
                last.userWords().forEach(word -> said.put(word, EVER_ASKED));
            }
        }
        last.userWords().forEach(word -> said.merge(word, JUST_SAID, Double::sum));
        last.agentWords().forEach(word -> said.merge(word, JUST_SAID, Double::sum));
        return said;
    }
}
