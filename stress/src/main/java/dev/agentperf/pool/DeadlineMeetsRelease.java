package dev.agentperf.pool;

import java.util.concurrent.CompletableFuture;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * The only container comes back when a claim's time is over: the claim has it, or it is late and the container ready.
 */
@JCStressTest
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "granted in time")
@Outcome(id = "2, 1", expect = Expect.ACCEPTABLE, desc = "late, and the container is ready for others")
@Outcome(expect = Expect.FORBIDDEN, desc = "no answer, or the container is lost or in two hands")
@State
public class DeadlineMeetsRelease {
    private final StressedPool stressed = new StressedPool();
    private final Lease lease = stressed.take();
    private final CompletableFuture<Claim> claim = stressed.claim();

    /** Gives the container back. */
    @Actor
    public void release() {
        lease.release();
    }

    /** Ends the claim's time. */
    @Actor
    public void deadline() {
        stressed.fireTimers();
    }

    /** Looks at what came of it. */
    @Arbiter
    public void after(II_Result result) {
        result.r1 = StressedPool.outcome(claim);
        result.r2 = stressed.tryTake();
    }
}
