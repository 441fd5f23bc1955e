package dev.agentperf.pool;

import java.util.concurrent.CompletableFuture;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** The pool closes while a container comes back: none stays. */
@JCStressTest
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "closed, nothing left")
@Outcome(expect = Expect.FORBIDDEN, desc = "never closed, or a container stayed")
@State
public class ReleaseMeetsClose {
    private final StressedPool stressed = new StressedPool();
    private final Lease lease = stressed.take();
    private CompletableFuture<Void> closed = new CompletableFuture<>();

    /** Gives it back. */
    @Actor
    public void release() {
        lease.release();
    }

    /** Closes the pool. */
    @Actor
    public void close() {
        closed = stressed.pool.closeAsync().toCompletableFuture();
    }

    /** Looks at what is left. */
    @Arbiter
    public void after(II_Result result) {
        result.r1 = closed.isDone() ? 1 : 0;
        result.r2 = stressed.runtime.alive();
    }
}
