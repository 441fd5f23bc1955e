package dev.agentperf.reports.html;

/**
 * Maps values to coordinates, linearly.
 *
 * @param from the value at {@code start}
 * @param to the value at {@code end}; differs from {@code from}
 * @param start the coordinate of {@code from}
 * @param end the coordinate of {@code to}
 */
record Axis(double from, double to, double start, double end) {

    double at(double value) {
        double share = (value - from) / (to - from);
        return start + Math.max(0, Math.min(1, share)) * (end - start);
    }
}
