package dev.agentperf.simulator.faults;

import dev.agentperf.AgentType;
import dev.agentperf.pool.BrokenPools;
import dev.agentperf.pool.Claim;
import dev.agentperf.pool.ClaimRequest;
import dev.agentperf.pool.PoolConfig;
import dev.agentperf.pool.PoolListener;
import dev.agentperf.pool.WarmPool;
import dev.agentperf.pool.policy.ExpectedClaim;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerException;
import dev.agentperf.runtime.ContainerRuntime;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Ways to break the pool on purpose, to show that the trials would notice. */
enum Mutation {
    /** The pool as it is. */
    NONE,

    /** A container that was handed out is handed out again. */
    HANDS_OUT_TWICE {
        @Override
        WarmPool pool(WarmPool pool, RandomGenerator random) {
            Claim[] last = new Claim[1];
            return with(WarmPool.class, (proxy, method, args) -> {
                if (!method.getName().equals("acquireAsync")) {
                    return method.invoke(pool, args);
                }
                if (last[0] instanceof Claim.Granted && random.nextInt(10) == 0) {
                    return CompletableFuture.completedFuture(last[0]);
                }
                return pool.acquireAsync((ClaimRequest) args[0]).whenComplete((claim, none) -> last[0] = claim);
            });
        }
    },

    /** A deadline is taken for twice as long. */
    FORGETS_DEADLINES {
        @Override
        WarmPool pool(WarmPool pool, RandomGenerator random) {
            return with(
                    WarmPool.class,
                    (proxy, method, args) -> method.getName().equals("acquireAsync")
                            ? pool.acquireAsync(patient((ClaimRequest) args[0]))
                            : method.invoke(pool, args));
        }
    },

    /** Every tenth claim gets its answer after the next one. */
    OVERTAKES {
        @Override
        WarmPool pool(WarmPool pool, RandomGenerator random) {
            List<Runnable> heldBack = new ArrayList<>();
            return with(WarmPool.class, (proxy, method, args) -> {
                if (!method.getName().equals("acquireAsync")) {
                    return method.invoke(pool, args);
                }
                CompletableFuture<Claim> answer = new CompletableFuture<>();
                return pool.acquireAsync((ClaimRequest) args[0]).thenCompose(claim -> {
                    if (heldBack.isEmpty() && random.nextInt(10) == 0) {
                        heldBack.add(() -> answer.complete(claim));
                        return answer;
                    }
                    answer.complete(claim);
                    List.copyOf(heldBack).forEach(Runnable::run);
                    heldBack.clear();
                    return answer;
                });
            });
        }
    },

    /** An engine that is away is taken for a container that could not be made. */
    HAMMERS_AN_ENGINE_THAT_IS_AWAY {
        @Override
        ContainerRuntime runtime(ContainerRuntime runtime, RandomGenerator random) {
            return with(
                    ContainerRuntime.class,
                    (proxy, method, args) -> method.getName().equals("create")
                            ? runtime.create((ContainerSpec) args[0]).exceptionallyCompose(Mutation::asContainers)
                            : method.invoke(runtime, args));
        }
    },

    /** Nobody looks whether a container lives before it is handed out. */
    TRUSTS_THE_DEAD {
        @Override
        ContainerRuntime runtime(ContainerRuntime runtime, RandomGenerator random) {
            return with(
                    ContainerRuntime.class,
                    (proxy, method, args) -> method.getName().equals("isAlive") ? true : method.invoke(runtime, args));
        }
    },

    /** All tenants are taken for one. */
    MIXES_TENANTS {
        @Override
        WarmPool pool(WarmPool pool, RandomGenerator random) {
            return with(
                    WarmPool.class,
                    (proxy, method, args) -> method.getName().equals("acquireAsync")
                            ? pool.acquireAsync(((ClaimRequest) args[0]).forTenant(ClaimRequest.NO_TENANT))
                            : method.invoke(pool, args));
        }
    },

    /** Every tenth container that is to be destroyed lives on. */
    LEAKS {
        @Override
        ContainerRuntime runtime(ContainerRuntime runtime, RandomGenerator random) {
            return with(
                    ContainerRuntime.class,
                    (proxy, method, args) -> method.getName().equals("destroy") && random.nextInt(10) == 0
                            ? CompletableFuture.allOf()
                            : method.invoke(runtime, args));
        }
    },

