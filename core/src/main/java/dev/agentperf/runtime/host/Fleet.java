package dev.agentperf.runtime.host;

import static java.util.Objects.requireNonNull;

import dev.agentperf.AgentPerfException;
import dev.agentperf.runtime.Bindings;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerException;
import dev.agentperf.time.Scheduler;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The containers that one runtime has made and not destroyed. It runs the runtime's blocking work on threads of its
 * own, and sees to it that none is lost: not one whose creation was given up, not one that is finished while the
 * runtime closes. Thread-safe.
 *
 * @param <L> what the runtime keeps of a container
 */
public final class Fleet<L extends LiveContainer> implements AutoCloseable {
    /* Ownership.
     * A container is in exactly one of three hands: the creation that makes it (registered in `creations` from before
     * its first step), the map `live`, or the one caller whose remove() took it out of the map and who destroys it.
     * close() first forbids new creations, then waits for those under way, then empties the map; so a creation that
     * finishes late is either in the map when close() empties it or destroys its container itself.
     *
     * Losses.
     * A container that ends by itself stays in the map, because somebody still has to destroy what is left of it; its
     * closed session tells that it is lost, and whoever closes that first tells the listeners. Something may report the
     * end of a container before the map has it. That is why a creation talks to the agent once more after it has put
     * the container there: an end before is met by that, an end after by the report. */

    /* What the runtime itself asks of an agent is answered in milliseconds; ending a container full of processes may
     * take the agent ten seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String runtime;
    private final Scheduler scheduler;
    private final Map<String, L> live = new ConcurrentHashMap<>();
    private final Map<Long, CompletableFuture<Void>> creations = new ConcurrentHashMap<>();
    private final AtomicLong creationNumber = new AtomicLong();
    private final List<Consumer<Container>> lossListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Container>> memoryListeners = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    /**
     * Creates an empty fleet.
     *
     * @param runtime the runtime's name, for messages
     * @param scheduler runs work that blocks, all that it is given at once, and ends what takes too long
     */
    public Fleet(String runtime, Scheduler scheduler) {
        this.runtime = requireNonNull(runtime, "runtime");
        this.scheduler = requireNonNull(scheduler, "scheduler");
    }

    /**
     * Work that blocks.
     *
     * @param <T> what it results in
     */
    @FunctionalInterface
    public interface Work<T> {

        /**
         * Does it.
         *
         * @throws IOException if the container or its agent cannot be reached
         */
        T run() throws IOException;
    }

    /**
     * Work on one container that has a result.
     *
     * @param <L> what the runtime keeps of a container
     * @param <T> what it results in
     */
    @FunctionalInterface
    public interface ContainerWork<L, T> {

        /**
         * Does it.
         *
         * @throws IOException if the container or its agent cannot be reached
         */
        T run(L container) throws IOException;
    }

    /**
     * Work on one container that has no result.
     *
     * @param <L> what the runtime keeps of a container
     */
    @FunctionalInterface
    public interface ContainerAction<L> {

        /**
         * Does it.
         *
         * @throws IOException if the container or its agent cannot be reached
         */
        void run(L container) throws IOException;
    }

    /**
     * Makes a container. If the caller has completed the returned stage meanwhile (cancelled it, say), the container is
     * destroyed.
     *
     * @param creation leaves nothing behind when it fails
     */
    public CompletionStage<Container> create(Work<L> creation) {
        CompletableFuture<Container> result = new CompletableFuture<>();
        CompletableFuture<Void> underWay = new CompletableFuture<>();
        long number = creationNumber.incrementAndGet();
        creations.put(number, underWay);
        scheduler.execute(() -> {
            try {
                create(creation, result);
            } finally {
                creations.remove(number);
                underWay.complete(null);
            }
        });
        return result;
    }

    private void create(Work<L> creation, CompletableFuture<Container> result) {
        try {
            if (closed) {
                throw new ContainerException("runtime " + runtime + " is closed");
            }
            L made = creation.run();
            Container container = made.container();
            live.put(container.id(), made);
            begin(made);
            if (!result.complete(container)) {
                destroyIfLive(container);
            }
        } catch (Throwable failure) {
            result.completeExceptionally(asContainerFailure("container could not be created", failure));
        }
    }

