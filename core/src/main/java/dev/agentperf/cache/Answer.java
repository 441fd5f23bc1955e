package dev.agentperf.cache;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A kept answer: the metadata, until when it is fresh, one completed stage for all who ask, and whether a load
 * refreshes it.
 */
record Answer(
        ToolMetadata metadata, long freshUntilNanos, CompletionStage<ToolMetadata> stage, AtomicBoolean refreshing) {

    Answer(ToolMetadata metadata, long freshUntilNanos) {
        this(metadata, freshUntilNanos, CompletableFuture.completedStage(metadata), new AtomicBoolean());
    }

    boolean isShared() {
        return metadata.visibility() == ToolMetadata.Visibility.SHARED;
    }

    boolean isFreshAt(long nowNanos) {
        return nowNanos - freshUntilNanos < 0;
    }
}
