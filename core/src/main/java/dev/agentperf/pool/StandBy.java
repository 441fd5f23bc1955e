package dev.agentperf.pool;

import dev.agentperf.time.Scheduler.Scheduled;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The idle containers of one type that are paused: they keep their memory and take no processor, and whoever gets one
 * has to have it woken.
 *
 * <p>{@link #forEach} may be called from any thread; all else from the type's mailbox, and it answers there.
 */
final class StandBy {
    private final PoolContext context;
    private final Mailbox mailbox;
    private final Deque<Sleeper> sleepers = new ConcurrentLinkedDeque<>();

    StandBy(TypeContext type) {
        this.context = type.pool;
        this.mailbox = type.mailbox;
    }

    /**
     * A member that is paused, or is about to be.
     *
     * @param paused completes when the engine has answered. What it answered does not matter: where a pause failed
     *     nobody knows whether the container is paused, and waking one that is not does no harm
     */
    record Sleeper(Member member, CompletionStage<Void> paused) {}

    /*
     * The node of a paused member stays in its ready stack, as that of every withdrawn one does: claimers skip it, and where the
     * member is ready again by another one, whoever is first has it.
     */
    /** Pauses a member that was withdrawn. */
    void add(Member member) {
        member.pause();
        CompletionStage<Void> paused = context.runtime.pause(member.container);
        sleepers.addFirst(new Sleeper(member, paused));
        paused.whenComplete((nothing, failure) -> learn(failure));
    }

    /** Forgets a member that was taken away; returns whether it stood by. */
    boolean withdrawn(Member member) {
        return sleepers.removeIf(sleeper -> sleeper.member == member);
    }

    /**
     * Returns the one that was used last, of those that have worked for the tenant, else of the fresh ones; null where
     * there is none. It belongs to the mailbox from now on.
     */
    @Nullable
    Sleeper take(String tenant) {
        Sleeper own = take(member -> tenant.equals(member.tenant));
        return own != null ? own : take(member -> member.tenant == null);
    }

    private @Nullable Sleeper take(Predicate<Member> fits) {
        Sleeper last = null;
        for (Sleeper sleeper : sleepers) {
            if (fits.test(sleeper.member) && (last == null || isLater(sleeper, last))) {
                last = sleeper;
            }
        }
        if (last == null) {
            return null;
        }
        sleepers.remove(last);
        return last.member.tryWithdraw() ? last : take(fits);
    }

    private static boolean isLater(Sleeper a, Sleeper b) {
        return a.member.readySinceNanos() > b.member.readySinceNanos();
    }

    /**
     * Wakes one that was taken; returns at once. One of the two is told, once: in time, and of a container that lives,
     * or not.
     */
    void wake(Sleeper sleeper, Runnable whenAwake, Runnable whenLost) {
        Member member = sleeper.member;
        long since = context.ticker.read();
        CompletableFuture<Boolean> awake = new CompletableFuture<>();
        Scheduled deadline = context.scheduler.schedule(context.config.createTimeout(), () -> awake.complete(false));
        sleeper.paused
                .handle((nothing, failure) -> context.runtime.unpause(member.container))
                .thenCompose(unpaused -> unpaused)
                .whenComplete((nothing, failure) -> {
                    learn(failure);
                    awake.complete(failure == null);
                });
        CompletionStage<Boolean> inTime = awake;
        inTime.thenAccept(isAwake -> mailbox.run(() -> {
            deadline.cancel();
            boolean lives = isAwake && !member.isGone && context.runtime.isAlive(member.container);
            if (lives) {
                context.times.thaw.recordNanos(context.ticker.read() - since);
                whenAwake.run();
            } else {
                whenLost.run();
            }
        }));
    }

    private void learn(@Nullable Throwable failure) {
        if (failure == null) {
            context.engineWorks();
        } else {
            context.health.failed(
                    Failures.of("container could not be paused or woken", failure), context.ticker.read());
        }
    }

    /** Shows the members that stand by now to {@code action}. */
    void forEach(Consumer<Member> action) {
        for (Sleeper sleeper : sleepers) {
            if (sleeper.member.isPaused()) {
                action.accept(sleeper.member);
            }
        }
    }
}
