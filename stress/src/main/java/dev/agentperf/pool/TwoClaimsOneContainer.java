package dev.agentperf.pool;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Two claims meet at one ready container: one of them gets it. */
@JCStressTest
@Outcome(
        id = {"1, 0", "0, 1"},
        expect = Expect.ACCEPTABLE,
        desc = "one claim has it")
@Outcome(id = "1, 1", expect = Expect.FORBIDDEN, desc = "handed out twice")
@Outcome(id = "0, 0", expect = Expect.FORBIDDEN, desc = "ready, and claimed by nobody")
@State
public class TwoClaimsOneContainer {
    private final StressedPool stressed = new StressedPool();

    /** Claims. */
    @Actor
    public void first(II_Result result) {
        result.r1 = stressed.tryTake();
    }

    /** Claims. */
    @Actor
    public void second(II_Result result) {
        result.r2 = stressed.tryTake();
    }
}
