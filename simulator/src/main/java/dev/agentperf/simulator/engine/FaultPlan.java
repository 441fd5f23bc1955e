package dev.agentperf.simulator.engine;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Which operations go wrong, and how, drawn from a seed: the same plan gives the same faults to the same sequence of
 * operations. Not thread-safe.
 */
public final class FaultPlan {
    private final Rates rates;
    private final RandomGenerator random;

    /** Creates the plan of one run. */
    public FaultPlan(Rates rates, RandomGenerator random) {
        this.rates = requireNonNull(rates, "rates");
        this.random = requireNonNull(random, "random");
    }

    /**
     * How often things go wrong; each a probability from 0 to 1.
     *
     * @param fail an operation fails at the end of its time
     * @param hang an operation never ends
     * @param slow an operation takes ten times as long
     * @param unclean a reset does not clean
     * @param death a container dies on its own while it is ready or in use
     */
    public record Rates(double fail, double hang, double slow, double unclean, double death) {

        private static final List<String> NAMES = List.of("fail", "hang", "slow", "unclean", "death");

        /** Nothing goes wrong. */
        public static final Rates NONE = new Rates(0, 0, 0, 0, 0);

        /** Validates every rate. */
        public Rates {
            for (double rate : new double[] {fail, hang, slow, unclean, death}) {
                if (!(rate >= 0 && rate <= 1)) {
                    throw new IllegalArgumentException("rates must be from 0 to 1, was " + rate);
                }
            }
        }

        /**
         * Reads rates as a user writes them: {@code fail=0.01,death=0.001}; what is not named is 0.
         *
         * @throws IllegalArgumentException if a name is unknown or a rate is no number from 0 to 1
         */
        public static Rates parse(String text) {
            Map<String, Double> rates = new HashMap<>();
            for (String part : text.split(",", -1)) {
                String[] pair = part.split("=", 2);
                if (pair.length < 2 || !NAMES.contains(pair[0])) {
                    throw new IllegalArgumentException("faults must look like fail=0.01,death=0.001 and name some of "
                            + String.join(", ", NAMES) + ", was '" + part + "'");
                }
                rates.put(pair[0], rate(part, pair[1]));
            }
            return new Rates(
                    rates.getOrDefault("fail", 0.0),
                    rates.getOrDefault("hang", 0.0),
                    rates.getOrDefault("slow", 0.0),
                    rates.getOrDefault("unclean", 0.0),
                    rates.getOrDefault("death", 0.0));
        }

        private static double rate(String part, String number) {
            try {
                return Double.parseDouble(number);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("rates must be from 0 to 1, was '" + part + "'");
            }
        }

        /** Returns the rates as {@link #parse} reads them. */
        public String description() {
            return "fail=" + fail + ",hang=" + hang + ",slow=" + slow + ",unclean=" + unclean + ",death=" + death;
        }
    }

    /** What becomes of one operation. */
    public enum Fate {
        /** It succeeds. */
        SUCCEEDS,
        /** It fails at the end of its time. */
        FAILS,
        /** It never ends. */
        HANGS,
        /** It succeeds after ten times its time. */
        CRAWLS
    }

    /** Draws what becomes of the next operation. */
    public Fate next() {
        double draw = random.nextDouble();
        if (draw < rates.fail) {
            return Fate.FAILS;
        }
        if (draw < rates.fail + rates.hang) {
            return Fate.HANGS;
        }
        return draw < rates.fail + rates.hang + rates.slow ? Fate.CRAWLS : Fate.SUCCEEDS;
    }

    /** Draws whether the next reset cleans. */
    public boolean cleans() {
        return random.nextDouble() >= rates.unclean;
    }

    /** Draws whether the next container dies on its own. */
    public boolean dies() {
        return random.nextDouble() < rates.death;
    }

    /** Draws a time up to {@code most}, uniformly. */
    public Duration within(Duration most) {
        return Duration.ofNanos((long) (random.nextDouble() * most.toNanos()));
    }
}
