package dev.agentperf.pool;

/** The stack of the thread that made a claim, kept to tell where a lease came from that was never released. */
final class ClaimOrigin extends Throwable {
    private static final long serialVersionUID = 1L;

    ClaimOrigin() {
        super("claimed by thread " + Thread.currentThread().getName(), null, false, true);
    }
}
