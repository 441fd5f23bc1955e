package dev.agentperf.simulator.replay;

import dev.agentperf.simulator.bounds.Bounds;
import dev.agentperf.simulator.result.Bound;
import dev.agentperf.simulator.result.PolicyRun;
import dev.agentperf.simulator.result.SimulationResult;
import dev.agentperf.simulator.result.Timeline;
import dev.agentperf.simulator.result.Timelines;
import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.SessionStream;
import dev.agentperf.simulator.trace.TraceScan;
import dev.agentperf.simulator.world.World;
import dev.agentperf.time.Durations;
import dev.agentperf.time.Workers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Replays one trace under several policies in one pass, each on a core of its own as far as there are cores. */
public final class Replays {
    private static final int BATCH = 32_768;

    private final ReplayConfig config;
    private final LongConsumer progress;
    private final Hints hints;
    private final Supplier<SessionStream> agents;

    /**
     * Creates the replays of one configuration.
     *
     * @param progress hears how many sessions have arrived so far, now and then, on the calling thread
     */
    public Replays(ReplayConfig config, LongConsumer progress) {
        this(config, progress, Hints.NONE, () -> {
            throw new AssertionError("nothing is foreseen");
        });
    }

    /**
     * Creates replays of tool calls of which the pool is told ahead.
     *
     * @param agents opens, from its beginning, the trace of the sessions that make the calls
     */
    public Replays(ReplayConfig config, LongConsumer progress, Hints hints, Supplier<SessionStream> agents) {
        this.config = config;
        this.progress = progress;
        this.hints = hints;
        this.agents = agents;
    }

    /**
     * Reads the trace twice, once to learn its types and its span and once to replay it, and returns the result. The
     * bytes of the result depend on trace, configuration and seed alone, but for {@code wallSeconds}.
     *
     * @param trace opens the trace from its beginning
     * @throws dev.agentperf.simulator.trace.TraceException if the trace cannot be read
     */
    public SimulationResult run(Supplier<SessionStream> trace) {
        TraceScan scan;
        try (SessionStream sessions = trace.get()) {
            scan = TraceScan.of(sessions);
        }
        return run(trace, scan);
    }

    /** Same as {@link #run(Supplier)} for a trace that has been scanned. */
    public SimulationResult run(Supplier<SessionStream> trace, TraceScan scan) {
        return run(trace, scan, replays(scan));
    }

    /** Same as {@link #run(Supplier, TraceScan)}, and records what happens over time. */
    public Recording record(Supplier<SessionStream> trace, TraceScan scan) {
        List<Replay> replays = replays(scan);
        replays.forEach(Replay::record);
        SimulationResult result = run(trace, scan, replays);
        List<Timeline> timelines =
                replays.stream().flatMap(replay -> replay.timeline().stream()).toList();
        return new Recording(result, new Timelines(Timelines.SCHEMA_VERSION, timelines));
    }

    /**
     * A replay's result, and how it came about.
     *
     * @param result what it found
     * @param timelines what happened over time
     */
    public record Recording(SimulationResult result, Timelines timelines) {}

    private List<Replay> replays(TraceScan scan) {
        return config.policies().stream()
                .map(policy -> new Replay(policy, config, scan))
                .toList();
    }

    private SimulationResult run(Supplier<SessionStream> trace, TraceScan scan, List<Replay> replays) {
        Bounds hindsight = new Bounds(config.costModel(), scan, config.ceiling(scan));
        List<PolicyRun> runs;
        List<Foresight> foreseen = foresee(replays);
        try (SessionStream sessions = trace.get()) {
            runs = broadcast(sessions, replays, hindsight);
        } finally {
            foreseen.forEach(Foresight::close);
        }
        List<Bound> bounds = hindsight.finish();
        return new SimulationResult(
                SimulationResult.SCHEMA_VERSION,
                scan.summary(),
                runs.stream().map(run -> Bounds.regret(run, bounds)).toList(),
                bounds,
                assumptions(scan));
    }

    private List<Foresight> foresee(List<Replay> replays) {
        List<Foresight> foreseen = new ArrayList<>();
        if (hints != Hints.NONE) {
            for (Replay replay : replays) {
                Foresight own = new Foresight(hints, agents.get());
                foreseen.add(own);
                replay.foresee(own);
            }
        }
        return foreseen;
    }

    private List<PolicyRun> broadcast(SessionStream sessions, List<Replay> replays, Bounds hindsight) {
        // One more than the replays: what hindsight would have reached is worked out beside them.
        int threads = Math.min(replays.size() + 1, Runtime.getRuntime().availableProcessors());
        ExecutorService executor = Executors.newFixedThreadPool(threads, Workers.daemonThreads("agentperf-replay"));
        try {
            List<Consumer<List<Session>>> audience = new ArrayList<>();
            replays.forEach(replay -> audience.add(replay::accept));
            audience.add(hindsight::accept);
            tell(sessions, audience, executor);
            List<Future<PolicyRun>> runs = replays.stream()
                    .map(replay -> executor.submit(replay::finish))
                    .toList();
            return runs.stream().map(Replays::await).toList();
        } finally {
            executor.shutdownNow();
        }
    }

    /* Each hears the batches in order and at its own pace: the quick ones are one ahead of the slowest, so that no core waits. */
    private void tell(SessionStream sessions, List<Consumer<List<Session>>> audience, Executor executor) {
        List<CompletableFuture<Void>> heard =
                Collections.nCopies(audience.size(), CompletableFuture.completedFuture(null));
        long arrived = 0;
        List<Session> batch = sessions.next(BATCH);
        while (!batch.isEmpty()) {
            List<Session> current = batch;
            List<CompletableFuture<Void>> before = heard;
            heard = IntStream.range(0, audience.size())
                    .mapToObj(i ->
                            before.get(i).thenRunAsync(() -> audience.get(i).accept(current), executor))
                    .toList();
            batch = sessions.next(BATCH);
            before.forEach(Replays::await);
            progress.accept(arrived);
            arrived += current.size();
        }
        heard.forEach(Replays::await);
        progress.accept(arrived);
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("replay interrupted", interrupted);
        }
    }

    private List<String> assumptions(TraceScan scan) {
        List<String> assumptions = new ArrayList<>(scan.notes());
        if (hints != Hints.NONE) {
            assumptions.add("The pool is told " + hints.description()
                    + "; when the call comes, from how long earlier answers took.");
        }
        World world = config.world();
        assumptions.add("A cold start " + world.starts().description()
                + ": the trace does not say how long a container takes, the figure was joined to it.");
        world.hosts().ifPresent(hosts -> assumptions.add(sentence(hosts.description())));
        if (world.hasFaults()) {
            assumptions.add(sentence("made to go wrong: " + world.faults().description()));
        }
        if (!world.isIdeal()) {
            assumptions.add("Hindsight had no part in that: its starts take " + Durations.format(config.coldStart())
                    + " each, on machines that are never short.");
        }
        return assumptions;
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }
}
