package dev.agentperf.runtime.process;

import static java.util.Objects.requireNonNull;

import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerException;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.runtime.ExecResult;
import dev.agentperf.runtime.StatsFeed;
import dev.agentperf.runtime.host.Fleet;
import dev.agentperf.runtime.host.FleetRuntime;
import dev.agentperf.runtime.host.SampledFeed;
import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;

/**
 * A runtime whose containers are processes of this machine: each is a Java virtual machine of its own with a resident
 * agent, or the program that {@link ContainerSpec#command} names.
 *
 * <p>It is what runs where no container engine does, and its cold starts are real. <b>It isolates nothing</b>: image,
 * limits and hardening of a spec are not enforced, so it is for code that one trusts. A container has an environment of
 * its own (nothing of this process's is inherited but {@code PATH}) and one temporary directory, which is its
 * {@code TMPDIR}. {@link #reset} proves that no process and no file of the container's is left there; a program that
 * drops its environment on purpose escapes that proof.
 *
 * <p>Thread-safe. When this process ends, by whatever way, its running containers end by themselves. The directories
 * that they leave then are removed by the next runtime on this machine.
 */
public final class ProcessRuntime extends FleetRuntime<LiveProcess> {

    /** How long an agent may take to its first answer. */
    static final Duration CREATION_TIMEOUT = Duration.ofSeconds(60);

    private static final String NAME = "process";

    private final Ticker ticker;
    private final Scheduler scheduler;
    private final ProcessLauncher launcher;
    private final ProcessSampler sampler;
    private final LongAdder reaped = new LongAdder();

    /**
     * Creates a runtime without containers.
     *
     * @param ticker dates the statistics
     * @param scheduler runs what blocks, and ends creations that take too long
     */
    public ProcessRuntime(Ticker ticker, Scheduler scheduler) {
        super(new Fleet<>(NAME, scheduler));
        this.ticker = requireNonNull(ticker, "ticker");
        this.scheduler = requireNonNull(scheduler, "scheduler");
        this.launcher = new ProcessLauncher(scheduler);
        this.sampler = new ProcessSampler(ticker);
        scheduler.execute(this::reap);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int startsAtOnce() {
        return Math.max(2, Runtime.getRuntime().availableProcessors());
    }

    @Override
    public CompletionStage<Container> create(ContainerSpec spec) {
        requireNonNull(spec, "spec");
        return fleet().create(() -> {
            LiveProcess live = launcher.launch(spec);
            CompletableFuture<Void> unused = live.process()
                    .onExit()
                    .thenRun(() -> fleet().lost(live.container().id()));
            return live;
        });
    }

    @Override
    public CompletionStage<Void> pause(Container container) {
        return fleet().run(container, LiveProcess::stop);
    }

    @Override
    public CompletionStage<Void> unpause(Container container) {
        return fleet().run(container, LiveProcess::goOn);
    }

    @Override
    protected ExecResult execute(LiveProcess container, List<String> command) throws IOException {
        return container.execute(command);
    }

    @Override
    public List<String> onceCommand(Container container, String line) {
        return launcher.agentCommand("once", line);
    }

    /** Returns where the containers live, each in a directory of its own. */
    Path directory() {
        return launcher.directory();
    }

    @Override
    public CompletionStage<Integer> reconcile() {
        CompletableFuture<Integer> result = new CompletableFuture<>();
        scheduler.execute(() -> result.complete(reap()));
        return result;
    }

    private int reap() {
        int count = launcher.reap();
        reaped.add(count);
        return count;
    }

    @Override
    public long reaped() {
        return reaped.sum();
    }

    /** The sum of what each of its processes had at most, which not all of them need have had at one time. */
    @Override
    public OptionalLong peakMemoryBytes(Container container) {
        return fleet().lookUp(container)
                .map(it -> sampler.peakMemoryBytes(it.process()))
                .orElseGet(OptionalLong::empty);
    }

    @Override
    public StatsFeed openStats(Container container) {
        Process process = fleet().find(container).process();
        return new SampledFeed(() -> sampler.sample(process), process::isAlive, ticker, scheduler);
    }

    @Override
    public void close() {
        try {
            fleet().close();
        } finally {
            closeDirectory();
        }
    }

    private void closeDirectory() {
        try {
            launcher.close();
        } catch (IOException e) {
            throw new ContainerException("the containers' directory could not be deleted: " + e.getMessage(), e);
        }
    }
}
