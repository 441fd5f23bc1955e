package dev.agentperf.cache;

import java.util.BitSet;
import java.util.List;

/** Where a run stands: its last steps and all the tools that it has called, by their numbers. Immutable. */
final class Situation {
    /** How many last steps are looked at. */
    static final int STEPS = 4;

    private static final int USER_TURN = -2;
    private static final int START = -3;

    private final int[] last;
    private final long[] called;
    private final int calledTools;

    private Situation(int[] last, BitSet called) {
        this.last = last;
        this.called = called.toLongArray();
        this.calledTools = called.cardinality();
    }

    /** Returns where a run stands after some steps; tools without a number are like no other. */
    static Situation after(List<String> steps, KnownTools tools) {
        int[] last = new int[Math.min(STEPS, steps.size())];
        for (int back = 0; back < last.length; back++) {
            last[back] = number(steps.get(steps.size() - 1 - back), tools);
        }
        BitSet called = new BitSet();
        for (String step : steps) {
            int tool = tools.indexOf(step);
            if (tool != KnownTools.UNKNOWN) {
                called.set(tool);
            }
        }
        return new Situation(last, called);
    }

    private static int number(String step, KnownTools tools) {
        if (KnownTools.isUserTurn(step)) {
            return USER_TURN;
        }
        return step.equals(ExecutionPatterns.START) ? START : tools.indexOf(step);
    }

    /** Returns how many of the last steps are the same as another run's, 0 to {@value #STEPS}. */
    int sameSteps(Situation other) {
        int most = Math.min(last.length, other.last.length);
        int same = 0;
        while (same < most && last[same] == other.last[same] && last[same] != KnownTools.UNKNOWN) {
            same++;
        }
        return same;
    }

    /** Returns the share of the tools called by either run that both have called (Jaccard, with one added), to 1. */
    double sameTools(Situation other) {
        int common = 0;
        for (int word = 0; word < Math.min(called.length, other.called.length); word++) {
            common += Long.bitCount(called[word] & other.called[word]);
        }
        return (common + 1.0) / (calledTools + other.calledTools - common + 1.0);
    }
}
