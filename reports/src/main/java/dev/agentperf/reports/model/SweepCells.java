package dev.agentperf.reports.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.agentperf.simulator.sweep.CellResult;
import java.util.List;

/**
 * What came of a grid: {@code sweep.json}.
 *
 * @param schemaVersion {@value #SCHEMA_VERSION}
 * @param cells one a scenario and policy, as {@code sweep --out} writes them
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SweepCells(int schemaVersion, List<CellResult> cells) {

    /** The version of this contract. */
    public static final int SCHEMA_VERSION = 1;

    /** Copies the cells. */
    public SweepCells {
        cells = List.copyOf(cells);
    }
}
