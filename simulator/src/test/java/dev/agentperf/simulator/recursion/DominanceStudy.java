package dev.agentperf.simulator.recursion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.pool.Reuse;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.simulator.bounds.CostModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Total cost of {@code adaptive:P} over that of the cheapest other policy, chosen in hindsight for each cell, on traces
 * that it was chosen on and on such that it was only tried on. Not part of the build: {@code mvn -pl simulator -am test
 * -Dtest=DominanceStudy -Dsurefire.failIfNoSpecifiedTests=false} writes
 * {@code simulator/target/studies/dominance-*.md}.
 */
final class DominanceStudy {
    private static final int[] PRICES = {30, 120, 300, 900, 2_400};
    private static final int MOST_SESSIONS_FOR_BOTH = 200_000;
    private static final double MOST_ON_AVERAGE = 1.02;
    private static final List<String> OTHERS = List.of(
            "hazard:P",
            "breakeven:P",
            "hybrid",
            "keepalive:1m",
            "keepalive:10m",
            "keepalive:1h",
            "slo:0.9",
            "slo:0.99",
            "slo:0.999",
            "fixed:1",
            "fixed:5");

    /** Which traces. */
    enum Traces {
        TUNED(1),
        HELD_OUT(2);

        private final int seed;

        Traces(int seed) {
            this.seed = seed;
        }

        List<StudiedTrace> all() {
            GeneratedTraces generated = new GeneratedTraces(seed);
            return this == TUNED
                    ? Stream.concat(RecordedTraces.tuned().stream(), generated.tuned().stream())
                            .toList()
                    : Stream.concat(RecordedTraces.heldOut().stream(), generated.heldOut().stream())
                            .toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void adaptive_costsOnAverageNoMoreThanTheBestOther(Traces traces) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "| trace | reuse | cold start | 30 | 120 | 300 | 900 | 2,400 |", "|---|---|---|---|---|---|---|---|"));
        List<String> summary = new ArrayList<>();
        List<Double> means = new ArrayList<>();
        List<StudiedTrace> all = traces.all();
        for (Reuse reuse : List.of(Reuse.RESET, Reuse.SINGLE_USE)) {
            List<Double> ratios = new ArrayList<>();
            for (StudiedTrace trace : all) {
                for (int coldMillis : coldStarts(trace)) {
                    double[] row = row(trace, reuse, Duration.ofMillis(coldMillis));
                    lines.add(line(trace.name(), reuse, coldMillis, row));
                    IntStream.range(0, row.length).forEach(i -> ratios.add(row[i]));
                }
            }
            double mean =
                    Math.exp(ratios.stream().mapToDouble(Math::log).average().orElseThrow());
            means.add(mean);
            summary.add(String.format(
                    Locale.ROOT,
                    "%s: geometric mean %.3f; %d of %d above 1.02, %d above 1.05, worst %.2f.",
                    reuse,
                    mean,
                    above(ratios, 1.02),
                    ratios.size(),
                    above(ratios, 1.05),
                    ratios.stream().mapToDouble(ratio -> ratio).max().orElseThrow()));
        }
        lines.add("");
        lines.addAll(summary);
        Path table = Path.of("target", "studies", "dominance-" + traces.name().toLowerCase(Locale.ROOT) + ".md");
        Files.createDirectories(table.getParent());
        Files.write(table, lines);
        assertThat(means).allSatisfy(mean -> assertThat(mean).isLessThanOrEqualTo(MOST_ON_AVERAGE));
    }

    private static long above(List<Double> ratios, double limit) {
        return ratios.stream().filter(ratio -> ratio > limit).count();
    }

    /* Of the long traces only the usual one: each cold start takes minutes. */
    private static int[] coldStarts(StudiedTrace trace) {
        return trace.sessions().size() > MOST_SESSIONS_FOR_BOTH ? new int[] {500} : new int[] {500, 5_000};
    }

    private static double[] row(StudiedTrace trace, Reuse reuse, Duration coldStart) {
        return IntStream.of(PRICES)
                .parallel()
                .mapToObj(price -> new CostModel(coldStart, Duration.ZERO, reuse, price))
                .mapToDouble(model -> cost(trace, model, "adaptive:P")
                        / OTHERS.stream()
                                .mapToDouble(other -> cost(trace, model, other))
                                .min()
                                .orElseThrow())
                .toArray();
    }

    private static double cost(StudiedTrace trace, CostModel model, String policy) {
        Turnover turnover = new Turnover(model.coldStart().toNanos(), model.reuse() == Reuse.RESET, 0);
        QuickReplay replay = new QuickReplay(PoolPolicy.parse(policy, model.price()), turnover, trace.scan());
        replay.accept(trace.columns());
        QuickRun run = replay.finish();
        return model.cost(run.coldStarts(), run.idleMbSeconds());
    }

    private static String line(String trace, Reuse reuse, int coldMillis, double[] row) {
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "| %s | %s | %.1f s |",
                trace,
                reuse == Reuse.RESET ? "reset" : "single use",
                coldMillis / 1e3));
        for (double ratio : row) {
            line.append(String.format(Locale.ROOT, " %.2f |", ratio));
        }
        return line.toString();
    }
}
