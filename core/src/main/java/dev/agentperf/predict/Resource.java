package dev.agentperf.predict;

/** What a run uses and a limit bounds. */
public enum Resource {
    /** Peak memory, in megabytes of 1,000,000 bytes. */
    MEMORY("memory", "MB"),
    /** Processor time, in seconds. */
    CPU("cpu", "s"),
    /** Elapsed time, in seconds. */
    DURATION("duration", "s");

    private final String label;
    private final String unit;

    Resource(String label, String unit) {
        this.label = label;
        this.unit = unit;
    }

    /** Returns the name in results: {@code memory}, {@code cpu} or {@code duration}. */
    public String label() {
        return label;
    }

    /** Returns the symbol of the unit. */
    public String unit() {
        return unit;
    }
}
