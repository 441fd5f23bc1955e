package dev.agentperf.reports.view;

import dev.agentperf.reports.model.StartPath;
import dev.agentperf.reports.model.Starts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a reader of start times must know to read no more from them than they hold. */
public final class StartNotes {
    /* Below this many starts, 99 in 100 is all of them. */
    private static final int FEWEST_FOR_P99 = 100;

    private StartNotes() {}

    /** Returns a sentence about the paths whose p99 is but their longest start; empty where none is. */
    public static Optional<String> fewStarts(Starts starts) {
        List<StartPath> few = starts.paths().stream()
                .filter(path -> path.n() > 0 && path.n() < FEWEST_FOR_P99)
                .toList();
        if (few.isEmpty()) {
            return Optional.empty();
        }
        String names = few.stream()
                .map(path -> Label.of(path.path()).text() + " (" + Figures.count(path.n()) + ")")
                .collect(Collectors.joining(", "));
        return Optional.of("Fewer than 100 starts: the p99 of " + names
                + " is the longest start, and the next run's may" + " differ much.");
    }
}
