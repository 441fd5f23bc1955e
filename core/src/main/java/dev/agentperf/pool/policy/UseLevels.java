package dev.agentperf.pool.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * What was learned while so many containers of a type were in use: 0, 1, 2, 3, and from there two classes an octave.
 * Not thread-safe.
 *
 * <p>Containers are claimed last in, first out. So the one that comes back when k others are in use is claimed next
 * when k are in use again: gaps of different levels are different in kind, short where there is always work and long
 * where only a burst gets.
 */
final class UseLevels {
    private static final int EXACT = 4;

    /* Of a container that others stand beside, most gaps are still to come: it is not kept for long beyond those that were. */
    private static final double REACH = 4;

    private final List<Level> levels = new ArrayList<>();

    /** What the gaps of one level teach, and by how much their plan does better than that of all gaps. */
    static final class Level {
        final LearnedPlan own;
        final Advantage advantage = new Advantage();

        Level(double reach) {
            own = new LearnedPlan(reach);
        }
    }

    /** Returns what was learned where {@code inUse} others are in use; 0 or more. */
    Level at(int inUse) {
        int index = classOf(inUse);
        while (levels.size() <= index) {
            levels.add(new Level(levels.isEmpty() ? Double.POSITIVE_INFINITY : REACH));
        }
        return levels.get(index);
    }

    static int classOf(int inUse) {
        if (inUse < EXACT) {
            return inUse;
        }
        int octave = 31 - Integer.numberOfLeadingZeros(inUse);
        return 2 * octave + (inUse >> (octave - 1) & 1);
    }
}
