package dev.agentperf.reports.pool;

import dev.agentperf.AgentType;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.simulator.engine.Engine;
import dev.agentperf.simulator.engine.RandomStreams;
import dev.agentperf.testkit.FakeRuntime;
import dev.agentperf.time.Scheduler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A ground whose time is virtual: who waits drives the clock. */
final class VirtualGround {
    final Engine engine = new Engine(0);
    final FakeRuntime runtime;
    private final Scheduler scheduler;

    /** Creates a ground on which a container takes so long to start. */
    VirtualGround(Duration coldStart) {
        runtime = new FakeRuntime(engine, coldStart);
        scheduler = engine;
    }

    Ground ground() {
        return ground(scheduler);
    }

    /** Returns the same ground with claims made on another scheduler. */
    Ground ground(Scheduler claims) {
        return new Ground(
                runtime,
                ContainerSpec.of(AgentType.REACT, "virtual"),
                new RandomStreams(7),
                engine,
                engine,
                claims,
                new Driving());
    }

    /** Returns the timers of a machine that gets to each of them so much late. */
    Scheduler late(Duration lateness) {
        return new Scheduler() {
            @Override
            public Scheduled schedule(Duration delay, Runnable task) {
                Duration due = delay.isNegative() ? Duration.ZERO : delay;
                return engine.schedule(due.plus(lateness), task);
            }

            @Override
            public void execute(Runnable task) {
                engine.execute(task);
            }
        };
    }

    private final class Driving implements Awaiting {
        @Override
        public <T> T await(CompletionStage<T> stage) {
            CompletableFuture<T> future = stage.toCompletableFuture();
            while (!future.isDone()) {
                if (!engine.runNext() && !future.isDone()) {
                    throw new AssertionError("nothing is left to happen, and the stage is not done");
                }
            }
            return future.join();
        }
    }
}
