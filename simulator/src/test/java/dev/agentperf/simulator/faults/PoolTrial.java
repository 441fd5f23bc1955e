package dev.agentperf.simulator.faults;

import dev.agentperf.AgentType;
import dev.agentperf.pool.Claim;
import dev.agentperf.pool.ClaimRequest;
import dev.agentperf.pool.Lease;
import dev.agentperf.pool.MissRule;
import dev.agentperf.pool.PoolConfig;
import dev.agentperf.pool.PoolStats;
import dev.agentperf.pool.Reuse;
import dev.agentperf.pool.WarmPool;
import dev.agentperf.pool.policy.ExpectedClaim;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.runtime.Bindings;
import dev.agentperf.runtime.ContainerRuntime;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.runtime.ResourceLimits;
import dev.agentperf.simulator.engine.Engine;
import dev.agentperf.simulator.engine.FaultPlan;
import dev.agentperf.simulator.engine.RandomStreams;
import dev.agentperf.simulator.faults.FaultyRuntime.Truth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One random life of the real pool under the virtual clock, with faults, from its seed: everything is drawn, from the
 * configuration to the last container's death, and what must always hold is checked after every event.
 */
final class PoolTrial {
    private static final List<AgentType> TYPES = List.of(AgentType.REACT, AgentType.AUTONOMOUS);
    private static final List<String> POLICIES =
            List.of("fixed:0", "fixed:1", "fixed:4", "keepalive:5s", "keepalive:1m", "slo:0.9", "adaptive:300");
    private static final int MOST_FORETOLD = 3;
    private static final List<String> TENANTS = List.of(ClaimRequest.NO_TENANT, "acme", "globex");
    private static final Bindings BINDINGS = new Bindings(Map.of("NAME", "value"), Map.of(), Map.of());
    private static final int CLAIMS = 60;
    private static final long MILLI_NANOS = 1_000_000;
    private static final long CONTAINER_BYTES = ResourceLimits.DEFAULT.memoryBytes();

    private final RandomGenerator random;
    private final RandomGenerator hints;
    private final Engine engine = new Engine(0);
    private final FaultyRuntime runtime;
    private final PoolConfig config;
    private final WarmPool pool;
    private final List<Asked> unanswered = new ArrayList<>();
    private final int tenants;
    private int open;
    private int claims;
    private int announced;
    private long idlesSinceNanos;
    private @Nullable Throwable violation;

    PoolTrial(long seed, Mutation mutation) {
        RandomStreams streams = new RandomStreams(seed);
        random = streams.stream("trial");
        hints = streams.stream("hints");
        tenants = 1 + hints.nextInt(TENANTS.size());
        FaultPlan faults = new FaultPlan(rates(), streams.stream("faults"));
        runtime = new FaultyRuntime(engine, faults, millis(1, 1_000), millis(0, 50));
        config = config();
        ContainerRuntime seen = mutation.runtime(runtime, random);
        pool = mutation.pool(
                mutation.create(
                        config, seen, type -> ContainerSpec.of(type, "image"), new JumpingTicker(engine), engine),
                random);
    }

    /** A claim that was made. */
    private record Asked(int number, ClaimRequest request) {}

    private FaultPlan.Rates rates() {
        return random.nextInt(4) == 0
                ? FaultPlan.Rates.NONE
                : new FaultPlan.Rates(
                        random.nextDouble() * 0.4,
                        random.nextDouble() * 0.1,
                        random.nextDouble() * 0.2,
                        random.nextDouble() * 0.3,
                        random.nextDouble() * 0.5);
    }

    private PoolConfig config() {
        return PoolConfig.builder()
                .policy(policy())
                .reuse(random.nextBoolean() ? Reuse.RESET : Reuse.SINGLE_USE)
                .maxContainers(1 + random.nextInt(12))
                .maxStarting(1 + random.nextInt(8))
                .maxWaiting(random.nextInt(20))
                .refillParallelism(1 + random.nextInt(4))
                .pauseAfter(random.nextBoolean() ? millis(1, 2_000) : PoolConfig.NEVER)
                .maxUses(1 + random.nextInt(5))
                .missRule(random.nextBoolean() ? MissRule.WAIT : MissRule.START)
                .tenantWeights(Map.of("acme", 1 + random.nextDouble() * 4))
                .createTimeout(Duration.ofSeconds(5))
                .build();
    }

