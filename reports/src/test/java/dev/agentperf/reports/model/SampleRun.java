package dev.agentperf.reports.model;

import dev.agentperf.simulator.capacity.CapacityPlan;
import dev.agentperf.simulator.capacity.HostNeed;
import dev.agentperf.simulator.capacity.TypePlan;
import dev.agentperf.simulator.result.Bound;
import dev.agentperf.simulator.result.PolicyRun;
import dev.agentperf.simulator.result.SimulationResult;
import dev.agentperf.simulator.result.Timeline;
import dev.agentperf.simulator.result.Timelines;
import dev.agentperf.simulator.result.TraceSummary;
import dev.agentperf.simulator.sweep.CellResult;
import dev.agentperf.stats.LatencyRecorder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** A made-up run with every part, and one whose every name is hostile; for tests that need something to show. */
public final class SampleRun {

    /** Markup, quotes, a right-to-left override, a line break, an emoji, an end of script. */
    public static final String HOSTILE =
            "<script>window.pwned=1</script>\"'`\u202Egnp.exe\u2066\n\uD83E\uDD16</script><img src=x onerror=window.pwned=2>";

    private SampleRun() {}

    /** Returns a run in which everything was measured; one target is missed. */
    public static RunReport complete() {
        return named("fixed:", "react", "python agent.py");
    }

    /** Returns the same run with names that attack the page. */
    public static RunReport hostile() {
        return named(HOSTILE, HOSTILE.repeat(100), HOSTILE);
    }

    /** Returns the same run with other policies, whose names begin so. */
    public static RunReport named(String policy) {
        return named(policy, "react", "python agent.py");
    }

    private static RunReport named(String policy, String benchmark, String image) {
        return new RunReport(
                environment(image),
                targets(),
                starts(image),
                pool(image),
                simulation(policy),
                timelines(policy),
                null,
                null,
                predictions(policy),
                jmh(benchmark));
    }

    /** Returns what {@code simulate} leaves. */
    public static RunReport simulated() {
        return new RunReport(
                environment("agents.jsonl"),
                null,
                null,
                null,
                simulation("fixed:"),
                timelines("fixed:"),
                null,
                null,
                null,
                List.of());
    }

    /** Returns what {@code plan} leaves: two types, one of which is late too often on the rest, and a rare one. */
    public static RunReport planned(String name) {
        return planned(
                name,
                List.of(
                        new TypePlan(name, 12, 0.991, 0.993, 4.1, 3_000, 2_800, true, null),
                        new TypePlan("multi-agent", 3, 0.99, 0.955, 1.2, 400, 380, false, "the rest is busier"),
                        new TypePlan("rare", 1, 1.0, null, 1, 4, 0, false, "too few claims: " + name)));
    }

    /** Returns a plan of so many types, {@code type-0} and so on. */
    public static RunReport planned(int types) {
        return planned(
                "agents.jsonl",
                IntStream.range(0, types)
                        .mapToObj(i -> new TypePlan("type-" + i, i, 0.99, 0.99, 1, 1_000 - i, 900, true, null))
                        .toList());
    }

    private static RunReport planned(String name, List<TypePlan> types) {
        CapacityPlan plan = new CapacityPlan(
                CapacityPlan.SCHEMA_VERSION,
                types,
                0.991,
                0.9885,
                6.3,
                new HostNeed(40, 10_240, 256, 12, 2),
                false,
                "the rest is busier",
                List.of("A cold start takes 500ms: the figure was joined to the trace (" + name + ")."));
        return new RunReport(
                environment(name),
                null,
                null,
                null,
                null,
                null,
                new PlannedSizes(
                        PlannedSizes.SCHEMA_VERSION, new PlannedSizes.Level(0.99, 0, 500, "single-use", 0.5, 1), plan),
                null,
                null,
                List.of());
    }

    /** Returns what {@code sweep} leaves: two scenarios under two policies, of which one takes the price. */
    public static RunReport swept(String trace) {
        return new RunReport(
                environment(trace),
                null,
                null,
                null,
                null,
                null,
                null,
                new SweepCells(
                        SweepCells.SCHEMA_VERSION,
                        List.of(
                                cell(trace, "30.0", "fixed:10", 10, 100),
                                cell(trace, "30.0", "adaptive:30", 20, 80),
                                cell(trace, "300.0", "fixed:10", 10, 300),
                                cell(trace, "300.0", "adaptive:300", 12, 330))),
                null,
                List.of());
    }

    private static CellResult cell(String trace, String price, String policy, long cold, double cost) {
        String key = trace + " placement=even seed=1 coldStart=500ms reset=0s reuse=single-use price=" + price
                + " policy=" + policy;
        return new CellResult(key, policy, 1_000, 1_000 - cold, cold, (1_000 - cold) / 1_000.0, 5e4, cost);
    }

