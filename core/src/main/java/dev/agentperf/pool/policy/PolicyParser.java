package dev.agentperf.pool.policy;

import dev.agentperf.time.Durations;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads policies as users write them: {@code name:parameter}. */
final class PolicyParser {
    private static final Map<String, Function<String, PoolPolicy>> POLICIES = new TreeMap<>(Map.of(
            "fixed", parameter -> PoolPolicy.fixed(count(parameter)),
            "keepalive", parameter -> PoolPolicy.keepAlive(Durations.parse(parameter)),
            "hybrid", PolicyParser::hybrid,
            "breakeven", parameter -> new BreakEven(price(parameter)),
            "hazard", parameter -> new Hazard(price(parameter)),
            "slo", ServiceLevel::parse,
            "greedydual", PolicyParser::greedyDual,
            "adaptive", parameter -> new Adaptive(price(parameter))));
    private static final String KNOWN =
            "fixed:N, keepalive:D, hybrid, breakeven:P, hazard:P, adaptive:P, greedydual, slo:R";

    private PolicyParser() {}

    static PoolPolicy parse(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        Function<String, PoolPolicy> factory = POLICIES.get(name);
        if (factory == null) {
            throw new IllegalArgumentException("unknown policy '" + text + "', expected one of " + KNOWN);
        }
        try {
            return factory.apply(colon < 0 ? "" : parameter(text.substring(colon + 1)));
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

    private static Price price(String parameter) {
        return parameter.isEmpty() ? Price.USUAL : Price.parse(parameter);
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
