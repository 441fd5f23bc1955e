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
}
