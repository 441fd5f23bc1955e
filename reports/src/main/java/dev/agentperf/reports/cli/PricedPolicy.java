package dev.agentperf.reports.cli;

import dev.agentperf.pool.policy.PoolPolicy;
import java.math.BigDecimal;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;

/** A policy as it was written, which may leave its price, or write it as {@code P}, for the command's own to stand. */
record PricedPolicy(String text) {
    private static final Set<String> PRICED = Set.of("breakeven", "hazard", "adaptive");
    private static final String PRICE = ":P";

    /** Returns the policy, at {@code price} where it names none. */
    PoolPolicy at(double price) {
        return PoolPolicy.parse(priced(price));
    }

    private String priced(double price) {
        String name = text.endsWith(PRICE) ? text.substring(0, text.length() - PRICE.length()) : text;
        return PRICED.contains(name) ? name + ":" + BigDecimal.valueOf(price).toPlainString() : text;
    }

    /** Refuses what is no policy at any price. */
    static final class Converter implements ITypeConverter<PricedPolicy> {
        private static final double ANY_PRICE = 1;

        private final PolicyConverter policies = new PolicyConverter();

        @Override
        public PricedPolicy convert(String text) {
            PricedPolicy policy = new PricedPolicy(text);
            policies.convert(policy.priced(ANY_PRICE));
            return policy;
        }
    }
}
