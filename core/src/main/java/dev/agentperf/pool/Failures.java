package dev.agentperf.pool;

import dev.agentperf.AgentPerfException;
import dev.agentperf.runtime.ContainerException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** What a runtime threw, as what a claim is told. */
final class Failures {
    private Failures() {}

    /** Returns the library's own failure where there is one; all else gets a subject. */
    static AgentPerfException of(String subject, @Nullable Throwable thrown) {
        Throwable cause = thrown instanceof CompletionException wrapped ? wrapped.getCause() : thrown;
        if (cause instanceof AgentPerfException known) {
            return known;
        }
        ContainerException unexpected = new ContainerException(subject + ": " + cause);
        unexpected.initCause(cause);
        return unexpected;
    }
}
