package dev.agentperf.simulator.recursion;

import dev.agentperf.AgentType;
import dev.agentperf.simulator.engine.RandomStreams;
import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.workload.ReferenceWorkload;
import dev.agentperf.simulator.workload.WorkloadConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;

/**
 * Workloads that nobody recorded, each a kind of arrivals of its own. Times are in seconds; equal seeds give equal
 * traces.
 */
final class GeneratedTraces {
    private static final double HOUR = 3_600;
    private static final double DAY = 24 * HOUR;

    private final RandomStreams streams;
    private RandomGenerator random;
    private List<Session> sessions = new ArrayList<>();

    GeneratedTraces(long seed) {
        streams = new RandomStreams(seed);
        random = streams.stream("");
    }

    /** The kinds that the policies' constants were chosen on. */
    List<StudiedTrace> tuned() {
        return List.of(
                poisson(60, DAY),
                fast("poisson, one fast type", 4, 10, HOUR),
                timers(40, 0.02, 3 * DAY),
                bursts(40, 5, 2 * DAY),
                diurnal(20, 4 * DAY),
                agents(40, 4 * DAY),
                fewClaims(300, DAY),
                heavyTails(40, 2 * DAY),
                instants("bursts of no length, one type", 7, 2 * HOUR),
                reference(30_000));
    }

    /** The kinds that they were only tried on. */
    List<StudiedTrace> heldOut() {
        return List.of(
                poisson(5, 2 * DAY),
                fast("poisson, one type of long sessions", 0.05, 900, DAY),
                timers(20, 0.2, 2 * DAY),
                bursts(1, 13, HOUR),
                diurnal(1, 7 * DAY),
                agents(4, 7 * DAY),
                fewClaims(40, HOUR),
                fanOuts(10, DAY),
                silences(12, 2 * DAY),
                doublings(6, DAY),
                instants("bursts of no length, slow", 13, 4 * DAY),
                reference(5_000));
    }

    private void begin(String name) {
        random = streams.stream(name);
        sessions = new ArrayList<>();
    }

    private void add(int type, double atSeconds, double lengthSeconds) {
        long start = Math.round((1_000 + atSeconds) * 1e9);
        sessions.add(new Session(
                "", new AgentType("type-" + type), start, start + Math.round(lengthSeconds * 1e9), List.of(), null));
    }

    private void renew(int type, double span, DoubleSupplier gap, DoubleSupplier length) {
        for (double at = gap.getAsDouble(); at < span; at += gap.getAsDouble()) {
            add(type, at, length.getAsDouble());
        }
    }

    private double exponential(double mean) {
        return mean * random.nextExponential();
    }

    private double lognormal(double median, double sigma) {
        return median * Math.exp(sigma * random.nextGaussian());
    }

    private double between(double least, double most) {
        return least * Math.pow(most / least, random.nextDouble());
    }

    private StudiedTrace poisson(int types, double span) {
        begin("poisson, types " + types);
        for (int type = 0; type < types; type++) {
            double mean = between(8, 4 * HOUR);
            double median = between(0.1, 60);
            renew(type, span, () -> exponential(mean), () -> lognormal(median, 0.8));
        }
        return StudiedTrace.of("poisson, types " + types, sessions);
    }

    private StudiedTrace fast(String name, double perSecond, double length, double span) {
        begin(name);
        renew(0, span, () -> exponential(1 / perSecond), () -> exponential(length));
        return StudiedTrace.of(name, sessions);
    }

    private StudiedTrace timers(int types, double jitter, double span) {
        String name = "timers, jitter " + jitter;
        begin(name);
        for (int type = 0; type < types; type++) {
            double period = between(60, 4 * HOUR);
            double length = between(0.1, 30);
            renew(type, span, () -> period * Math.max(0.1, 1 + jitter * random.nextGaussian()), () -> length);
        }
        return StudiedTrace.of(name, sessions);
    }

    /* Hyperexponential gaps: nine of ten within a burst, the tenth so long that the coefficient of variation is met. */
    private StudiedTrace bursts(int types, double variation, double span) {
        String name = "bursts, types " + types;
        begin(name);
        for (int type = 0; type < types; type++) {
            double mean = types == 1 ? 0.4 : between(10, HOUR);
            double median = between(0.5, 30);
            renew(type, span, () -> burstGap(mean, variation), () -> lognormal(median, 0.8));
        }
        return StudiedTrace.of(name, sessions);
    }

    private double burstGap(double mean, double variation) {
        double within = 0.2;
        double pause = 1 / (1 + (variation * variation - 1) / (2 * (1 - within) * (1 - within)));
        return exponential(mean * (random.nextDouble() < pause ? within + (1 - within) / pause : within));
    }

