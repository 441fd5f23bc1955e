package dev.agentperf.pool;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Two threads send messages that need a lock or a mailbox: each runs once, one at a time. */
@JCStressTest
@Outcome(id = "6, 0", expect = Expect.ACCEPTABLE, desc = "every message, none beside another")
@Outcome(expect = Expect.FORBIDDEN, desc = "a message lost, or two at once")
@State
public class MailboxTurns {
    private final Mailbox mailbox = new Mailbox(Runnable::run);
    private int messages;
    private int inside;
    private int overlaps;

    private void message() {
        inside++;
        overlaps += inside - 1;
        messages++;
        inside--;
    }

    /** Sends three, the last one for later. */
    @Actor
    public void first() {
        mailbox.run(this::message);
        mailbox.run(this::message);
        mailbox.execute(this::message);
    }

    /** Sends three, the last one on this thread where it can be. */
    @Actor
    public void second() {
        mailbox.execute(this::message);
        mailbox.execute(this::message);
        mailbox.run(this::message);
    }

    /** Counts. */
    @Arbiter
    public void after(II_Result result) {
        result.r1 = messages;
        result.r2 = overlaps;
    }
}
