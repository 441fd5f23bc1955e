package dev.agentperf.reports.machine;

import dev.agentperf.reports.model.Environment;
import org.jspecify.annotations.Nullable;

/** Asks whether a container engine answers. */
@FunctionalInterface
public interface EngineProbe {

    /** Asks, and waits for the answer a few seconds at most; never throws for an engine that is not there. */
    Answer ask();

    /**
     * What came back.
     *
     * @param engine the engine that answered, null where none did
     * @param tried where it was looked for, and what happened there, in a few words
     */
    record Answer(Environment.@Nullable Engine engine, String tried) {}
}
