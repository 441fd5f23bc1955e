package dev.agentperf.pool;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Memory is short while somebody claims the only ready container: the claim has it, or it is given up. */
@JCStressTest
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "claimed, and there")
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "given up, and claimed by nobody")
@Outcome(expect = Expect.FORBIDDEN, desc = "ended in somebody's hands, leaked, or ended twice")
@State
public class TrimMeetsClaim {
    private final StressedPool stressed = new StressedPool();
    private int claimed;

    /** Claims it. */
    @Actor
    public void claim() {
        claimed = stressed.tryTake();
    }

    /** Gives up what is idle. */
    @Actor
    public void trim() {
        stressed.pool.trim(Long.MAX_VALUE);
    }

    /** Counts what there is. */
    @Arbiter
    public void after(II_Result result) {
        result.r1 = claimed;
        result.r2 = stressed.runtime.alive();
    }
}
