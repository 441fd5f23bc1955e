package dev.agentperf.cache;

import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an agent and its user said to each other in one turn, as far as {@link ExecutionPatterns} looks at it: which
 * words there were. Whoever is asked to cancel an order soon calls {@code cancel_order}.
 *
 * <p>Of a text its words of three letters and more are kept, at most {@value #MOST_WORDS} and of the first
 * {@value #MOST_LETTERS} characters, each once, in lower case, cut to five letters and in the order of the alphabet, so
 * that "Cancelled" and "cancel" are the same and a turn stays small. What was said cannot be read back from that, but
 * the words can: it is as confidential as the talk. Immutable.
 *
 * @param agentSaid words of the agent, a space between them; any text is cut down to that
 * @param userSaid words of the user, in the same form
 */
public record UserTurn(String agentSaid, String userSaid) {
    static final int MOST_WORDS = 200;
    static final int MOST_LETTERS = 20_000;

    private static final int STEM = 5;
    private static final String SEPARATOR = "\0";
    private static final String MARK = ExecutionPatterns.USER_TURN + SEPARATOR;

    /* "getUserId" is three words and "HTTPServer" is two; accents that stand beside their letter belong to it. */
    private static final Pattern WORD = Pattern.compile("\\p{Lu}?[\\p{L}\\p{M}&&\\P{Lu}]+|\\p{Lu}+(?!\\p{Ll})");

    private static final int SHORTEST = 3;

    /** A turn in which nothing was said. */
    public static final UserTurn SILENT = new UserTurn("", "");

    /** Cuts both texts down to their words. */
    public UserTurn {
        agentSaid = String.join(" ", words(agentSaid));
        userSaid = String.join(" ", words(userSaid));
    }

    SortedSet<String> agentWords() {
        return words(agentSaid);
    }

    SortedSet<String> userWords() {
        return words(userSaid);
    }

    /** Returns the words of a text or of a tool's name, cut as told above. */
    static SortedSet<String> words(String text) {
        SortedSet<String> words = new TreeSet<>();
        Matcher matcher = WORD.matcher(text).region(0, Math.min(text.length(), MOST_LETTERS));
        while (words.size() < MOST_WORDS && matcher.find()) {
            String word = matcher.group().toLowerCase(Locale.ROOT);
            int letters = word.codePointCount(0, word.length());
            if (letters >= SHORTEST) {
                words.add(word.substring(0, word.offsetByCodePoints(0, Math.min(letters, STEM))));
            }
        }
        return words;
    }

    /** Returns the turn as a step, to stand in a sequence in the place of {@link ExecutionPatterns#USER_TURN}. */
    public String asStep() {
        return MARK + agentSaid + SEPARATOR + userSaid;
    }

    /** Returns whether a step is a turn that tells its words. */
    static boolean tellsWords(String step) {
        return step.startsWith(MARK);
    }

    /** Returns the turn that a step stands for; {@link #SILENT} where it stands for none. */
    static UserTurn in(String step) {
        if (!tellsWords(step)) {
            return SILENT;
        }
        String said = step.substring(MARK.length());
        int end = Math.max(0, said.indexOf(SEPARATOR));
        return new UserTurn(said.substring(0, end), said.substring(end));
    }
}
