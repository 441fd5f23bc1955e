package dev.agentperf.simulator.faults;

import dev.agentperf.AgentType;
import dev.agentperf.pool.Claim;
import dev.agentperf.pool.WarmPool;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerRuntime;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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
                return pool.acquireAsync((AgentType) args[0], (Duration) args[1])
                        .whenComplete((claim, none) -> last[0] = claim);
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
                            ? pool.acquireAsync((AgentType) args[0], ((Duration) args[1]).multipliedBy(2))
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

    /** Nobody listens when a container dies. */
    IGNORES_DEATHS {
        @Override
        ContainerRuntime runtime(ContainerRuntime runtime, RandomGenerator random) {
            return with(
                    ContainerRuntime.class,
                    (proxy, method, args) -> method.getName().equals("onGone") ? null : method.invoke(runtime, args));
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
                CompletionStage<Claim> claim = pool.acquireAsync((AgentType) args[0], (Duration) args[1]);
                return claim.whenComplete((answer, none) -> {
                    if (answer instanceof Claim.Granted granted && random.nextInt(10) == 0) {
                        granted.lease().release();
                    }
                });
            });
        }
    };

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