    private void begin(L made) throws IOException {
        Scheduler.Scheduled deadline =
                scheduler.schedule(PATIENCE, () -> made.session().end());
        try {
            made.session().begin(Tokens.next());
        } catch (IOException | RuntimeException e) {
            destroyIfLive(made.container());
            throw e;
        } finally {
            deadline.cancel();
        }
    }

    /** Destroys a container; one that is not in the fleet counts as destroyed. */
    public CompletionStage<Void> destroy(Container container) {
        CompletableFuture<Void> result = new CompletableFuture<>();
        submit("container " + container.id() + " could not be destroyed", result, () -> {
            destroyIfLive(container);
            result.complete(null);
        });
        return result;
    }

    private void destroyIfLive(Container container) throws IOException {
        L gone = live.remove(container.id());
        if (gone == null) {
            return;
        }
        try (AgentSession session = gone.session()) {
            gone.destroy();
        } catch (IOException | RuntimeException e) {
            // Something may be left, and close() or the caller may try again.
            live.putIfAbsent(container.id(), gone);
            throw e;
        }
    }

    /** Returns whether a container is in the fleet and not lost; it neither blocks nor allocates. */
    public boolean isAlive(Container container) {
        L found = live.get(container.id());
        return found != null && found.session().isOpen();
    }

    /** Sends one line to the container's agent, and waits for its answer as long as it takes. */
    public CompletionStage<String> message(Container container, String line) {
        return call(container, talking(trySend(container, line) ? AgentSession::answer : it -> it.ask(line)));
    }

    /* By the caller, if that does not block: the thread that fetches the answer wakes up while the agent works on it. */
    private boolean trySend(Container container, String line) {
        try {
            L found = live.get(container.id());
            return found != null && found.session().trySend(line);
        } catch (IOException | IllegalArgumentException e) {
            // Whoever asks again meets the same, where it is told.
            return false;
        }
    }

    /** Sends one line to the container's agent, and gives the container up for lost if the answer takes too long. */
    public CompletionStage<String> message(Container container, String line, Duration timeout) {
        return within(timeout, container, it -> it.ask(line));
    }

    /** Lets the agent clean the container, and compares what it finds then with what it found first. */
    public CompletionStage<Boolean> reset(Container container) {
        return within(PATIENCE, container, it -> it.reset(Tokens.next()));
    }

    /** Gives the container what a claim brings. */
    public CompletionStage<Void> bind(Container container, Bindings bindings) {
        requireNonNull(bindings, "bindings");
        return bindings.isEmpty()
                ? CompletableFuture.allOf()
                : within(PATIENCE, container, it -> {
                            it.bind(container.id(), bindings);
                            return true;
                        })
                        .thenAccept(bound -> {});
    }

    /** Work on the conversation with one agent. */
    private interface Talk<T> {
        T with(AgentSession session) throws IOException;
    }

    /** Returns work that gives the container up for lost if its agent cannot be spoken to any more. */
    private <T> ContainerWork<L, T> talking(Talk<T> talk) {
        return it -> {
            try {
                return talk.with(it.session());
            } catch (IOException e) {
                lost(it);
                throw e;
            }
        };
    }

    private <T> CompletionStage<T> within(Duration limit, Container container, Talk<T> talk) {
        CompletableFuture<T> result = new CompletableFuture<>();
        AtomicBoolean settled = new AtomicBoolean();
        Scheduler.Scheduled deadline = scheduler.schedule(limit, () -> {
            if (settled.compareAndSet(false, true)) {
                lost(container.id());
                result.completeExceptionally(new ContainerException(
                        "the agent of container " + container.id() + " must answer within " + limit + ", did not"));
            }
        });
        call(container, talking(talk)).whenComplete((answer, failure) -> {
            if (settled.compareAndSet(false, true)) {
                deadline.cancel();
                complete(result, answer, failure);
            }
        });
        return result;
    }

