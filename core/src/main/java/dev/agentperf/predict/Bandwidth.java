package dev.agentperf.predict;

/**
 * How far each run is spread over its neighbours: so that the first runs, each left out in turn, are most likely under
 * the others (leave-one-out likelihood; Silverman 1986, 3.4.4). Runs in tight clusters keep sharp, and those that are
 * spread wide, as time mostly is, are not taken for what happened to come by.
 */
final class Bandwidth {
    private static final double LEAST = 0.015;
    private static final double MOST = 0.2;
    private static final double GROWTH = Math.sqrt(2);

    /** No run is impossible: what keeps a single far one from deciding alone. */
    private static final double FLOOR = 1e-9;

    private Bandwidth() {}

    /**
     * Returns the likeliest of 1.5 %, 2.1 %, 3 % and so on to 17 %, the narrowest of equals.
     *
     * @param logs natural logarithms of runs, at least two
     */
    static double of(double[] logs) {
        double best = LEAST;
        double most = Double.NEGATIVE_INFINITY;
        for (double bandwidth = LEAST; bandwidth <= MOST; bandwidth *= GROWTH) {
            double likelihood = logLikelihood(logs, bandwidth);
            if (likelihood > most) {
                most = likelihood;
                best = bandwidth;
            }
        }
        return best;
    }

    private static double logLikelihood(double[] logs, double bandwidth) {
        double sum = 0;
        for (int left = 0; left < logs.length; left++) {
            sum += Math.log(FLOOR + densityWithout(left, logs, bandwidth));
        }
        return sum;
    }

    private static double densityWithout(int left, double[] logs, double bandwidth) {
        double density = 0;
        for (int other = 0; other < logs.length; other++) {
            double distance = (logs[left] - logs[other]) / bandwidth;
            density += other == left ? 0 : Math.exp(-distance * distance / 2) / bandwidth;
        }
        return density;
    }
}
