package dev.agentperf.simulator.trace;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Points in time as nanoseconds since the epoch. */
final class Times {
    private static final int FIRST_YEAR = 1678;
    private static final int LAST_YEAR = 2261;
    private static final int DATE_AND_TIME = "yyyy-MM-ddTHH:mm:ss".length();
    private static final int SECONDS_A_DAY = 86_400;
    private static final int FEWEST_MILLIS_DIGITS = 12;

    private Times() {}

    /**
     * Reads a time: ISO-8601 (a space may stand for the T; without a zone it is UTC) or epoch seconds.
     *
     * @throws IllegalArgumentException if it is neither, or outside the years 1678 to 2261
     */
    static long parse(String text) {
        return isDate(text) ? new Iso(text).nanos() : Seconds.parse(text);
    }

    /**
     * Reads a time as {@link #parse} does, or epoch milliseconds: a number of twelve digits and more, which as seconds
     * would lie past the year 5000. Empty text is no time, null.
     */
    static @Nullable Long parseAnyUnit(String text) {
        if (text.isBlank()) {
            return null;
        }
        boolean millis = !isDate(text) && digitsBeforePoint(text) >= FEWEST_MILLIS_DIGITS;
        return millis ? Seconds.parseMillis(text) : parse(text);
    }

    private static int digitsBeforePoint(String text) {
        int digits = 0;
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        return digits;
    }

    /** Returns whether {@code text} is a date and time without a zone. */
    static boolean lacksZone(String text) {
        return isDate(text) && text.indexOf('Z') < 0 && text.indexOf('+') < 0 && text.lastIndexOf('-') < DATE_AND_TIME;
    }

    /** Returns {@code nanos} as ISO-8601 in UTC; {@link #parse} gives {@code nanos} back. */
    static String format(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, Seconds.NANOS), Math.floorMod(nanos, Seconds.NANOS))
                .toString();
    }

    private static boolean isDate(String text) {
        return text.length() > 4 && text.charAt(4) == '-';
    }

    /* Written by hand because the JDK's parser takes longer than all the rest of reading a row, and because it has no
    pattern that takes any number of decimals with either separator. */
    private static final class Iso {
        private final String text;
        private int at;

        Iso(String text) {
            this.text = text;
        }

        long nanos() {
            long seconds = date() * SECONDS_A_DAY + timeOfDay();
            long fraction = fraction();
            seconds -= offsetSeconds();
            require(at == text.length());
            return Math.addExact(Math.multiplyExact(seconds, Seconds.NANOS), fraction);
        }

        private long date() {
            int year = number(4);
            expect("-");
            int month = number(2);
            expect("-");
            int day = number(2);
            if (year < FIRST_YEAR || year > LAST_YEAR) {
                throw new IllegalArgumentException("time " + Excerpt.of(text)
                        + " is out of range, expected a year from " + FIRST_YEAR + " to " + LAST_YEAR);
            }
            try {
                return LocalDate.of(year, month, day).toEpochDay();
            } catch (DateTimeException e) {
                throw malformed();
            }
        }

        private int timeOfDay() {
            expect("Tt ");
            int hour = number(2);
            expect(":");
            int minute = number(2);
            expect(":");
            int second = number(2);
            require(hour < 24 && minute < 60 && second < 60);
            return (hour * 60 + minute) * 60 + second;
        }

        private long fraction() {
            if (at >= text.length() || (text.charAt(at) != '.' && text.charAt(at) != ',')) {
                return 0;
            }
            at++;
            long nanos = 0;
            long unit = Seconds.NANOS / 10;
            int first = at;
            for (; at < text.length() && isDigit(text.charAt(at)); at++) {
                // Digits beyond the ninth are dropped: a clock that fine does not exist.
                nanos += unit * (text.charAt(at) - '0');
                unit /= 10;
            }
            require(at > first);
            return nanos;
        }

        private int offsetSeconds() {
            if (at >= text.length()) {
                return 0;
            }
            char sign = text.charAt(at++);
            if (sign == 'Z' || sign == 'z') {
                return 0;
            }
            require(sign == '+' || sign == '-');
            int hours = number(2);
            if (at < text.length() && text.charAt(at) == ':') {
                at++;
            }
            int minutes = at < text.length() ? number(2) : 0;
            require(hours <= 18 && minutes < 60);
            int seconds = (hours * 60 + minutes) * 60;
            return sign == '-' ? -seconds : seconds;
        }

        private int number(int digits) {
            require(at + digits <= text.length());
            int value = 0;
            for (int end = at + digits; at < end; at++) {
                require(isDigit(text.charAt(at)));
                value = value * 10 + text.charAt(at) - '0';
            }
            return value;
        }

        private void expect(String oneOf) {
            require(at < text.length() && oneOf.indexOf(text.charAt(at)) >= 0);
            at++;
        }

        private void require(boolean condition) {
            if (!condition) {
                throw malformed();
            }
        }

        private IllegalArgumentException malformed() {
            return new IllegalArgumentException("time " + Excerpt.of(text) + " is neither ISO-8601 nor epoch seconds");
        }

        private static boolean isDigit(char c) {
            return c >= '0' && c <= '9';
        }
    }
}
