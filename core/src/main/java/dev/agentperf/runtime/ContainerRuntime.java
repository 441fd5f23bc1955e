package dev.agentperf.runtime;

import java.util.List;
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
     * Creates a container, starts it and waits until its resident agent has answered. A failed or abandoned creation
     * leaves nothing behind.
     */
    CompletionStage<Container> create(ContainerSpec spec);

    /** Ends the container and removes all that it left. Destroying one that is gone succeeds. */
    CompletionStage<Void> destroy(Container container);

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
     * Ends what the last agent left running, empties what it could write, and proves it.
     *
     * @return whether the container is again as it was after its creation
     */
    CompletionStage<Boolean> reset(Container container);

    /**
     * Tells {@code listener} of every container that ends without {@link #destroy}: its agent exited, the engine killed
     * it for its memory, or someone removed it. Told once a container, on the runtime's own threads; the listener must
     * return soon. A runtime that cannot know tells nothing.
     */
    default void onGone(Consumer<Container> listener) {}

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
