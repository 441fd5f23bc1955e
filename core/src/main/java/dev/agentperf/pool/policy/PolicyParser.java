package dev.agentperf.pool.policy;

import dev.agentperf.time.Durations;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Reads policies as users write them: {@code name:parameter}. */
final class PolicyParser {
    private static final Map<String, BiFunction<String, Price, PoolPolicy>> POLICIES = new TreeMap<>(Map.of(
            "fixed", (parameter, price) -> PoolPolicy.fixed(count(parameter)),
            "keepalive", (parameter, price) -> PoolPolicy.keepAlive(Durations.parse(parameter)),
            "hybrid", (parameter, price) -> hybrid(parameter),
            "breakeven", (parameter, price) -> new BreakEven(price(parameter, price)),
            "hazard", (parameter, price) -> new Hazard(price(parameter, price)),
            "slo", (parameter, price) -> ServiceLevel.parse(parameter),
            "greedydual", (parameter, price) -> greedyDual(parameter),
            "adaptive", (parameter, price) -> new Adaptive(price(parameter, price))));
    private static final String KNOWN =
            "fixed:N, keepalive:D, hybrid, breakeven:P, hazard:P, adaptive:P, greedydual, slo:R";

    private PolicyParser() {}

    static PoolPolicy parse(String text, Price price) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        BiFunction<String, Price, PoolPolicy> factory = POLICIES.get(name);
        if (factory == null) {
            throw new IllegalArgumentException("unknown policy '" + text + "', expected one of " + KNOWN);
        }
        try {
            return factory.apply(colon < 0 ? "" : parameter(text.substring(colon + 1)), price);
        } catch (IllegalArgumentException badParameter) {
            throw new IllegalArgumentException(
                    "policy '" + text + "': " + badParameter.getMessage() + ", expected one of " + KNOWN, badParameter);
        }
    }

    private static String parameter(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("nothing follows the colon");
        }
        return text;
    }

    private static Price price(String parameter, Price price) {
        return parameter.isEmpty() || parameter.equals("P") ? price : Price.parse(parameter);
    }

    private static PoolPolicy hybrid(String parameter) {
        return new Hybrid(parameter.isEmpty() ? Hybrid.DEFAULT_RANGE : Durations.parse(parameter));
    }

    private static PoolPolicy greedyDual(String parameter) {
        if (!parameter.isEmpty()) {
            throw new IllegalArgumentException("takes no parameter, was '" + parameter + "'");
        }
        return new GreedyDual();
    }

    private static int count(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw new IllegalArgumentException("count must be a whole number from 0 on, was '" + text + "'");
        }
        return Integer.parseInt(text);
    }
}
