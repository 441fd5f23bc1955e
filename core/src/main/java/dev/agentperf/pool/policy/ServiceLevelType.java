package dev.agentperf.pool.policy;

import java.util.OptionalDouble;

/** {@link ServiceLevel} for one type. */
final class ServiceLevelType implements TypePolicy {
    private final ServiceLevel level;
    private final ContainerCosts costs;
    private final EmptyPlaces places;
    private final LeadTimeDemand demand = new LeadTimeDemand();
    private final Shortfall shortfall = new Shortfall();
    private int stock;

    ServiceLevelType(ServiceLevel level, ContainerCosts costs) {
        this.level = level;
        this.costs = costs;
        this.places = new EmptyPlaces(costs);
        this.stock = level.bounds().clamp(0, costs.memoryBytes());
    }

    @Override
    public int stock(long nowNanos) {
        return stock;
    }

    @Override
    public boolean learnsFromClaims() {
        return true;
    }

    @Override
    public void claimed(long nowNanos, boolean warm) {
        int empty = places.count(nowNanos);
        int place = places.take(nowNanos);
        demand.add(place, empty);
        shortfall.add(place < stock, warm);
        stock = level.bounds().clamp(demand.leastStock(shortfall.aimFor(level.warmRate())), costs.memoryBytes());
    }

    @Override
    public void finished(long nowNanos) {
        places.finished();
    }

    @Override
    public OptionalDouble predictedWarmRate() {
        return demand.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.max(0, demand.warmRate(stock) - shortfall.share()));
    }
}