    private StudiedTrace diurnal(int types, double span) {
        String name = "diurnal, types " + types;
        begin(name);
        for (int type = 0; type < types; type++) {
            double peak = types == 1 ? 0.2 : 1 / between(10, HOUR);
            double phase = random.nextDouble();
            double median = between(1, 120);
            for (double at = exponential(1 / peak); at < span; at += exponential(1 / peak)) {
                double day = 0.5 + 0.5 * Math.sin(2 * Math.PI * (at / DAY + phase));
                if (random.nextDouble() < 0.02 + 0.98 * day * day) {
                    add(type, at, lognormal(median, 0.8));
                }
            }
        }
        return StudiedTrace.of(name, sessions);
    }

    /* Bursts of calls that a person begins: geometric with mean 15, lognormal pauses. */
    private StudiedTrace agents(int types, double span) {
        String name = "agents, types " + types;
        begin(name);
        for (int type = 0; type < types; type++) {
            int people = 1 + random.nextInt(6);
            for (int person = 0; person < people; person++) {
                renew(
                        type,
                        span,
                        () -> random.nextDouble() < 1 / 15.0 ? lognormal(2_400, 1.3) : lognormal(8, 0.9),
                        () -> lognormal(4, 1));
            }
        }
        return StudiedTrace.of(name, sessions);
    }

    private StudiedTrace fewClaims(int types, double span) {
        String name = "few claims, types " + types;
        begin(name);
        for (int type = 0; type < types; type++) {
            int claims = (int) between(1, 25);
            double begins = random.nextDouble() * span / 2;
            double lasts = between(30, span / 2);
            double median = between(0.1, 60);
            for (int claim = 0; claim < claims; claim++) {
                add(type, begins + random.nextDouble() * lasts, lognormal(median, 0.5));
            }
        }
        return StudiedTrace.of(name, sessions);
    }

    private StudiedTrace heavyTails(int types, double span) {
        String name = "heavy tails, types " + types;
        begin(name);
        for (int type = 0; type < types; type++) {
            double median = between(2, HOUR);
            double length = between(0.1, 30);
            renew(type, span, () -> lognormal(median, 2), () -> lognormal(length, 1.5));
        }
        return StudiedTrace.of(name, sessions);
    }

    private StudiedTrace instants(String name, double variation, double span) {
        begin(name);
        double mean = span > DAY ? 60 : 0.5;
        renew(0, span, () -> burstGap(mean, variation), () -> 0);
        return StudiedTrace.of(name, sessions);
    }

    /* One agent asks several others at once. */
    private StudiedTrace fanOuts(int types, double span) {
        begin("fan-outs");
        for (int type = 0; type < types; type++) {
            double mean = between(30, HOUR);
            int most = 2 + random.nextInt(30);
            for (double at = exponential(mean); at < span; at += exponential(mean)) {
                int width = 1 + random.nextInt(most);
                for (int i = 0; i < width; i++) {
                    add(type, at + random.nextDouble(), lognormal(15, 0.8));
                }
            }
        }
        return StudiedTrace.of("fan-outs", sessions);
    }

    /* Busy for hours, silent for hours. */
    private StudiedTrace silences(int types, double span) {
        begin("silences");
        for (int type = 0; type < types; type++) {
            double mean = between(2, 300);
            double from = 0;
            while (from < span) {
                double until = from + between(HOUR, 6 * HOUR);
                for (double at = from + exponential(mean); at < until; at += exponential(mean)) {
                    add(type, at, lognormal(10, 0.8));
                }
                from = until + between(HOUR, 12 * HOUR);
            }
        }
        return StudiedTrace.of("silences", sessions);
    }

    /* The load doubles and falls back to a fourth, one step after another. */
    private StudiedTrace doublings(int types, double span) {
        begin("doublings");
        for (int type = 0; type < types; type++) {
            double mean = between(2, 120);
            double level = 1;
            double next = span / 8;
            for (double at = exponential(mean); at < span; at += exponential(mean / level)) {
                if (at > next) {
                    next += span / 8;
                    level = random.nextInt(3) < 2 ? level * 2 : level / 4;
                }
                add(type, at, lognormal(20, 0.8));
            }
        }
        return StudiedTrace.of("doublings", sessions);
    }

    private StudiedTrace reference(int count) {
        return StudiedTrace.of(
                "reference workload, " + count,
                ReferenceWorkload.open(WorkloadConfig.ofSessions(count, 5)),
                session -> true);
    }
}
