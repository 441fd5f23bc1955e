package dev.agentperf.pool;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A container dies while it comes back: it is ended once, and a new one stands in its place. */
@JCStressTest
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "one container, and it is ready")
@Outcome(expect = Expect.FORBIDDEN, desc = "ready though dead, leaked, ended twice, or not replaced")
@State
public class ReleaseMeetsDeath {
    private final StressedPool stressed = new StressedPool();
    private final Lease lease = stressed.take();

    /** Gives it back. */
    @Actor
    public void release() {
        lease.release();
    }

    /** Tells of its end. */
    @Actor
    public void death() {
        stressed.dies(lease.container());
    }

    /** Counts what there is, and whether another one is ready. */
    @Arbiter
    public void after(II_Result result) {
        result.r1 = stressed.runtime.alive();
        result.r2 = stressed.take().container().equals(lease.container()) ? 0 : 1;
    }
}