    private static <T> void complete(CompletableFuture<T> result, T answer, @Nullable Throwable failure) {
        if (failure == null) {
            result.complete(answer);
        } else {
            result.completeExceptionally(failure);
        }
    }

    /**
     * Tells {@code listener} of every container that ends without {@link #destroy}, once each.
     *
     * @param listener must return soon
     */
    public void onGone(Consumer<Container> listener) {
        lossListeners.add(requireNonNull(listener, "listener"));
    }

    /** Gives a container up for lost, if it is in the fleet and nobody has done so before: it has ended by itself. */
    public void lost(String id) {
        L found = live.get(id);
        if (found != null) {
            lost(found);
        }
    }

    private void lost(L container) {
        if (container.session().end() && contains(container.container().id())) {
            lossListeners.forEach(it -> it.accept(container.container()));
        }
    }

    /**
     * Tells {@code listener} of every container in which a process was ended for its memory.
     *
     * @param listener must return soon
     */
    public void onOutOfMemory(Consumer<Container> listener) {
        memoryListeners.add(requireNonNull(listener, "listener"));
    }

    /** Tells that a process of a container was ended for its memory, if the container is in the fleet. */
    public void outOfMemory(String id) {
        L found = live.get(id);
        if (found != null) {
            memoryListeners.forEach(it -> it.accept(found.container()));
        }
    }

    /** Returns whether a container is in the fleet, lost or not. */
    public boolean contains(String id) {
        return live.containsKey(id);
    }

    /** Returns the identifiers of the containers in the fleet, lost ones among them. */
    public Set<String> ids() {
        return Set.copyOf(live.keySet());
    }

    /** Does work on a container of the fleet; the stage fails if it is not there, or any longer. */
    public <T> CompletionStage<T> call(Container container, ContainerWork<L, T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        submit("container " + container.id(), result, () -> result.complete(work.run(find(container))));
        return result;
    }

    /** Does work on a container of the fleet; the stage fails if it is not there, or any longer. */
    public CompletionStage<Void> run(Container container, ContainerAction<L> work) {
        CompletableFuture<Void> result = new CompletableFuture<>();
        submit("container " + container.id(), result, () -> {
            work.run(find(container));
            result.complete(null);
        });
        return result;
    }

    /**
     * Returns what the runtime keeps of a container.
     *
     * @throws ContainerException if it is not in the fleet
     */
    public L find(Container container) {
        return lookUp(container)
                .orElseThrow(() ->
                        new ContainerException("container " + container.id() + " is not one of runtime " + runtime));
    }

    /** Returns what the runtime keeps of a container; empty if it is not in the fleet, or any longer. */
    public Optional<L> lookUp(Container container) {
        return Optional.ofNullable(live.get(container.id()));
    }

    /** A task that completes a stage, or fails and leaves that to its caller. */
    private interface Task {
        void run() throws IOException;
    }

    private void submit(String subject, CompletableFuture<?> result, Task task) {
        scheduler.execute(() -> {
            try {
                task.run();
            } catch (Throwable failure) {
                result.completeExceptionally(asContainerFailure(subject, failure));
            }
        });
    }

    private static Throwable asContainerFailure(String subject, Throwable failure) {
        if (failure instanceof AgentPerfException || failure instanceof IllegalArgumentException) {
            return failure;
        }
        String reason = String.valueOf(failure.getMessage()).replaceAll("\\s+", " ");
        return new ContainerException(subject + ": " + reason, failure);
    }

    /**
     * Waits for creations under way, then destroys every container. Idempotent.
     *
     * @throws AgentPerfException if one could not be destroyed; all have been tried
     */
    @Override
    public void close() {
        closed = true;
        creations.values().forEach(CompletableFuture::join);
        CompletableFuture<?>[] ends = live.values().stream()
                .map(it -> destroy(it.container()).toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof AgentPerfException failure ? failure : e;
        }
    }
}
