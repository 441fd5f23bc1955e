package dev.agentperf.pool;

import java.util.concurrent.CompletableFuture;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** The pool closes while somebody claims: the claim has an answer, and no container stays. */
@JCStressTest
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "answered, nothing left")
@Outcome(expect = Expect.FORBIDDEN, desc = "never answered, or a container stayed")
@State
public class CloseMeetsClaim {
    private final StressedPool stressed = new StressedPool();
    private CompletableFuture<Claim> claim = new CompletableFuture<>();
    private CompletableFuture<Void> closed = new CompletableFuture<>();

    /** Closes the pool. */
    @Actor
    public void close() {
        closed = stressed.pool.closeAsync().toCompletableFuture();
    }

    /** Claims. */
    @Actor
    public void claim() {
        try {
            claim = stressed.claim();
        } catch (IllegalStateException closedBefore) {
            claim = CompletableFuture.completedFuture(new Claim.Full(0));
        }
    }

    /** Gives back what was granted, and counts what there is. */
    @Arbiter
    public void after(II_Result result) {
        result.r1 = claim.isDone() ? 1 : 0;
        if (StressedPool.outcome(claim) == 1) {
            claim.join().lease().release();
        }
        result.r2 = closed.isDone() ? stressed.runtime.alive() : -1;
    }
}
