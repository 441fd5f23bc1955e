package dev.agentperf.pool.policy;

/**
 * Erlang's loss formula: the share of Poisson claims that find every place empty, for any distribution of the time for
 * which a place stays so (Erlang, 1917; insensitivity: Sevastyanov, 1957).
 */
final class ErlangB {
    private ErlangB() {}

    /**
     * Returns the share of claims that a stock serves, by the recursion B(0) = 1, B(n) = a B(n-1) / (n + a B(n-1)).
     *
     * @param load claims in the time for which a place stays empty
     */
    static double warmRate(double load, int stock) {
        double lost = 1;
        for (int n = 1; n <= stock; n++) {
            lost = next(lost, load, n);
        }
        return 1 - lost;
    }

    /** Returns the smallest stock that serves at least {@code warmRate}, which is less than 1. */
    static int leastStock(double load, double warmRate) {
        double lost = 1;
        int stock = 0;
        while (lost > 1 - warmRate) {
            stock++;
            lost = next(lost, load, stock);
        }
        return stock;
    }

    private static double next(double lost, double load, int n) {
        return load * lost / (n + load * lost);
    }
}
