package dev.agentperf.reports.run;

/** Hears how a run gets on. Called on the run's own thread. */
public interface RunListener {

    /**
     * A part begins.
     *
     * @param name what it is, in a few words
     * @param steps how many steps it has; 0 where that is not known
     */
    void stage(String name, long steps);

    /** The part has come so far. */
    void step(long steps);

    /** A fact that the user should read, one line. */
    void note(String line);
}
