package dev.agentperf.reports.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * How predictors did on recorded usage, each run predicted before it was learned: {@code predictions.json}, the form
 * that {@code predict --json} writes.
 *
 * @param schemaVersion {@value #SCHEMA_VERSION}
 * @param runs one a predictor and resource
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Predictions(int schemaVersion, List<PredictorRun> runs) {

    /** The version of this contract. */
    public static final int SCHEMA_VERSION = 1;

    /** Copies the runs. */
    public Predictions {
        runs = List.copyOf(runs);
    }

    /**
     * One predictor on one resource.
     *
     * @param predictor its name, such as {@code mean-buffer}
     * @param resource {@code memory}, {@code cpu} or {@code duration}
     * @param predictions how many runs were predicted
     * @param missRate the share of runs that used more than predicted, 0 to 1
     * @param slack the mean of max(0, predicted - used) over the mean used
     * @param worstTypeMissRate the miss rate of the agent type that fared worst, 0 to 1
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record PredictorRun(
            String predictor,
            String resource,
            long predictions,
            double missRate,
            double slack,
            double worstTypeMissRate) {}
}
