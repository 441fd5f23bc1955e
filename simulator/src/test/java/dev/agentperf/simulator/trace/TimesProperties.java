package dev.agentperf.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

/** The java.time library is the oracle. */
final class TimesProperties {
    private static final long YEAR_1678 = -9_214_560_000L;
    private static final long YEAR_2261 = 9_183_110_400L;

    @Property
    void parse_anyInstant_agreesWithTheJdk(
            @ForAll @LongRange(min = YEAR_1678, max = YEAR_2261) long seconds,
            @ForAll @IntRange(max = 999_999_999) int nano,
            @ForAll @IntRange(min = -18, max = 18) int hours) {
        Instant instant = Instant.ofEpochSecond(seconds, nano);
        OffsetDateTime local = instant.atOffset(ZoneOffset.ofHours(hours));
        if (local.getYear() < 1678) {
            return;
        }

        long parsed = Times.parse(
                local.toLocalDate() + "T" + local.toLocalTime().withNano(0).plusNanos(nano)
                        + (local.getSecond() == 0 && nano == 0 ? ":00" : "") + local.getOffset());

        assertThat(parsed).isEqualTo(seconds * 1_000_000_000 + nano);
    }

    @Property
    void parseSeconds_anyDecimal_agreesWithBigDecimal(
            @ForAll @LongRange(min = -9_000_000_000L, max = 9_000_000_000L) long whole,
            @ForAll @NumericChars @StringLength(max = 14) String decimals) {
        String text = decimals.isEmpty() ? Long.toString(whole) : whole + "." + decimals;
        BigDecimal expected = new BigDecimal(text).movePointRight(9).setScale(0, RoundingMode.HALF_UP);

        assertThat(Seconds.parse(text)).isEqualTo(expected.longValueExact());
    }

    @Property
    void format_anyNanoseconds_parsesBack(@ForAll long nanos) {
        assertThat(Seconds.parse(Seconds.format(nanos))).isEqualTo(nanos);
    }

    @Property
    void format_anyTime_parsesBack(@ForAll @LongRange(min = YEAR_1678, max = YEAR_2261) long seconds) {
        long nanos = seconds * 1_000_000_000 + 7;

        assertThat(Times.parse(Times.format(nanos))).isEqualTo(nanos);
    }
}
