package dev.agentperf.reports.view;

import java.util.List;

/**
 * What a figure is and how it is measured.
 *
 * @param id its anchor
 * @param term what it is called in the tables
 * @param text one or two sentences
 */
public record Definition(String id, String term, String text) {
    private static final List<Definition> ALL = List.of(
            new Definition(
                    "def-start",
                    "Start (time to interactive)",
                    "The time from an agent's claim to the first answer of the agent inside its container, one start at"
                            + " a time. It is measured at the caller, so queueing and transport are part of it."),
            new Definition(
                    "def-path",
                    "Cold, warm-live, warm-paused, exec",
                    "Cold: a new container is created for the claim. Warm-live: a container stood ready and its resident"
                            + " agent is spoken to directly. Warm-paused: the same, but its processes had been paused."
                            + " Exec: a command is run in a ready container through the engine."),
            new Definition(
                    "def-percentile",
                    "p50, p90, p99, p99.9, max",
                    "The time that 50, 90, 99 or 99.9 in 100 starts do not exceed, and the longest. The value is kept to"
                            + " three digits and is never averaged. A percentile needs about ten starts beyond it:"
                            + " with n starts, read none beyond 1 - 10 / n."),
            new Definition(
                    "def-spread",
                    "Spread",
                    "Of a percentile and a share: the range that holds it with 95 % confidence, from this one run"
                            + " (binomial order statistics, Wilson's interval). Of repetitions: the least and the most"
                            + " of them, beside their median."),
            new Definition(
                    "def-interval",
                    "95 % interval",
                    "The range that holds the figure with 95 % confidence, as far as observations are independent: of a"
                            + " share Wilson's, of a percentile by binomial order statistics. A replay has none: the same"
                            + " trace, policy and seed give the same figure, which is exact for them and says nothing of"
                            + " another trace."),
            new Definition(
                    "def-tool-hits",
                    "Tool metadata hit rate",
                    "Look-ups that found a fresh entry over all look-ups, at each tool step of the replayed trace. A"
                            + " look-up that waits for another one's load counts as a miss."),
            new Definition(
                    "def-stats",
                    "Stats calls saved",
                    "1 - sent / asked: how many questions about a container's resources, asked once a second while it"
                            + " runs, cost no call to the engine."),
            new Definition(
                    "def-miss",
                    "Miss rate, and runs within the limit",
                    "The share of runs that used more than was predicted for them, each predicted before it was seen."
                            + " Runs within the limit are 1 - miss rate. The worst type is the agent type with the"
                            + " highest miss rate."),
            new Definition(
                    "def-slack",
                    "Slack",
                    "What was reserved in vain: the mean of max(0, predicted - used) over the mean used. Compare"
                            + " predictors at equal miss rates only: more slack always buys fewer misses."),
            new Definition(
                    "def-warm-rate",
                    "Warm rate and cold starts",
                    "The share of claims that found a ready container, and the number that did not, when the trace is"
                            + " replayed under a virtual clock through the pool that ships."),
            new Definition(
                    "def-idle",
                    "Mean idle and idle GB\u00B7s",
                    "The mean number of ready, unused containers from the trace's first start to its last end, and the"
                            + " same weighted with each container's memory, summed over time: what warmth costs."),
            new Definition(
                    "def-regret",
                    "Cost and regret",
                    "Cost: idle GB\u00B7s plus the price of a cold second times the seconds that claims waited for cold"
                            + " starts. Regret: the cost over that of a bound, of clairvoyant keep/drop where none is named,"
                            + " on the same trace; 1 is as good as hindsight, and less is possible for a policy that starts containers ahead of claims."),
            new Definition(
                    "def-plan",
                    "Size, and in time",
                    "Size: how many containers of the type to keep in circulation, as fixed:N does. In time: the share of"
                            + " claims that started within the demanded time, on the first part of the trace, which the"
                            + " size was chosen by, and on the rest, which it was not."),
            new Definition(
                    "def-sweep",
                    "Cheapest, and dearer than the best",
                    "A scenario is a trace with one cold start, price, reuse, placement and seed. Cheapest in: scenarios in"
                            + " which no other policy cost less. Dearer: the policy's cost over the least one of the"
                            + " scenario, less 1; its mean and its highest value over all scenarios."),
            new Definition(
                    "def-bound",
                    "Bounds",
                    "What hindsight would have made of the same trace: a clairvoyant that keeps or drops each container"
                            + " after its use, one that starts containers ahead, and the best fixed time and the best"
                            + " fixed stock for each agent type; on hosts with an end, Belady's fewest cold starts, against which"
                            + " regret counts cold starts. Cost is idle GB\u00B7s plus the price of a cold second"
                            + " times the seconds that cold starts took."),
            new Definition(
                    "def-jmh",
                    "Score and error",
                    "JMH's mean over all iterations and half its 99.9 % interval. The interval takes iterations for"
                            + " independent, which those of one fork are not: trust differences that hold over three"
                            + " forks or more. Of ours: the score over that of our own implementation in the same run;"
                            + " of a time, below 1 is faster than ours."),
            new Definition(
                    "def-verdict",
                    "Regressed, improved, equivalent, inconclusive",
                    "Regressed: the interval of the change lies on the bad side and its estimate beyond the band of the"
                            + " metric, and fresh pairs confirmed it where they could be run. Improved: the same on the good"
                            + " side. Equivalent: the interval lies within the band. Inconclusive: none of these."),
            new Definition(
                    "def-change",
                    "Change and its interval",
                    "The ratio of head to base less 1, with the interval that the gate's error allows. A figure without"
                            + " noise, such as a replay's, is compared exactly and has no interval."),
            new Definition(
                    "def-detectable",
                    "Smallest change sure to be seen",
                    "The change that these measurements would have called a regression four times in five. A smaller one"
                            + " may be there and go unseen."));

    /** Returns every definition, in the report's order. */
    public static List<Definition> all() {
        return ALL;
    }
}
