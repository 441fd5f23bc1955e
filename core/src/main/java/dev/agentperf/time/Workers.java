package dev.agentperf.time;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Threads to run blocking work on. Thread-safe. */
public final class Workers {
    private Workers() {}

    /**
     * Returns an executor that starts every task at once: a virtual thread for each where the running JDK has them,
     * else a growing pool of daemon threads that ends idle ones after a minute.
     *
     * @param name the prefix of the threads' names
     * @return an executor that its caller closes
     */
    public static ExecutorService create(String name) {
        ExecutorService virtual = VirtualThreads.perTaskExecutor();
        return virtual != null ? virtual : Executors.newCachedThreadPool(daemonThreads(name));
    }

    /** Returns whether {@link #create} uses virtual threads on the running JDK. */
    public static boolean areVirtual() {
        return VirtualThreads.FACTORY != null;
    }

    /** Starts a daemon thread that serves until the process ends. */
    public static void serve(String name, Runnable task) {
        daemonThreads(name).newThread(task).start();
    }

    /** Returns a factory of daemon platform threads named {@code name-1}, {@code name-2} and so on. */
    public static ThreadFactory daemonThreads(String name) {
        AtomicLong number = new AtomicLong();
        return task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** {@code Executors.newVirtualThreadPerTaskExecutor}, which JDK 17 does not have. */
    private static final class VirtualThreads {
        static final @Nullable MethodHandle FACTORY = find();

        private static @Nullable MethodHandle find() {
            try {
                return MethodHandles.publicLookup()
                        .findStatic(
                                Executors.class,
                                "newVirtualThreadPerTaskExecutor",
                                MethodType.methodType(ExecutorService.class));
            } catch (NoSuchMethodException | IllegalAccessException absentBefore21) {
                return null;
            }
        }

        static @Nullable ExecutorService perTaskExecutor() {
            MethodHandle factory = FACTORY;
            if (factory == null) {
                return null;
            }
            try {
                return (ExecutorService) factory.invokeExact();
            } catch (Throwable impossible) {
                throw new LinkageError("newVirtualThreadPerTaskExecutor", impossible);
            }
        }
    }
}
