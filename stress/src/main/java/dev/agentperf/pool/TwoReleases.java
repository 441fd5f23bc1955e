package dev.agentperf.pool;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A lease is released twice at once: its container comes back once. */
@JCStressTest
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "there once")
@Outcome(expect = Expect.FORBIDDEN, desc = "lost, or there twice")
@State
public class TwoReleases {
    private final StressedPool stressed = new StressedPool();
    private final Lease lease = stressed.take();

    /** Releases. */
    @Actor
    public void first() {
        lease.release();
    }

    /** Releases. */
    @Actor
    public void second() {
        lease.release();
    }

    /** Claims twice. */
    @Arbiter
    public void after(II_Result result) {
        result.r1 = stressed.tryTake();
        result.r2 = stressed.tryTake();
    }
}
