package dev.agentperf.predict;

/** Where a limit comes from, as figures; {@link #sentence} puts them into words. */
public sealed interface Basis {

    /** Returns the reason in words, without the limit itself. */
    String sentence(Resource resource);

    /** No run of the type is known: the configured limit holds. */
    record Configured() implements Basis {
        @Override
        public String sentence(Resource resource) {
            return "no run of this type is known, so the configured value holds";
        }
    }

    /**
     * The mean of the last runs with a buffer on top.
     *
     * @param mean in the resource's unit
     * @param factor what it is multiplied with
     * @param runs how many runs the mean is of
     */
    record BufferedMean(double mean, double factor, int runs) implements Basis {
        @Override
        public String sentence(Resource resource) {
            return Figures.of(factor) + " times the mean of the last " + runs + " runs, " + Figures.of(mean, resource);
        }
    }

    /**
     * The greatest of the few runs known, with an allowance that shrinks with their number.
     *
     * @param greatest in the resource's unit
     * @param factor what it is multiplied with
     * @param runs how many runs there were
     */
    record ShortHistory(double greatest, double factor, long runs) implements Basis {
        @Override
        public String sentence(Resource resource) {
            return Figures.of(factor) + " times the greatest of " + Figures.count(runs, "run") + ", "
                    + Figures.of(greatest, resource);
        }
    }

    /**
     * The latest runs of all other types, for no run of this one is known.
     *
     * @param runs how many runs of other types there were
     */
    record OtherTypes(long runs) implements Basis {
        @Override
        public String sentence(Resource resource) {
            return "no run of this type is known, so it is taken from " + Figures.count(runs, "run") + " of others";
        }
    }

    /**
     * A percentile with a margin on top.
     *
     * @param value the percentile, in the resource's unit
     * @param share which percentile, 0 to 1
     * @param margin what it is multiplied with
     * @param effectiveRuns how many runs of equal weight the histogram is worth
     */
    record BufferedPercentile(double value, double share, double margin, double effectiveRuns) implements Basis {
        @Override
        public String sentence(Resource resource) {
            return Figures.of(margin) + " times the " + Figures.percent(share) + " quantile, "
                    + Figures.of(value, resource) + "; " + Figures.effective(effectiveRuns);
        }
    }

    /**
     * A quantile that follows the misses of its own type.
     *
     * @param share which quantile at present, 0 to 1
     * @param effectiveRuns how many runs of equal weight the histogram is worth
     * @param targetMiss the share of runs that may use more
     */
    record AdaptedQuantile(double share, double effectiveRuns, double targetMiss) implements Basis {
        @Override
        public String sentence(Resource resource) {
            return "the " + Figures.percent(share) + " quantile, moved to keep misses of this type at "
                    + Figures.percent(targetMiss) + "; " + Figures.effective(effectiveRuns);
        }
    }

    /**
     * The balance between room that is not used and runs that need more.
     *
     * @param step how much the next higher limit is above this one, in the resource's unit
     * @param stepSlack what that step would cost, in mean runs
     * @param stepMisses the share of runs that it would save from a miss
     * @param effectiveRuns how many runs of equal weight the histogram is worth
     * @param missPrice what a miss is taken to cost, in mean runs
     */
    record CostBalance(double step, double stepSlack, double stepMisses, double effectiveRuns, double missPrice)
            implements Basis {
        @Override
        public String sentence(Resource resource) {
            return "the next " + Figures.of(step, resource) + " cost " + Figures.percent(stepSlack) + " slack and save "
                    + Figures.percent(stepMisses) + " misses, each priced at " + Figures.of(missPrice)
                    + " mean runs; " + Figures.effective(effectiveRuns);
        }
    }

    /**
     * The limit of another algorithm, multiplied so that the target share of runs misses.
     *
     * @param factor what it is multiplied with at present
     * @param basis where the limit of the other algorithm comes from
     */
    record AdaptedFactor(double factor, Basis basis) implements Basis {
        @Override
        public String sentence(Resource resource) {
            return Figures.of(factor) + " times this, to keep the target: " + basis.sentence(resource);
        }
    }
}
