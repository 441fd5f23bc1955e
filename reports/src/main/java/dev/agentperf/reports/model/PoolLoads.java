package dev.agentperf.reports.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * The warm pool under load on a real runtime: {@code pool.json}.
 *
 * @param schemaVersion {@value #SCHEMA_VERSION}
 * @param runtime the runtime that was measured: {@code docker} or {@code process}
 * @param image what was started: an image's name, or a program's
 * @param loads one a load, in the order in which they ran
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PoolLoads(int schemaVersion, String runtime, String image, List<PoolLoad> loads) {

    /** The version of this contract. */
    public static final int SCHEMA_VERSION = 1;

    /** Copies the loads. */
    public PoolLoads {
        loads = List.copyOf(loads);
    }
}
