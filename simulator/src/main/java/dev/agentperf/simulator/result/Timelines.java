package dev.agentperf.simulator.result;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * One trace under one or more policies, over time.
 *
 * @param schemaVersion {@value #SCHEMA_VERSION}
 * @param timelines one a policy, in the order asked for
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Timelines(int schemaVersion, List<Timeline> timelines) {

    /** The version of this contract. */
    public static final int SCHEMA_VERSION = 1;

    /** What a replay has that recorded nothing. */
    public static final Timelines NONE = new Timelines(SCHEMA_VERSION, List.of());

    /** Copies the timelines. */
    public Timelines {
        timelines = List.copyOf(timelines);
    }
}
