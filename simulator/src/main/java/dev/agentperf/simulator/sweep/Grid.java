package dev.agentperf.simulator.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.agentperf.pool.Reuse;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.simulator.bounds.CostModel;
import dev.agentperf.simulator.trace.Claimant;
import dev.agentperf.simulator.trace.Placement;
import dev.agentperf.time.Durations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which values each parameter takes; every combination is a {@link Cell}.
 *
 * <p>Written as one JSON object, each parameter a list; all but the policies and the cold start may be left out:
 *
 * <pre>{@code
 * {"policies": ["fixed:10", "hazard:P", "adaptive:P"], "coldStart": ["500ms", "5s"], "price": [30, 300],
 *  "reuse": ["single-use", "reset"], "reset": ["0s"], "claims": ["session", "tool"], "placement": ["even"], "seed": [1]}
 * }</pre>
 *
 * <p>A policy that ends in {@code :P}, or names no price, takes the price of its cell.
 *
 * @param policies as {@link PoolPolicy#parse} reads them
 * @param coldStarts how long a container takes from order to ready
 * @param resets how long a reset takes
 * @param reuses what happens to a used container
 * @param prices gigabyte-seconds that a second of cold start is worth
 * @param claimants who has a container
 * @param placements where per-minute counts lie
 * @param seeds what random choices start from
 */
public record Grid(
        List<String> policies,
        List<Duration> coldStarts,
        List<Duration> resets,
        List<Reuse> reuses,
        List<Double> prices,
        List<Claimant> claimants,
        List<Placement> placements,
        List<Long> seeds) {

    private static final Set<String> PARAMETERS =
            new TreeSet<>(Set.of("policies", "coldStart", "reset", "reuse", "price", "claims", "placement", "seed"));

    /** Copies every list. */
    public Grid {
        policies = List.copyOf(policies);
        coldStarts = List.copyOf(coldStarts);
        resets = List.copyOf(resets);
        reuses = List.copyOf(reuses);
        prices = List.copyOf(prices);
        claimants = List.copyOf(claimants);
        placements = List.copyOf(placements);
        seeds = List.copyOf(seeds);
    }

    /**
     * Reads a grid.
     *
     * @throws SweepException if the text is no JSON object, a parameter is unknown or empty, or a value cannot be read
     */
    public static Grid parse(String json) {
        JsonNode root = read(json);
        for (Iterator<String> names = root.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!PARAMETERS.contains(name)) {
                throw new SweepException("grid has an unknown parameter '" + name + "', expected some of "
                        + String.join(", ", PARAMETERS));
            }
        }
        return new Grid(
                values(root, "policies", null, text -> text),
                values(root, "coldStart", null, Durations::parse),
                values(root, "reset", "0s", Durations::parse),
                values(root, "reuse", "single-use", text -> choice(Reuse.class, text)),
                values(root, "price", String.valueOf(CostModel.DEFAULT_PRICE), Grid::number),
                values(root, "claims", "session", text -> choice(Claimant.class, text)),
                values(root, "placement", "even", text -> choice(Placement.class, text)),
                values(root, "seed", "1", Grid::wholeNumber));
    }

    private static JsonNode read(String json) {
        try {
            JsonNode root = new ObjectMapper().readTree(json);
            if (root.isObject()) {
                return root;
            }
        } catch (JsonProcessingException e) {
            // Without what the parser would rather have had, and how to program it.
            throw new SweepException("grid is not JSON: "
                    + e.getOriginalMessage().replaceFirst("(?s)[:(].*", "").strip());
        }
        throw new SweepException("grid must be a JSON object");
    }

    private static <T> List<T> values(
            JsonNode root, String name, @Nullable String fallback, Function<String, T> reader) {
        JsonNode list = root.path(name);
        if (list.isMissingNode() && fallback != null) {
            return List.of(reader.apply(fallback));
        }
        if (!list.isArray() || list.isEmpty()) {
            throw new SweepException(
                    "grid must give a list of values for " + name + ", such as \"" + name + "\": [...]");
        }
        List<T> values = new ArrayList<>();
        for (JsonNode value : list) {
            try {
                values.add(reader.apply(value.asText()));
            } catch (IllegalArgumentException unreadable) {
                throw new SweepException("grid: " + name + " cannot be " + value + ": " + unreadable.getMessage());
            }
        }
        return values;
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String text) {
        List<E> choices = List.of(type.getEnumConstants());
        return choices.stream()
                .filter(choice -> written(choice).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected one of " + choices.stream().map(Grid::written).collect(Collectors.joining(", "))));
    }

    /** Returns a constant as a grid has it. */
    static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException unreadable) {
            throw new IllegalArgumentException("expected a number", unreadable);
        }
    }

    private static long wholeNumber(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException unreadable) {
            throw new IllegalArgumentException("expected a whole number", unreadable);
        }
    }

    /**
     * Returns every cell for these traces, in a fixed order.
     *
     * @throws SweepException if a policy cannot be read, or a value lies out of its range
     */
    public List<Cell> cells(List<Path> traces) {
        List<Cell> cells = new ArrayList<>();
        for (Path trace : traces) {
            for (Claimant claimant : claimants) {
                for (Placement placement : placements) {
                    for (long seed : seeds) {
                        addCells(cells, new Cell.Reading(trace, claimant, placement, seed));
                    }
                }
            }
        }
        return cells;
    }

    private void addCells(List<Cell> cells, Cell.Reading reading) {
        for (Duration coldStart : coldStarts) {
            for (Duration reset : resets) {
                for (Reuse reuse : reuses) {
                    for (double price : prices) {
                        addPolicies(cells, reading, model(coldStart, reset, reuse, price));
                    }
                }
            }
        }
    }

    private static CostModel model(Duration coldStart, Duration reset, Reuse reuse, double price) {
        try {
            return new CostModel(coldStart, reset, reuse, price);
        } catch (IllegalArgumentException impossible) {
            throw new SweepException("grid: " + impossible.getMessage());
        }
    }

    private void addPolicies(List<Cell> cells, Cell.Reading reading, CostModel model) {
        try {
            for (String policy : policies) {
                cells.add(new Cell(reading, model, PoolPolicy.parse(policy, model.price())));
            }
        } catch (IllegalArgumentException impossible) {
            throw new SweepException("grid: " + impossible.getMessage());
        }
    }
}