    private PoolPolicy policy() {
        PoolPolicy shipped = PoolPolicy.parse(POLICIES.get(random.nextInt(POLICIES.size())));
        return hints.nextInt(4) == 0 ? new Foretold(hints.nextInt(MOST_FORETOLD)) : shipped;
    }

    private Duration millis(int least, int most) {
        return Duration.ofMillis(least + random.nextInt(most));
    }

    /** Runs the trial; throws a {@link Violation} if the pool breaks a rule. */
    void run() {
        Duration at = Duration.ZERO;
        for (int i = 0; i < CLAIMS; i++) {
            at = at.plus(millis(0, 400));
            AgentType type = TYPES.get(random.nextInt(TYPES.size()));
            Duration patience = millis(1, 4_000);
            Duration use = millis(0, 3_000);
            ClaimRequest request = ClaimRequest.of(type, patience)
                    .forTenant(tenants == 1 ? ClaimRequest.NO_TENANT : TENANTS.get(random.nextInt(tenants)))
                    .with(random.nextInt(4) == 0 ? BINDINGS : Bindings.NONE);
            engine.schedule(at, () -> claim(request, use));
            foretell(type, at);
        }
        if (random.nextInt(3) == 0) {
            takeEngineAway(millis(0, (int) at.toMillis()), millis(1, 10_000));
        }
        if (random.nextInt(3) == 0) {
            engine.schedule(millis(0, (int) at.toMillis()), this::trim);
        }
        runUntil(at.plusSeconds(20));
        runtime.heal();
        runUntil(at.plusSeconds(120));
        require(open == 0, open + " claims were never answered or released");
        requireRecovered();
        CompletionStage<Void> closed = pool.closeAsync();
        runUntil(at.plusSeconds(240));
        require(closed.toCompletableFuture().isDone(), "the pool did not close");
        require(runtime.existing().isEmpty(), "containers are left: " + runtime.existing());
    }

    /* Some of the claims; half of the announcements are false. */
    private void foretell(AgentType type, Duration at) {
        if (hints.nextInt(3) == 0) {
            Duration ahead = Duration.ofMillis(Math.min(at.toMillis(), hints.nextInt(3_000)));
            ExpectedClaim claim = new ExpectedClaim(0.8, ahead, ahead.plusMillis(1 + hints.nextInt(1_000)));
            engine.schedule(at.minus(ahead), () -> {
                announced++;
                pool.expect(hints.nextBoolean() ? type : TYPES.get(0), claim);
            });
        }
    }

    private void runUntil(Duration end) {
        engine.schedule(end.minusNanos(engine.read()), () -> {});
        while (engine.read() < end.toNanos() && engine.runNext()) {
            check();
        }
    }

    private void takeEngineAway(Duration from, Duration time) {
        engine.schedule(from, () -> runtime.away(true));
        engine.schedule(from.plus(time), () -> runtime.away(false));
    }

    /* Exact: as long as nothing else runs, what it tells to be released is what is not idle any more. */
    private void trim() {
        int idleBefore = pool.stats().idle();
        long released = pool.trim(random.nextInt(4) * CONTAINER_BYTES);
        require(
                released == (idleBefore - pool.stats().idle()) * CONTAINER_BYTES,
                "released " + released + " bytes of " + idleBefore + " containers");
    }

    private void claim(ClaimRequest request, Duration use) {
        open++;
        long deadline = engine.read() + request.timeout().toNanos();
        Asked asked = new Asked(claims++, request);
        unanswered.add(asked);
        pool.acquireAsync(request)
                .thenAccept(claim -> {
                    require(engine.read() <= deadline, "a claim was answered after its deadline");
                    answered(asked, claim, use);
                })
                .exceptionally(broken -> {
                    violation = broken;
                    return null;
                });
    }

    private void answered(Asked asked, Claim claim, Duration use) {
        if (claim instanceof Claim.Granted granted) {
            if (config.reuse() == Reuse.RESET && config.missRule() == MissRule.WAIT) {
                requireInTurn(asked);
            }
            use(granted.lease(), asked.request(), use);
        } else {
            open--;
        }
        unanswered.removeIf(other -> other.number() == asked.number());
    }

