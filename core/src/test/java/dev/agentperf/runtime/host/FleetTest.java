package dev.agentperf.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agentperf.AgentType;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerException;
import dev.agentperf.runtime.ContainerSpec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class FleetTest {
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final List<String> destroyed = new ArrayList<>();
    private final Fleet<FakeContainer> fleet = new Fleet<>("fake", tasks::add);
    private final Fleet<FakeContainer> immediate = new Fleet<>("fake", Runnable::run);

    private void runTasks() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }

    private FakeContainer container(String id, String... answers) {
        return new FakeContainer(id, destroyed, String.join("", answers));
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
                .create(() -> container("a", "clean\n", "dirty\n"))
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

    /** A container with prepared answers, which may refuse to be destroyed. */
    private static final class FakeContainer implements LiveContainer {
        private final Container container;
        private final List<String> destroyed;
        private final AgentLink link;
        private int refusals;

        FakeContainer(String id, List<String> destroyed, String answers) {
            this.container = new Container(id, ContainerSpec.of(AgentType.REACT, "none"));
            this.destroyed = destroyed;
            byte[] bytes = answers.getBytes(StandardCharsets.UTF_8);
            this.link = AgentLink.over(new ByteArrayInputStream(bytes), new ByteArrayOutputStream());
        }

        @Override
        public Container container() {
            return container;
        }

        @Override
        public AgentLink link() {
            return link;
        }

        @Override
        public String pristine() {
            return "clean";
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