    /** Returns what {@code predict} leaves. */
    public static RunReport predicted() {
        return new RunReport(
                environment("usage.jsonl"), null, null, null, null, null, null, null, predictions("vpa"), List.of());
    }

    private static Timelines timelines(String policy) {
        return new Timelines(Timelines.SCHEMA_VERSION, List.of(timeline(policy + "5", 5), timeline(policy + "10", 10)));
    }

    /* A day that repeats: demand swings, the stock is what is left of it, and what it lacks starts cold. */
    private static Timeline timeline(String policy, int size) {
        List<Long> claims = new ArrayList<>();
        List<Long> cold = new ArrayList<>();
        List<Double> mean = new ArrayList<>();
        List<List<Integer>> bands = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < 600; i++) {
            int demand = (int) Math.round(6 + 5 * Math.sin(i / 40.0) + (i % 7));
            int left = Math.max(0, size - demand);
            claims.add((long) demand * 3);
            cold.add((long) Math.max(0, demand - size));
            mean.add(left + 0.5);
            bands.get(0).add(left);
            bands.get(1).add(left + 1);
            bands.get(2).add(Math.max(0, demand - 2));
            bands.get(3).add(demand);
        }
        return new Timeline(policy, 5.8, 4, claims, cold, mean, bands.get(0), bands.get(1), bands.get(2), bands.get(3));
    }

    /** Returns an environment whose warnings, image and command line name {@code name}. */
    public static Environment environment(String name) {
        return new Environment(
                Environment.SCHEMA_VERSION,
                "0.1.0+5b5d1d0",
                "2026-11-23T14:05:09Z",
                "agentperf run --runtime docker --trace " + name + " --out out/first",
                Environment.QUICK,
                42L,
                new Environment.Machine(
                        "Linux (Debian 12)", "6.1.0-28-amd64", "amd64", "AMD EPYC 7B13", 2, 25_276_973_056L, "v2"),
                new Environment.Jvm(
                        "Eclipse Adoptium",
                        "17.0.15+6",
                        "OpenJDK 64-Bit Server VM",
                        List.of("G1 Young Generation", "G1 Old Generation"),
                        List.of("-Xmx1g", "-XX:+UseG1GC")),
                new Environment.Engine("docker", "27.3.1"),
                List.of(
                        "4.20 % of the processor time was stolen by other guests: tails may be theirs, not ours.",
                        "The load was 1.90 on 2 cores before the run began (" + name + ")."));
    }

    /** Returns four targets: three met, one missed. */
    public static Targets targets() {
        return Targets.of(
                StandardTarget.WARM_START_P99.judge(0.612, 200, "docker, warm-live"),
                StandardTarget.TOOL_HIT_RATE.judge(0.9713, 18_240, "replay, fixed:10"),
                StandardTarget.STATS_REDUCTION.judge(0.99962, 1_204_331, "replay at 1 Hz, fixed:10"),
                StandardTarget.RUNS_WITHIN_LIMIT.judge(0.8752, 13_186, "mean-buffer, memory"));
    }

    private static Starts starts(String image) {
        return new Starts(
                Starts.SCHEMA_VERSION,
                "docker",
                image,
                List.of(
                        path(StartPath.COLD, i -> 182 + 40 * tail(i), 1),
                        path(StartPath.WARM_LIVE, i -> 0.11 + 0.05 * tail(i), 0),
                        path(StartPath.WARM_PAUSED, i -> 9.4 + 2.5 * tail(i), 0),
                        path(StartPath.EXEC, i -> 96 + 12 * tail(i), 0)));
    }

    private static PoolLoads pool(String name) {
        PoolFigure p50 = PoolFigure.of("time to interactive, warm, p50", Target.MS, 0.41, 0.4, 0.43, 2_655);
        PoolFigure warm = PoolFigure.of("warm rate", Target.RATIO, 0.981, 0.975, 0.986, 2_706);
        return new PoolLoads(
                PoolLoads.SCHEMA_VERSION,
                "docker",
                name,
                List.of(
                        new PoolLoad("Refill alone", "30 containers", 0, 0, 0, 0, 0, null, List.of()),
                        new PoolLoad(
                                name,
                                "Poisson, 45 claims/s for 60s, " + name,
                                2_706,
                                2_655,
                                49,
                                1,
                                1,
                                "the engine: " + name,
                                List.of(
                                        p50.demanding(Target.Sense.AT_MOST, 1).beside("92 ms: " + name),
                                        warm.demanding(Target.Sense.AT_LEAST, 0.985)))));
    }

    /* An exponential's quantile: deterministic, and long-tailed as starts are. */
    private static double tail(int i) {
        return -Math.log(1 - (i + 0.5) / 200);
    }

    private static StartPath path(String name, IntToDoubleFunction millis, long failures) {
        LatencyRecorder recorder = new LatencyRecorder();
        for (int i = 0; i < 200; i++) {
            recorder.recordNanos(Math.round(millis.applyAsDouble(i) * 1e6));
        }
        return StartPath.of(name, recorder.snapshot(), failures);
    }

    private static SimulationResult simulation(String policy) {
        List<PolicyRun> runs = new ArrayList<>();
        runs.add(run(policy + "5", 19_366, 1_511, 91_230));
        runs.add(run(policy + "10", 19_366, 402, 213_770));
        runs.add(run(policy + "20", 19_366, 31, 471_004));
        runs.add(run("keepalive:10m", 19_366, 288, 388_120));
        return new SimulationResult(
                SimulationResult.SCHEMA_VERSION,
                new TraceSummary(19_366, 118_204, 4, 3_480.2),
                runs,
                List.of(new Bound("clairvoyant", 12, 8_140_000, 12_004), new Bound("no pool", 19_366, 0, 2_904_900)),
                List.of("The trace has no container costs: cold starts of 500 ms were joined to it (" + policy + ")."));
    }

    private static PolicyRun run(String policy, long claims, long cold, double idleSeconds) {
        return new PolicyRun(
                policy,
                claims,
                claims - cold,
                cold,
                (double) (claims - cold) / claims,
                new PolicyRun.Quantiles(0, 0, cold * 100 > claims ? 500 : 0, cold > 20 ? 500 : 0, 500),
                idleSeconds,
                idleSeconds / 3_480.2,
                idleSeconds * 256,
                claims + 10,
                claims - 4,
                61,
                new PolicyRun.ToolCache(18_240, 17_717, 0.9713),
                new PolicyRun.Stats(1_204_331, 458, 0.99962),
                412_887,
                2.31,
                idleSeconds * 0.256 + cold * 150,
                1.37,
                Map.of("clairvoyant", 1.37),
                0,
                null);
    }

    private static SlackCurve curve(String predictor, double atTwo, double atFive, double atTen) {
        return new SlackCurve(
                predictor,
                "memory",
                List.of(
                        new SlackCurve.Point(0.02, 0.02, atTwo),
                        new SlackCurve.Point(0.05, 0.05, atFive),
                        new SlackCurve.Point(0.1, 0.1, atTen)));
    }

    private static Predictions predictions(String name) {
        return new Predictions(
                Predictions.SCHEMA_VERSION,
                List.of(
                        new Predictions.PredictorRun("mean-buffer", "memory", 13_186, 0.1248, 0.31, 0.74, 0.05),
                        new Predictions.PredictorRun("mean-buffer", "duration", 13_186, 0.331, 0.52, 0.81, 0.2),
                        new Predictions.PredictorRun("vpa " + name, "memory", 13_186, 0.0204, 0.438, 0.34, 0.018),
                        new Predictions.PredictorRun("cost", "memory", 13_186, 0.0494, 0.246, 0.52, 0.034)),
                List.of(curve("cost", 0.365, 0.246, 0.163), curve("vpa " + name, 0.428, 0.289, 0.262)));
    }

    private static List<JmhResult> jmh(String name) {
        String cache = "dev.agentperf.jmh.cache.CacheBenchmark.";
        String pool = "dev.agentperf.jmh.pool.PoolBenchmark.";
        return List.of(
                jmh(cache + "hitOurs", Map.of(), 31.2, 1.9, "ns/op"),
                jmh(cache + "hitCaffeine", Map.of(), 24.8, 1.2, "ns/op"),
                jmh(cache + "hitConcurrentHashMap", Map.of(), 9.71, 0.31, "ns/op"),
                jmh(cache + "putOurs", Map.of(), 212, 18, "ns/op"),
                jmh(cache + "putCaffeine", Map.of(), 188, 22, "ns/op"),
                jmh(pool + "claimWarm", Map.of("type", name), 402, Double.NaN, "ns/op"),
                jmh(pool + "claimContended", Map.of("type", name), 1_822, 240, "ns/op"),
                jmh("dev.agentperf.jmh.replay.ReplayBenchmark.events", Map.of(), 1_204_000, 88_000, "ops/s"));
    }

    private static JmhResult jmh(
            String benchmark, Map<String, String> params, double score, double error, String unit) {
        return new JmhResult(
                benchmark,
                unit.startsWith("ops") ? "thrpt" : "avgt",
                1,
                1,
                3,
                params,
                new JmhResult.Metric(score, error, List.of(score - error, score + error), unit),
                Map.of("gc.alloc.rate.norm", new JmhResult.Metric(24, 0.01, List.of(23.99, 24.01), "B/op")));
    }
}
