package dev.agentperf.pool;

import java.util.concurrent.CompletableFuture;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** The only container comes back while somebody claims it: the claim has it, whoever was first. */
@JCStressTest
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "granted, and not ready any more")
@Outcome(expect = Expect.FORBIDDEN, desc = "a lost wake-up, or a container in two hands")
@State
public class ReleaseMeetsClaim {
    private final StressedPool stressed = new StressedPool();
    private final Lease lease = stressed.take();
    private CompletableFuture<Claim> claim = new CompletableFuture<>();

    /** Gives the container back. */
    @Actor
    public void release() {
        lease.release();
    }

    /** Claims it. */
    @Actor
    public void claim() {
        claim = stressed.claim();
    }

    /** Looks at what came of it. */
    @Arbiter
    public void after(II_Result result) {
        result.r1 = StressedPool.outcome(claim);
        result.r2 = stressed.tryTake();
    }
}
