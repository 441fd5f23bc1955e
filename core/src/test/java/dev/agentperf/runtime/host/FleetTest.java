package dev.agentperf.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.agentperf.AgentType;
import dev.agentperf.runtime.Bindings;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerException;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.testkit.ManualScheduler;
import dev.agentperf.time.Scheduler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class FleetTest {
    private static final String CLEAN = "clean\n";

    private final ManualScheduler scheduler = new ManualScheduler();
    private final List<String> destroyed = new ArrayList<>();
    private final Fleet<FakeContainer> fleet = new Fleet<>("fake", scheduler);
    private final Fleet<FakeContainer> immediate = new Fleet<>("fake", new AtOnce());

    private void runTasks() {
        scheduler.runDue();
    }

    private FakeContainer container(String id, String... answers) {
        return new FakeContainer(id, destroyed, CLEAN + "bound\npong\n" + String.join("", answers));
    }

    @Test
    void create_returnsBeforeTheWorkIsDone() {
        CompletableFuture<Container> creation =
                fleet.create(() -> container("a")).toCompletableFuture();

        assertThat(creation).isNotDone();
        runTasks();
        assertThat(creation.join().id()).isEqualTo("a");
    }

    @Test
    void creationThatIsCancelled_destroysItsContainer() {
        CompletableFuture<Container> creation =
                fleet.create(() -> container("late")).toCompletableFuture();

        creation.cancel(true);
        runTasks();

        assertThat(destroyed).containsExactly("late");
    }

    @Test
    void creationThatFails_saysWhyInOneLine() {
        CompletableFuture<Container> creation = immediate
                .create(() -> {
                    throw new IOException("no space\nleft");
                })
                .toCompletableFuture();

        assertThatThrownBy(creation::join)
                .cause()
                .isInstanceOf(ContainerException.class)
                .hasMessage("container could not be created: no space left");
    }

    @Test
    void close_duringACreation_destroysWhatItMakes() {
        CompletableFuture<Container> creation = immediate
                .create(() -> {
                    // The runtime is closed by another thread while this one makes a container.
                    CompletableFuture<Void> closing = CompletableFuture.runAsync(immediate::close);
                    assertThat(closing).isNotDone();
                    return container("made meanwhile");
                })
                .toCompletableFuture();

        immediate.close();

        assertThat(creation).isDone();
        assertThat(destroyed).containsExactly("made meanwhile");
    }

    @Test
    void create_afterClose_failsWithoutAnyWork() {
        fleet.close();
        CompletableFuture<Container> creation = fleet.create(() -> {
                    throw new AssertionError("must not run");
                })
                .toCompletableFuture();

        runTasks();

        assertThatThrownBy(creation::join).hasRootCauseMessage("runtime fake is closed");
    }

    @Test
    void destroy_thatFailed_canBeTriedAgain() {
        FakeContainer stubborn = container("stubborn");
        stubborn.refusals = 1;
        Container container =
                immediate.create(() -> stubborn).toCompletableFuture().join();

        CompletableFuture<Void> first = immediate.destroy(container).toCompletableFuture();
        CompletableFuture<Void> second = immediate.destroy(container).toCompletableFuture();

        assertThat(first).isCompletedExceptionally();
        assertThat(second).isCompletedWithValue(null);
        assertThat(destroyed).containsExactly("stubborn");
    }

    @Test
    void close_destroysAllOthersWhenOneRefuses_andThenFails() {
        FakeContainer stubborn = container("stubborn");
        stubborn.refusals = 1;
        immediate.create(() -> stubborn);
        immediate.create(() -> container("a"));
        immediate.create(() -> container("b"));

        assertThatThrownBy(immediate::close).isInstanceOf(ContainerException.class);

        assertThat(destroyed).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void destroy_ofAForeignContainer_succeedsAndTouchesNothing() {
        Container foreign = container("foreign").container();

        assertThat(immediate.destroy(foreign).toCompletableFuture()).isCompletedWithValue(null);
        assertThat(destroyed).isEmpty();
    }

    @Test
    void reset_isProvenByTheSameFingerprintOnly() {
        Container container = immediate
                .create(() -> container("a", CLEAN, "bound\n", "dirty\n"))
                .toCompletableFuture()
                .join();

        assertThat(immediate.reset(container).toCompletableFuture()).isCompletedWithValue(true);
        assertThat(immediate.reset(container).toCompletableFuture()).isCompletedWithValue(false);
    }

    @Test
    void message_toAContainerThatIsNotThere_namesItAndTheRuntime() {
        Container foreign = container("foreign").container();

        assertThatThrownBy(() ->
                        immediate.message(foreign, "ping").toCompletableFuture().join())
                .cause()
                .isInstanceOf(ContainerException.class)
                .hasMessage("container foreign is not one of runtime fake");
    }

    @Test
    void session_getsANewTokenAtEveryProvenReset_andNoneAfterAnother() {
        FakeContainer made = container("a", CLEAN, "bound\n", "dirty\n");
        Container container = immediate.create(() -> made).toCompletableFuture().join();
        String first = made.session().token();

        immediate.reset(container);
        String second = made.session().token();
        immediate.reset(container);

        assertThat(first).matches("[0-9a-f]{32}");
        assertThat(second).matches("[0-9a-f]{32}").isNotEqualTo(first);
        assertThat(made.session().token()).isEmpty();
        assertThat(made.session().variables()).isEmpty();
    }

    @Test
    void agentThatEnds_isToldOnce_andStaysToBeDestroyed() {
        List<String> gone = new ArrayList<>();
        immediate.onGone(it -> gone.add(it.id()));
        Container container =
                immediate.create(() -> container("a")).toCompletableFuture().join();
        assertThat(immediate.isAlive(container)).isTrue();

        assertThat(immediate.message(container, "ping").toCompletableFuture()).isCompletedExceptionally();
        immediate.lost("a");
        immediate.lost("someone else's");

        assertThat(gone).containsExactly("a");
        assertThat(immediate.isAlive(container)).isFalse();
        immediate.destroy(container);
        assertThat(destroyed).containsExactly("a");
    }

    @Test
    void isAlive_allocatesNothing() {
        Container container =
                immediate.create(() -> container("a")).toCompletableFuture().join();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long alive = aliveAnswers(container);

        long before = threads.getCurrentThreadAllocatedBytes();
        alive += aliveAnswers(container);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(alive).isEqualTo(200_000);
        // The measurement itself takes some hundred bytes; one object a call would be 1.6 MB at least.
        assertThat(allocated).isLessThan(100_000);
    }

    private long aliveAnswers(Container container) {
        long alive = 0;
        for (int i = 0; i < 100_000; i++) {
            alive += immediate.isAlive(container) ? 1 : 0;
        }
        return alive;
    }

    @Test
    void containerThatIsDestroyed_isNotToldAsGone() {
        List<String> gone = new ArrayList<>();
        immediate.onGone(it -> gone.add(it.id()));
        Container container =
                immediate.create(() -> container("a")).toCompletableFuture().join();

        immediate.destroy(container);
        immediate.lost("a");

        assertThat(gone).isEmpty();
        assertThat(immediate.isAlive(container)).isFalse();
    }

    @Test
    void agentThatDiesRightAfterItsFirstWord_failsTheCreation() {
        CompletableFuture<Container> creation =
                immediate.create(() -> new FakeContainer("a", destroyed, CLEAN)).toCompletableFuture();

        assertThat(creation).isCompletedExceptionally();
        assertThat(destroyed).containsExactly("a");
    }

    @Test
    void message_thatTakesTooLong_losesTheContainer() {
        List<String> gone = new ArrayList<>();
        fleet.onGone(it -> gone.add(it.id()));
        CompletableFuture<Container> creation =
                fleet.create(() -> container("a", "late\n")).toCompletableFuture();
        runTasks();
        Container container = creation.join();

        // The timer is due before the work, which was submitted after it, has begun.
        CompletableFuture<String> message =
                fleet.message(container, "work", Duration.ZERO).toCompletableFuture();
        runTasks();

        assertThatThrownBy(message::join)
                .hasRootCauseMessage("the agent of container a must answer within PT0S, did not");
        assertThat(gone).containsExactly("a");
        assertThat(fleet.isAlive(container)).isFalse();
    }

    @Test
    void bind_ofNothing_asksNobody() {
        Container foreign = container("foreign").container();

        assertThat(immediate.bind(foreign, Bindings.NONE).toCompletableFuture()).isCompleted();
    }

    @Test
    void bind_thatTheAgentRefuses_namesWhatAndNoValue() {
        Container container = immediate
                .create(() -> container("a", "error no space left\n"))
                .toCompletableFuture()
                .join();
        Bindings bindings = Bindings.NONE.withSecret("KEY", "hunter2").withFile("a/b", new byte[] {1});

        assertThatThrownBy(() -> immediate
                        .bind(container, bindings)
                        .toCompletableFuture()
                        .join())
                .cause()
                .isInstanceOf(ContainerException.class)
                .hasMessage("the agent of container a could not bind [KEY] and [a/b]: error no space left");
        assertThat(immediate.isAlive(container)).isTrue();
    }

    /** Runs everything at once on the caller's thread, and no timer ever. */
    private static final class AtOnce implements Scheduler {
        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public Scheduled schedule(Duration delay, Runnable task) {
            return () -> {};
        }
    }

    /** A container with prepared answers, which may refuse to be destroyed. */
    private static final class FakeContainer implements LiveContainer {
        private final Container container;
        private final List<String> destroyed;
        private final AgentSession session;
        private int refusals;

        FakeContainer(String id, List<String> destroyed, String answers) {
            this.container = new Container(id, ContainerSpec.of(AgentType.REACT, "none"));
            this.destroyed = destroyed;
            byte[] bytes = answers.getBytes(StandardCharsets.UTF_8);
            this.session = open(AgentLink.over(new ByteArrayInputStream(bytes), new ByteArrayOutputStream()));
        }

        private static AgentSession open(AgentLink link) {
            try {
                return AgentSession.withResident(link);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Container container() {
            return container;
        }

        @Override
        public AgentSession session() {
            return session;
        }

        @Override
        public void destroy() throws IOException {
            if (refusals-- > 0) {
                throw new IOException("not now");
            }
            destroyed.add(container.id());
        }
    }
}
