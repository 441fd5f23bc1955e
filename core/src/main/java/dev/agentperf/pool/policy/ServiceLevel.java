package dev.agentperf.pool.policy;

import dev.agentperf.AgentType;

/**
 * {@code slo:R}: the smallest stock that serves the share R of claims warm, given how long a taken place stays empty:
 * one measured cold start where containers serve once, after the wait that the pool's bounds on refills impose; the use
 * where they are reused. Adapts claim by claim.
 *
 * <p>A claim that finds no ready container gets one made outside the stock, so the stock is a loss system. Where claims
 * look Poisson, its loss is Erlang's formula B of the offered load, whatever the distribution of the time
 * ({@link ErlangB}). Where they do not, {@link LeadTimeDemand} knows what every stock would have served of the claims
 * that came. What was cold although the model had a container ready for it is taken off what may be cold, down to a
 * quarter of it ({@link Shortfall}).
 *
 * <p>Further parts, as in {@code slo:0.99:min=2:max=50:memory=8GiB}, bound the stock of each type: {@code min} is the
 * floor, kept from the start on, 1 where it is not said; {@code max} the ceiling; {@code memory} what the containers of
 * the stock may hold together.
 *
 * <p>Its half-lives were chosen on the Azure LLM 2023 and Azure Functions 2019 traces: half-lives from 500 to 4,000 and
 * from 100 to 500 claims hardly differ.
 */
record ServiceLevel(double warmRate, StockBounds bounds) implements PoolPolicy {

    ServiceLevel {
        if (!(warmRate > 0 && warmRate < 1)) {
            throw new IllegalArgumentException("warm rate must be between 0 and 1, was " + warmRate);
        }
    }

    static ServiceLevel parse(String text) {
        int colon = text.indexOf(':');
        String rate = colon < 0 ? text : text.substring(0, colon);
        if (!rate.matches("0?\\.\\d{1,9}")) {
            throw new IllegalArgumentException("warm rate must be a share such as 0.99, was '" + rate + "'");
        }
        return new ServiceLevel(
                Double.parseDouble(rate),
                colon < 0 ? StockBounds.DEFAULT : StockBounds.parse(text.substring(colon + 1)));
    }

    @Override
    public String name() {
        return "slo:" + warmRate + bounds;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the memory budget has no room for the floor of this type
     */
    @Override
    public TypePolicy forType(AgentType type, ContainerCosts costs) {
        bounds.requireRoom(type, costs.memoryBytes());
        return new ServiceLevelType(this, costs);
    }
}
