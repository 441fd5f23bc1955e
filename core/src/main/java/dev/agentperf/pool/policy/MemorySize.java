package dev.agentperf.pool.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An amount of memory as people write it: {@code 512MB}, {@code 1.5GiB}. */
record MemorySize(long bytes) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)(MB|MiB|GB|GiB)");

    /** The units; an amount is written in the first of which it is a whole number, else in megabytes. */
    private enum Unit {
        GIB("GiB", 1L << 30),
        GB("GB", 1_000_000_000),
        MIB("MiB", 1L << 20),
        MB("MB", 1_000_000);

        private final String text;
        private final long bytes;

        Unit(String text, long bytes) {
            this.text = text;
            this.bytes = bytes;
        }

        static Unit of(String text) {
            for (Unit unit : values()) {
                if (unit.text.equals(text)) {
                    return unit;
                }
            }
            throw new AssertionError(text);
        }
    }

    static MemorySize parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("memory must look like 512MB or 1.5GiB, was '" + text + "'");
        }
        BigDecimal bytes =
                new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(Unit.of(matcher.group(2)).bytes));
        return new MemorySize(bytes.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    @Override
    public String toString() {
        for (Unit unit : Unit.values()) {
            if (bytes % unit.bytes == 0) {
                return bytes / unit.bytes + unit.text;
            }
        }
        return new BigDecimal(bytes)
                        .movePointLeft(6)
                        .setScale(3, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + Unit.MB.text;
    }
}
