package dev.agentperf.reports.cli;

import dev.agentperf.pool.policy.PoolPolicy;
import picocli.CommandLine.ITypeConverter;

/** A policy as it was written, which may leave its price to the command. */
record PricedPolicy(String text) {

    /** Returns the policy, at {@code price} where it names none. */
    PoolPolicy at(double price) {
        return PoolPolicy.parse(text, price);
    }

    /** Refuses what is no policy at any price. */
    static final class Converter implements ITypeConverter<PricedPolicy> {
        private final PolicyConverter policies = new PolicyConverter();

        @Override
        public PricedPolicy convert(String text) {
            policies.convert(text);
            return new PricedPolicy(text);
        }
    }
}
