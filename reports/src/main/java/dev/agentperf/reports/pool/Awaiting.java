package dev.agentperf.reports.pool;

import dev.agentperf.AgentPerfException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** How a measurement waits for what it has started: by blocking, or by driving a virtual clock. */
interface Awaiting {

    /**
     * Waits.
     *
     * @return the stage's result
     * @throws AgentPerfException if the stage failed with one
     */
    <T> T await(CompletionStage<T> stage);

    /** Returns the way that blocks the calling thread. */
    static Awaiting blocking() {
        return new Awaiting() {
            @Override
            public <T> T await(CompletionStage<T> stage) {
                try {
                    return stage.toCompletableFuture().join();
                } catch (CompletionException failed) {
                    if (failed.getCause() instanceof AgentPerfException known) {
                        throw known;
                    }
                    throw failed;
                }
            }
        };
    }
}
