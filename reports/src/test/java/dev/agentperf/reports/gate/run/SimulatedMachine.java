package dev.agentperf.reports.gate.run;

import dev.agentperf.reports.gate.Fork;
import dev.agentperf.reports.gate.Metric;
import dev.agentperf.reports.gate.Side;
import dev.agentperf.simulator.engine.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A shared machine, as measured ones behave: forks that differ by 2 %, iterations that differ by 2 %, a level that
 * drifts as AR(1) with deviation 3 % and rho 0.8 from fork to fork, jumps by 5 % at one fork in twenty, and stalls one
 * iteration in a hundred.
 */
final class SimulatedMachine implements ForkRunner {
    private static final double FORK = 0.02;
    private static final double ITERATION = 0.02;
    private static final double DRIFT = 0.03;
    private static final double RHO = 0.8;
    private static final double SHIFTS = 0.05;
    private static final double SHIFT = 0.05;
    private static final double SPIKES = 0.01;
    private static final int WARMUP = 7;
    private static final int ITERATIONS = 10;
    private static final double SECONDS = 6;

    private final RandomGenerator random;
    private final double growth;
    private double drift;
    private double level;

    /**
     * Creates a machine.
     *
     * @param growth how much more time the head takes, a share
     */
    SimulatedMachine(long seed, double growth) {
        this.random = new RandomStreams(seed).stream("machine");
        this.growth = growth;
    }

    @Override
    public Fork run(ForkTask task) {
        advance();
        double factor = task.side() == Side.HEAD ? Math.log1p(growth) : 0;
        return new Fork(
                Map.of(
                        Metric.CPU.name(), windows(factor),
                        Metric.WALL.name(), windows(factor),
                        Metric.ALLOC.name(), allocations()),
                SECONDS,
                Map.of());
    }

    private void advance() {
        drift = RHO * drift + Math.sqrt(1 - RHO * RHO) * DRIFT * random.nextGaussian();
        if (random.nextDouble() < SHIFTS) {
            level = SHIFT * random.nextGaussian();
        }
    }

    private List<Double> windows(double factor) {
        double fork = Math.log(100) + factor + drift + level + FORK * random.nextGaussian();
        List<Double> windows = new ArrayList<>();
        for (int i = 0; i < WARMUP + ITERATIONS; i++) {
            double spike = random.nextDouble() < SPIKES ? 1 + 4 * random.nextDouble() : 1;
            windows.add(Math.exp(fork + ITERATION * random.nextGaussian()) * spike);
        }
        return windows;
    }

    private List<Double> allocations() {
        List<Double> windows = new ArrayList<>();
        for (int i = 0; i < WARMUP + ITERATIONS; i++) {
            windows.add(48 + 0.01 * random.nextGaussian());
        }
        return windows;
    }
}
