package dev.agentperf.runtime;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * An engine that runs containers with a resident agent inside.
 *
 * <p>Every call returns at once; its stage completes when the engine has answered, or exceptionally with a
 * {@link ContainerException} or a {@link RuntimeUnavailableException}. Thread-safe. {@link #close} destroys every
 * container that this object created and has not destroyed yet.
 */
public interface ContainerRuntime extends AutoCloseable {

    /** Returns the runtime's name: {@code docker}, {@code process} or {@code simulated}. */
    String name();

    /**
     * Asks the engine whether it answers, which costs it next to nothing: what a pool asks while it is away. A runtime
     * without an engine of its own answers at once.
     */
    default CompletionStage<Void> ping() {
        return CompletableFuture.allOf();
    }

    /**
     * Creates a container, starts it and waits until its resident agent has answered. A failed or abandoned creation
     * leaves nothing behind.
     */
    CompletionStage<Container> create(ContainerSpec spec);

    /** Ends the container and removes all that it left. Destroying one that is gone succeeds. */
    CompletionStage<Void> destroy(Container container);

    /**
     * Returns how many containers are best started at once: more make none ready sooner, for they take the processors
     * from each other, and from the agents at work. At least 1.
     */
    default int startsAtOnce() {
        return 64;
    }

    /** Stops the container's processes where they are; they keep their memory. */
    CompletionStage<Void> pause(Container container);

    /** Lets a paused container go on. */
    CompletionStage<Void> unpause(Container container);

    /**
     * Runs a command inside the container, beside the resident agent.
     *
     * @param command the program and its arguments; at least one element
     */
    CompletionStage<ExecResult> exec(Container container, List<String> command);

    /**
     * Returns the command that makes {@link #exec} start a second agent, which answers one line and ends: what a call
     * costs where no agent is resident.
     *
     * @param line without line breaks
     */
    default List<String> onceCommand(Container container, String line) {
        return List.of("agent", "once", line);
    }

    /**
     * Sends one line to the resident agent.
     *
     * @param line without line breaks
     * @return the agent's answer, one line
     */
    CompletionStage<String> message(Container container, String line);

    /**
     * Sends one line to the resident agent, and gives the agent up if it takes too long: the stage fails,
     * {@link #isAlive} is false from then on, and {@link #onGone} tells of it.
     *
     * @param line without line breaks
     * @param timeout the longest time to an answer, of a container that is not paused; a runtime whose agents cannot
     *     hang may ignore it
     * @return the agent's answer, one line
     */
    default CompletionStage<String> message(Container container, String line, Duration timeout) {
        return message(container, line);
    }

    /**
     * Returns whether the container can be handed out as far as this process knows without asking anyone: it is one of
     * this runtime's, the conversation with its agent is open, and nothing has told of its end. It neither blocks nor
     * allocates, so a claim may ask.
     */
    default boolean isAlive(Container container) {
        return true;
    }

    /**
     * Gives a running container what one claim brings: variables for every program that is started in it from then on
     * (by its agent or by {@link #exec}), and files. It takes one message to the resident agent, so no claim needs a
     * container of its own for what it carries. Binding again adds to what is bound, and replaces what has the same
     * name.
     *
     * <p>{@link #reset} takes everything bound away and proves it. It does not overwrite what the agent's process once
     * had in its memory; tenants that must not trust each other need containers for a single use.
     *
     * @return completes exceptionally with a {@link ContainerException} when the container is gone, when it has no
     *     resident agent that can bind, or when the agent could not (no room for the files); in the last case a part
     *     may be bound
     */
    default CompletionStage<Void> bind(Container container, Bindings bindings) {
        return bindings.isEmpty()
                ? CompletableFuture.allOf()
                : CompletableFuture.failedStage(new ContainerException("runtime " + name()
                        + " has no resident agent that can bind what container " + container.id() + " should get"));
    }

    /**
     * Returns the secret that only this process and what is started in the container know, there as the variable
     * {@code AGENTPERF_SESSION}: a service that a program in the container calls tells by it which container, and which
     * use of it, is calling. Every {@link #reset} replaces it by a new one, and no program ever sees the old one again.
     *
     * @return 128 random bits in hexadecimal; empty if the runtime gives none
     * @throws ContainerException if the container is not one of this runtime's, or any longer
     */
    default String sessionToken(Container container) {
        return "";
    }

    /**
     * Ends what the last agent left running, empties what it could write, takes away what was bound, and proves it.
     * Then the container gets a new {@link #sessionToken}.
     *
     * @return whether the container is again as it was after its creation
     */
    CompletionStage<Boolean> reset(Container container);

    /**
     * Tells {@code listener} of every container that ends without {@link #destroy}: its agent exited or stopped
     * answering, the engine killed it for its memory, or someone removed it. Told once a container, on the runtime's
     * own threads, possibly before the stage of its {@link #create} has completed; {@link #isAlive} is false by then.
     * The container has still to be destroyed. The listener must return soon. A runtime that cannot know tells nothing.
     */
    default void onGone(Consumer<Container> listener) {}

    /**
     * Tells {@code listener} of every container in which the engine has ended a process for its memory: the agent's, or
     * one beside it, after which the container may well go on. Told on the runtime's own threads, before
     * {@link #onGone} where that follows. A runtime that cannot know tells nothing.
     */
    default void onOutOfMemory(Consumer<Container> listener) {}

    /**
     * Returns the most memory that the container has had so far, file cache included, as far as this process can read
     * it by itself without asking the engine; empty otherwise.
     */
    default OptionalLong peakMemoryBytes(Container container) {
        return OptionalLong.empty();
    }

    /**
     * Removes what owners that have certainly ended left of their containers; a runtime does so by itself when it is
     * made, and now and then. Containers are reaped and not adopted: an agent ends with its owner's end of the
     * conversation, so nothing is there to go on with, and nobody has proof of the state in which it was left.
     *
     * @return completes with how many were removed by this call
     */
    default CompletionStage<Integer> reconcile() {
        return CompletableFuture.completedStage(0);
    }

    /** Returns how many containers of owners that had ended this runtime has removed so far. */
    default long reaped() {
        return 0;
    }

    /**
     * Opens a stream of statistics; one call to the engine, however often it is read.
     *
     * @throws ContainerException if the container is not one of this runtime's, or any longer
     */
    StatsFeed openStats(Container container);

    /** Destroys what is left of this runtime's containers. Idempotent. */
    @Override
    void close();
}
