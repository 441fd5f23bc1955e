package dev.agentperf.simulator.recursion;

import dev.agentperf.pool.Reuse;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.simulator.bounds.BestPerLevel;
import dev.agentperf.simulator.bounds.Bounds;
import dev.agentperf.simulator.bounds.CostModel;
import dev.agentperf.simulator.result.Bound;
import dev.agentperf.simulator.trace.Placement;
import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.SessionStream;
import dev.agentperf.simulator.trace.SharedTraces;
import dev.agentperf.simulator.trace.TraceFormat;
import dev.agentperf.simulator.trace.TraceOptions;
import dev.agentperf.simulator.trace.TraceScan;
import dev.agentperf.simulator.trace.Traces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Total cost of the keeping policies against clairvoyant keep/drop, at five prices, cold start 0.5 s. Not part of the
 * build: {@code mvn -pl simulator -am test -Dtest=PriceStudy -Dsurefire.failIfNoSpecifiedTests=false} writes
 * {@code simulator/target/studies/price-*.md}.
 */
final class PriceStudy {
    private static final Duration COLD_START = Duration.ofMillis(500);
    private static final double[] PRICES = {30, 120, 300, 900, 2_400};
    private static final int BATCH = 2_048;
    private static final String PRICE = ":P";
    private static final List<String> POLICIES = List.of(
            "adaptive:P",
            "hazard:P",
            "breakeven:P",
            "hybrid",
            "keepalive:1m",
            "keepalive:10m",
            "keepalive:1h",
            "slo:0.99",
            "fixed:1",
            "fixed:5");

    @ParameterizedTest
    @CsvSource({"EVEN, RESET", "START, RESET", "UNIFORM, RESET", "START, SINGLE_USE", "UNIFORM, SINGLE_USE"})
    void azureFunctions(Placement placement, Reuse reuse) throws IOException {
        List<Path> files = List.of(SharedTraces.file("azure-functions-2019-sample/inv.csv.gz"));
        TraceOptions options = new TraceOptions(TraceFormat.AUTO, placement, 1);
        TraceScan scan;
        try (SessionStream sessions = Traces.open(files, options)) {
            scan = TraceScan.of(sessions);
        }
        Turnover turnover = new Turnover(COLD_START.toNanos(), reuse == Reuse.RESET, 0);
        List<QuickReplay> unpriced = POLICIES.stream()
                .filter(policy -> !policy.endsWith(PRICE))
                .map(policy -> new QuickReplay(PoolPolicy.parse(policy), turnover, scan))
                .toList();
        List<AtPrice> prices = new ArrayList<>();
        for (double price : PRICES) {
            prices.add(new AtPrice(new CostModel(COLD_START, Duration.ZERO, reuse, price), turnover, scan));
        }
        try (SessionStream sessions = Traces.open(files, options)) {
            for (List<Session> batch = read(sessions); !batch.isEmpty(); batch = read(sessions)) {
                List<Session> current = batch;
                prices.parallelStream().forEach(price -> price.accept(current));
                unpriced.parallelStream().forEach(replay -> replay.accept(current));
            }
        }
        List<QuickRun> runs = unpriced.stream().map(QuickReplay::finish).toList();
        prices.forEach(price -> price.finish(runs));
        write("price-" + placement.id() + "-" + reuse.name().toLowerCase(Locale.ROOT) + ".md", prices);
    }

    private static List<Session> read(SessionStream sessions) {
        List<Session> batch = new ArrayList<>(BATCH);
        Session session = sessions.next();
        while (session != null) {
            batch.add(session);
            session = batch.size() < BATCH ? sessions.next() : null;
        }
        return batch;
    }

    private static void write(String name, List<AtPrice> prices) throws IOException {
        List<double[]> ratios = prices.stream().map(AtPrice::ratios).toList();
        List<String> lines =
                new ArrayList<>(List.of("| policy | 30 | 120 | 300 | 900 | 2,400 |", "|---|---|---|---|---|---|"));
        for (int i = 0; i < POLICIES.size(); i++) {
            StringBuilder line = new StringBuilder("| `" + POLICIES.get(i) + "` |");
            for (double[] ofPrice : ratios) {
                line.append(String.format(Locale.ROOT, " %.3f |", ofPrice[i]));
            }
            lines.add(line.toString());
        }
        lines.add(hindsight("best TTL per type, in hindsight", prices, AtPrice::bestPerType));
        lines.add(hindsight("best TTL per type and level, in hindsight", prices, AtPrice::bestPerLevel));
        Path table = Path.of("target", "studies", name);
        Files.createDirectories(table.getParent());
        Files.write(table, lines);
    }

    private static String hindsight(String name, List<AtPrice> prices, ToDoubleFunction<AtPrice> ratio) {
        return prices.stream()
                .map(price -> String.format(Locale.ROOT, " %.3f |", ratio.applyAsDouble(price)))
                .collect(Collectors.joining("", "| " + name + " |", ""));
    }

    /** All policies at one price. */
    private static final class AtPrice {
        private final CostModel model;
        private final Bounds bounds;
        private final BestPerLevel levels;
        private List<Bound> found = List.of();
        private final List<QuickReplay> replays = new ArrayList<>();
        private double[] ratios = {};

        AtPrice(CostModel model, Turnover turnover, TraceScan scan) {
            this.model = model;
            this.bounds = new Bounds(model, scan);
            this.levels = new BestPerLevel(model, scan);
            for (String policy : POLICIES) {
                if (policy.endsWith(PRICE)) {
                    replays.add(new QuickReplay(PoolPolicy.parse(policy, model.price()), turnover, scan));
                }
            }
        }

        void accept(List<Session> sessions) {
            bounds.accept(sessions);
            levels.accept(sessions);
            replays.forEach(replay -> replay.accept(sessions));
        }

        /* The policies with a price come first. */
        void finish(List<QuickRun> unpriced) {
            found = bounds.finish();
            double clairvoyant = found.get(0).cost();
            ratios = Stream.concat(replays.stream().map(QuickReplay::finish), unpriced.stream())
                    .mapToDouble(run -> model.cost(run.coldStarts(), run.idleMbSeconds()) / clairvoyant)
                    .toArray();
        }

        double[] ratios() {
            return ratios;
        }

        double bestPerType() {
            return found.get(2).cost() / found.get(0).cost();
        }

        /* Said of reused containers only: the others are not in use when the next of their kind stands ready. */
        double bestPerLevel() {
            return model.reuse() == Reuse.RESET ? levels.cost() / found.get(0).cost() : Double.NaN;
        }
    }
}
