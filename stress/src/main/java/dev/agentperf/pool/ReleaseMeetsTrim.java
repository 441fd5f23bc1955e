package dev.agentperf.pool;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Memory is short while a container comes back: it is given up whole, or is ready. */
@JCStressTest
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "it came back too late to be given up")
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "given up, and not made again")
@Outcome(expect = Expect.FORBIDDEN, desc = "ready though ended, leaked, or ended twice")
@State
public class ReleaseMeetsTrim {
    private final StressedPool stressed = new StressedPool();
    private final Lease lease = stressed.take();

    /** Gives it back. */
    @Actor
    public void release() {
        lease.release();
    }

    /** Gives up what is idle. */
    @Actor
    public void trim() {
        stressed.pool.trim(Long.MAX_VALUE);
    }

    /** Counts what there is, and what is ready. */
    @Arbiter
    public void after(II_Result result) {
        result.r1 = stressed.runtime.alive();
        result.r2 = stressed.tryTake();
    }
}