    /** A reset that failed is taken for one that cleaned. */
    TRUSTS_RESETS {
        @Override
        ContainerRuntime runtime(ContainerRuntime runtime, RandomGenerator random) {
            return with(
                    ContainerRuntime.class,
                    (proxy, method, args) -> method.getName().equals("reset")
                            ? runtime.reset((Container) args[0]).thenApply(clean -> true)
                            : method.invoke(runtime, args));
        }
    },

    /** A paused container is taken for one that is awake. */
    WAKES_NONE {
        @Override
        ContainerRuntime runtime(ContainerRuntime runtime, RandomGenerator random) {
            return with(
                    ContainerRuntime.class,
                    (proxy, method, args) -> method.getName().equals("unpause")
                            ? CompletableFuture.allOf()
                            : method.invoke(runtime, args));
        }
    },

    /** Nobody listens when a container dies. */
    IGNORES_DEATHS {
        @Override
        ContainerRuntime runtime(ContainerRuntime runtime, RandomGenerator random) {
            return with(
                    ContainerRuntime.class,
                    (proxy, method, args) -> method.getName().equals("onGone") ? null : method.invoke(runtime, args));
        }
    },

    /** A used container goes straight back and stands ready, though somebody waits or it is one too many. */
    SLIPS_PAST_WAITERS {
        @Override
        WarmPool create(
                PoolConfig config,
                ContainerRuntime runtime,
                Function<AgentType, ContainerSpec> specs,
                Ticker ticker,
                Scheduler scheduler) {
            return BrokenPools.pastTheDoor(config, runtime, specs, ticker, scheduler);
        }
    },

    /** What is made for an expected claim stays ready for an hour longer than the claim may come. */
    KEEPS_WHAT_WAS_EXPECTED {
        @Override
        WarmPool pool(WarmPool pool, RandomGenerator random) {
            return with(WarmPool.class, (proxy, method, args) -> {
                if (method.getName().equals("expect")) {
                    pool.expect((AgentType) args[0], longer((ExpectedClaim) args[1]));
                    return null;
                }
                return method.invoke(pool, args);
            });
        }
    },

    /** Every tenth announcement is not heard. */
    IGNORES_HINTS {
        @Override
        WarmPool pool(WarmPool pool, RandomGenerator random) {
            return with(
                    WarmPool.class,
                    (proxy, method, args) -> method.getName().equals("expect") && random.nextInt(10) == 0
                            ? null
                            : method.invoke(pool, args));
        }
    },

    /** A container in use is destroyed. */
    KILLS_LIVE_LEASES {
        @Override
        WarmPool pool(WarmPool pool, RandomGenerator random) {
            return with(WarmPool.class, (proxy, method, args) -> {
                if (!method.getName().equals("acquireAsync")) {
                    return method.invoke(pool, args);
                }
                CompletionStage<Claim> claim = pool.acquireAsync((ClaimRequest) args[0]);
                return claim.whenComplete((answer, none) -> {
                    if (answer instanceof Claim.Granted granted && random.nextInt(10) == 0) {
                        granted.lease().release();
                    }
                });
            });
        }
    };

    private static ClaimRequest patient(ClaimRequest request) {
        return new ClaimRequest(
                request.type(), request.timeout().multipliedBy(2), request.tenant(), request.bindings());
    }

    private static ExpectedClaim longer(ExpectedClaim claim) {
        return new ExpectedClaim(
                claim.probability(), claim.earliest(), claim.latest().plusHours(1));
    }

    private static CompletionStage<Container> asContainers(Throwable failure) {
        return CompletableFuture.failedFuture(new ContainerException(String.valueOf(failure.getMessage())));
    }

    WarmPool create(
            PoolConfig config,
            ContainerRuntime runtime,
            Function<AgentType, ContainerSpec> specs,
            Ticker ticker,
            Scheduler scheduler) {
        return WarmPool.create(config, runtime, specs, PoolListener.NONE, ticker, scheduler);
    }

    WarmPool pool(WarmPool pool, RandomGenerator random) {
        return pool;
    }

    ContainerRuntime runtime(ContainerRuntime runtime, RandomGenerator random) {
        return runtime;
    }

    /* What the mutant does not do otherwise, it does as the original: exceptions included. */
    private static <T> T with(Class<T> type, InvocationHandler handler) {
        InvocationHandler unwrapping = (proxy, method, args) -> {
            try {
                return handler.invoke(proxy, method, args);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, unwrapping));
    }
}