    /* First come, first served: within a type and a tenant. What a claim carries takes its own time to bind. */
    private void requireInTurn(Asked asked) {
        for (Asked earlier : unanswered) {
            if (earlier.number() == asked.number()) {
                return;
            }
            ClaimRequest other = earlier.request();
            require(
                    !other.type().equals(asked.request().type())
                            || !other.tenant().equals(asked.request().tenant())
                            || !other.bindings().isEmpty(),
                    "a claim was granted before an earlier one that waits");
        }
    }

    private void use(Lease lease, ClaimRequest request, Duration time) {
        Truth truth = runtime.truth(lease.container());
        String id = lease.container().id();
        require(lease.type().equals(request.type()), id + " is of another type");
        require(truth.exists, id + " was handed out after its end");
        require(!truth.leased, id + " was handed out twice");
        require(!truth.used, id + " was handed out unclean");
        require(!truth.dead, id + " was handed out dead");
        require(!truth.pausing && !truth.paused, id + " was handed out without being woken");
        require(truth.tenant == null || truth.tenant.equals(request.tenant()), id + " was handed to another tenant");
        truth.tenant = request.tenant();
        truth.leased = true;
        truth.used = true;
        engine.schedule(time, () -> {
            truth.leased = false;
            open--;
            lease.release();
        });
    }

    /** What holds between any two events: what a claim saw at once, the sums, which cost more to read, now and then. */
    private void check() {
        if (violation != null) {
            throw new Violation(String.valueOf(violation.getMessage()));
        }
        runtime.requireNoViolation();
        checkIdlers();
        if (engine.events() % 8 == 0) {
            checkSums();
        }
    }

    /* Of one tenant, all may have any. What happens at one instant may take several events. */
    private void checkIdlers() {
        if (tenants > 1 || TYPES.stream().noneMatch(this::idlesWhileAClaimWaits)) {
            idlesSinceNanos = engine.read();
        }
        require(engine.read() - idlesSinceNanos < MILLI_NANOS, "a claim waits beside a container that stands ready");
    }

    private boolean idlesWhileAClaimWaits(AgentType type) {
        PoolStats stats = pool.stats(type);
        return stats.waiting() > 0 && stats.idle() > stats.paused();
    }

    private void checkSums() {
        PoolStats stats = pool.stats();
        int existing = runtime.existing().size();
        require(stats.created() - stats.retired() <= existing, "the pool knows more containers than there are");
        require(stats.idle() + stats.leased() <= existing, "idle and leased exceed what exists");
        require(stats.expected() <= announced, "more claims were expected than announced");
        require(stats.ahead() <= stats.expected(), "more was made ahead than expected");
        require(stats.aheadUsed() <= stats.ahead(), "more was used than made ahead");
        require(stats.peak() <= config.maxContainers(), "the ceiling was exceeded: " + stats.peak());
        require(stats.idle() >= 0 && stats.leased() >= 0 && stats.waiting() >= 0 && stats.starting() >= 0, "" + stats);
    }

    /* Healthy for two minutes: the stock stands again, as far as the ceiling allows. */
    private void requireRecovered() {
        PoolStats stats = pool.stats();
        require(stats.leased() == 0 && stats.waiting() == 0, "leases or waiters remain: " + stats);
        require(stats.idle() == runtime.existing().size(), "unknown containers exist: " + runtime.existing());
        require(stats.expected() == announced, "an announcement was not heard: " + stats);
        requireNothingForetold();
        requireNoneDead();
    }

    /* By now each expected claim has come, or its time is over. */
    private void requireNothingForetold() {
        if (config.policy() instanceof Foretold policy) {
            TYPES.forEach(type -> require(
                    pool.stats(type).idle() <= policy.stock(), "more stand ready than the stock: " + pool.stats(type)));
        }
    }

    private void requireNoneDead() {
        runtime.existing()
                .forEach(container ->
                        require(!runtime.truth(container).dead, container.id() + " is dead and was not given up"));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new Violation(otherwise);
        }
    }
}
