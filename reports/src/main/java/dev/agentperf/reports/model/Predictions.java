package dev.agentperf.reports.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How predictors did on recorded usage, each run predicted before it was learned: {@code predictions.json}, the form
 * that {@code predict --json} writes.
 *
 * @param schemaVersion {@value #SCHEMA_VERSION}
 * @param runs one a predictor and resource
 * @param curves one a predictor and resource: slack at other miss rates; empty where they were not asked for
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Predictions(int schemaVersion, List<PredictorRun> runs, List<SlackCurve> curves) {

    /** The version of this contract. */
    public static final int SCHEMA_VERSION = 1;

    /** Copies the lists; an absent one is empty. */
    public Predictions(int schemaVersion, List<PredictorRun> runs, @Nullable List<SlackCurve> curves) {
        this.schemaVersion = schemaVersion;
        this.runs = List.copyOf(runs);
        this.curves = curves == null ? List.of() : List.copyOf(curves);
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
     * @param shortfall the mean of max(0, used - predicted) over the mean used
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record PredictorRun(
            String predictor,
            String resource,
            long predictions,
            double missRate,
            double slack,
            double worstTypeMissRate,
            double shortfall) {}
}
