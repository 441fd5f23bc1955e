package dev.agentperf.pool;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** The only ready container is paused while somebody claims it: the claim has it, awake. */
@JCStressTest
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "granted, and there")
@Outcome(expect = Expect.FORBIDDEN, desc = "never answered, handed out asleep, leaked, or ended twice")
@State
public class PauseMeetsClaim {
    private static final Duration IDLE = Duration.ofSeconds(1);

    private final StressedPool stressed = longIdle();
    private CompletableFuture<Claim> claim = new CompletableFuture<>();

    private static StressedPool longIdle() {
        StressedPool stressed = new StressedPool(IDLE);
        stressed.advance(IDLE);
        return stressed;
    }

    /** Lets it be paused. */
    @Actor
    public void pause() {
        stressed.fireTimers();
    }

    /** Claims it. */
    @Actor
    public void claim() {
        claim = stressed.claim();
    }

    /** Looks at what came of it. */
    @Arbiter
    public void after(II_Result result) {
        result.r1 = stressed.runtime.isAsleep() ? -1 : StressedPool.outcome(claim);
        result.r2 = stressed.runtime.alive();
    }
}
