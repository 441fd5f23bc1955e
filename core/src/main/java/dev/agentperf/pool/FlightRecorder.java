package dev.agentperf.pool;

import dev.agentperf.AgentType;
import dev.agentperf.runtime.Container;
import java.time.Duration;
import java.util.Locale;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

/** Writes what a pool does to the JDK's flight recorder, where that is recording. */
final class FlightRecorder implements PoolListener {

    /** Returns the recorder's listener; one that does nothing in a Java runtime without the recorder. */
    static PoolListener listener() {
        return ModuleLayer.boot().findModule("jdk.jfr").isPresent() ? new FlightRecorder() : PoolListener.NONE;
    }

    @Override
    public void answered(AgentType type, Claim claim, Duration waited) {
        ClaimAnswered event = new ClaimAnswered();
        if (event.isEnabled()) {
            event.type = type.name();
            event.outcome = outcome(claim);
            event.waited = waited.toNanos();
            event.commit();
        }
    }

    private static String outcome(Claim claim) {
        Enum<?> path = claim instanceof Claim.Granted granted ? granted.lease().path() : null;
        String name = path == null ? claim.getClass().getSimpleName() : path.name();
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public void started(Container container, Duration took) {
        ContainerStarted event = new ContainerStarted();
        if (event.isEnabled()) {
            event.type = container.spec().type().name();
            event.container = container.id();
            event.took = took.toNanos();
            event.commit();
        }
    }

    @Override
    public void retiring(Container container, EndReason reason) {
        ContainerEnded event = new ContainerEnded();
        if (event.isEnabled()) {
            event.type = container.spec().type().name();
            event.container = container.id();
            event.reason = reason.name().toLowerCase(Locale.ROOT);
            event.commit();
        }
    }

    @Override
    public void leaseDropped(Container container, @Nullable Throwable origin) {
        LeaseDropped event = new LeaseDropped();
        if (event.isEnabled()) {
            event.type = container.spec().type().name();
            event.container = container.id();
            event.origin = origin == null ? "" : origin.getMessage();
            event.commit();
        }
    }

    /** A claim that had to wait has its answer. */
    @Name("dev.agentperf.Claim")
    @Label("Pool Claim")
    @Description("A claim that found no ready container, or carried something to bind, was answered")
    @Category({"agentperf", "Pool"})
    @StackTrace(false)
    static final class ClaimAnswered extends Event {
        @Label("Agent Type")
        @Nullable
        String type;

        @Label("Outcome")
        @Nullable
        String outcome;

        @Label("Waited")
        @Timespan(Timespan.NANOSECONDS)
        long waited;
    }

    /** A container was made. */
    @Name("dev.agentperf.ContainerStart")
    @Label("Container Start")
    @Description("A container was made and its agent has answered")
    @Category({"agentperf", "Pool"})
    @StackTrace(false)
    static final class ContainerStarted extends Event {
        @Label("Agent Type")
        @Nullable
        String type;

        @Label("Container")
        @Nullable
        String container;

        @Label("Took")
        @Timespan(Timespan.NANOSECONDS)
        long took;
    }

    /** A container is ended. */
    @Name("dev.agentperf.ContainerEnd")
    @Label("Container End")
    @Description("A container is given up by its pool")
    @Category({"agentperf", "Pool"})
    @StackTrace(false)
    static final class ContainerEnded extends Event {
        @Label("Agent Type")
        @Nullable
        String type;

        @Label("Container")
        @Nullable
        String container;

        @Label("Reason")
        @Nullable
        String reason;
    }

    /** A lease was dropped. */
    @Name("dev.agentperf.LeaseDropped")
    @Label("Lease Dropped")
    @Description("A lease was garbage before it was released")
    @Category({"agentperf", "Pool"})
    @StackTrace(false)
    static final class LeaseDropped extends Event {
        @Label("Agent Type")
        @Nullable
        String type;

        @Label("Container")
        @Nullable
        String container;

        @Label("Origin")
        @Nullable
        String origin;
    }
}
