package dev.agentperf.runtime.host;

import static java.util.Objects.requireNonNull;

import dev.agentperf.runtime.Bindings;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerRuntime;
import dev.agentperf.runtime.ExecResult;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * What runtimes have in common whose containers are a {@link Fleet}. Thread-safe.
 *
 * @param <L> what the runtime keeps of a container
 */
public abstract class FleetRuntime<L extends LiveContainer> implements ContainerRuntime {
    private final Fleet<L> fleet;

    /** Creates a runtime around a fleet, which the subclass fills and closes. */
    protected FleetRuntime(Fleet<L> fleet) {
        this.fleet = requireNonNull(fleet, "fleet");
    }

    /** Returns the containers. */
    protected final Fleet<L> fleet() {
        return fleet;
    }

    /** Runs a program in a container and waits for its end. */
    protected abstract ExecResult execute(L container, List<String> command) throws IOException;

    @Override
    public final CompletionStage<Void> destroy(Container container) {
        return fleet.destroy(container);
    }

    @Override
    public final CompletionStage<ExecResult> exec(Container container, List<String> command) {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("command must have at least 1 element, had 0");
        }
        return fleet.call(container, it -> execute(it, command));
    }

    @Override
    public final CompletionStage<String> message(Container container, String line) {
        return fleet.message(container, line);
    }

    @Override
    public final CompletionStage<String> message(Container container, String line, Duration timeout) {
        return fleet.message(container, line, timeout);
    }

    @Override
    public final boolean isAlive(Container container) {
        return fleet.isAlive(container);
    }

    @Override
    public final void onGone(Consumer<Container> listener) {
        fleet.onGone(listener);
    }

    @Override
    public final CompletionStage<Void> bind(Container container, Bindings bindings) {
        return fleet.bind(container, bindings);
    }

    @Override
    public final String sessionToken(Container container) {
        return fleet.find(container).session().token();
    }

    @Override
    public final CompletionStage<Boolean> reset(Container container) {
        return fleet.reset(container);
    }
}
