package dev.agentperf.pool.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads policies as users write them: {@code name:parameter}. */
final class PolicyParser {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,9})?)(ms|s|m|h|d)");
    private static final Map<String, Long> UNIT_NANOS = Map.of(
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "m", 60_000_000_000L,
            "h", 3_600_000_000_000L,
            "d", 86_400_000_000_000L);
    private static final Map<String, Function<String, PoolPolicy>> POLICIES = new TreeMap<>(Map.of(
            "fixed", parameter -> PoolPolicy.fixed(count(parameter)),
            "keepalive", parameter -> PoolPolicy.keepAlive(duration(parameter))));
    private static final String KNOWN = "fixed:N, keepalive:D";

    private PolicyParser() {}

    static PoolPolicy parse(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        Function<String, PoolPolicy> factory = POLICIES.get(name);
        if (factory == null) {
            throw new IllegalArgumentException("unknown policy '" + text + "', expected one of " + KNOWN);
        }
        try {
            return factory.apply(colon < 0 ? "" : text.substring(colon + 1));
        } catch (IllegalArgumentException badParameter) {
            throw new IllegalArgumentException(
                    "policy '" + text + "': " + badParameter.getMessage() + ", expected one of " + KNOWN, badParameter);
        }
    }

    private static int count(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw new IllegalArgumentException("count must be a whole number from 0 on, was '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    private static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("duration must look like 500ms, 90s, 10m or 1h, was '" + text + "'");
        }
        BigDecimal nanos =
                new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(UNIT_NANOS.get(matcher.group(2))));
        if (nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new IllegalArgumentException("duration must be shorter than 292 years, was '" + text + "'");
        }
        return Duration.ofNanos(nanos.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    /** Writes a duration as {@link #duration} reads it, in the largest unit that divides it. */
    static String format(Duration duration) {
        long nanos = duration.toNanos();
        for (String unit : new String[] {"d", "h", "m", "s"}) {
            if (nanos != 0 && nanos % UNIT_NANOS.get(unit) == 0) {
                return nanos / UNIT_NANOS.get(unit) + unit;
            }
        }
        return BigDecimal.valueOf(nanos, 6).stripTrailingZeros().toPlainString() + "ms";
    }
}
