package dev.agentperf.runtime.host;

import static java.util.Objects.requireNonNull;

import dev.agentperf.AgentPerfException;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

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
     * finishes late is either in the map when close() empties it or destroys its container itself. */

    private final String runtime;
    private final Executor workers;
    private final Map<String, L> live = new ConcurrentHashMap<>();
    private final Map<Long, CompletableFuture<Void>> creations = new ConcurrentHashMap<>();
    private final AtomicLong creationNumber = new AtomicLong();
    private volatile boolean closed;

    /**
     * Creates an empty fleet.
     *
     * @param runtime the runtime's name, for messages
     * @param workers runs work that blocks, all that it is given at once
     */
    public Fleet(String runtime, Executor workers) {
        this.runtime = requireNonNull(runtime, "runtime");
        this.workers = requireNonNull(workers, "workers");
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
        workers.execute(() -> {
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
            if (!result.complete(container)) {
                destroyIfLive(container);
            }
        } catch (Throwable failure) {
            result.completeExceptionally(asContainerFailure("container could not be created", failure));
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
        try (AgentLink link = gone.link()) {
            gone.destroy();
        } catch (IOException | RuntimeException e) {
            // Something may be left, and close() or the caller may try again.
            live.putIfAbsent(container.id(), gone);
            throw e;
        }
    }

    /** Sends one line to the container's agent. */
    public CompletionStage<String> message(Container container, String line) {
        return call(container, it -> it.link().ask(line));
    }

    /** Lets the agent clean the container, and compares what it finds then with what it found first. */
    public CompletionStage<Boolean> reset(Container container) {
        return call(container, it -> {
            String now = it.link().ask("reset");
            return !it.pristine().isEmpty() && it.pristine().equals(now);
        });
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
        L found = live.get(container.id());
        if (found == null) {
            throw new ContainerException("container " + container.id() + " is not one of runtime " + runtime);
        }
        return found;
    }

    /** A task that completes a stage, or fails and leaves that to its caller. */
    private interface Task {
        void run() throws IOException;
    }

    private void submit(String subject, CompletableFuture<?> result, Task task) {
        workers.execute(() -> {
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
