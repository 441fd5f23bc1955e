package dev.agentperf.simulator.trace;

/** The rule that a trace's starts never go backwards, worded. */
final class Ordering {
    private Ordering() {}

    /** Says which time came after which. */
    static String backwards(long earlierRead, long laterRead) {
        return "times go backwards: " + Times.format(laterRead) + " follows " + Times.format(earlierRead)
                + ", expected sessions by start";
    }
}
