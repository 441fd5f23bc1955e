package dev.agentperf.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agentperf.AgentType;
import dev.agentperf.time.Ticker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What every {@link ContainerRuntime} with real containers promises. A subclass says which runtime and which image. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_METHOD)
public abstract class ContainerRuntimeContract {
    private ContainerRuntime runtime;

    /** Returns a new runtime; the suite closes it. */
    protected abstract ContainerRuntime newRuntime();

    /** Returns the name of the image to test with. */
    protected abstract String image();

    /** Returns a program that is in the image and does not end by itself, with its arguments. */
    protected abstract List<String> endlessCommand();

    /** Returns a command line that the image has no program for. */
    protected List<String> missingCommand() {
        return List.of("/no/such/program");
    }

    /** Returns a path that the resident agent of this container can write a file to. */
    protected abstract String writablePath(Container container, String name);

    /** Returns how many containers there are that this test's runtime made, by a look from outside of it. */
    protected abstract long containersOutside();

    @BeforeEach
    void openRuntime() {
        runtime = newRuntime();
    }

    @AfterEach
    void closeRuntime() {
        runtime.close();
    }

    /** Returns the runtime of the current test. */
    protected final ContainerRuntime runtime() {
        return runtime;
    }

    /** Returns a spec for the image of the suite. */
    protected final ContainerSpec spec() {
        return ContainerSpec.of(AgentType.REACT, image());
    }

    /** Creates a container from the suite's spec. */
    protected final Container create() {
        return get(runtime.create(spec()));
    }

    /** Waits for a stage and returns its result. */
    protected static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
    }

    @Test
    void create_answersAtOnce_withAContainerThatIsReady() {
        ContainerSpec spec = spec();

        Container container = get(runtime.create(spec));

        assertThat(container.id()).isNotBlank();
        assertThat(container.spec()).isEqualTo(spec);
        assertThat(get(runtime.message(container, "ping"))).isEqualTo("pong");
    }

    @Test
    void create_manyAtOnce_givesDifferentContainers() {
        List<CompletionStage<Container>> stages = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            stages.add(runtime.create(spec()));
        }

        List<String> ids = stages.stream().map(it -> get(it).id()).toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(containersOutside()).isEqualTo(4);
    }

    @Test
    void create_withAProgramThatIsMissing_failsAndLeavesNothing() {
        CompletionStage<Container> creation = runtime.create(spec().withCommand(missingCommand()));

        assertThatThrownBy(() -> get(creation))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(ContainerException.class)
                .cause()
                .hasMessageContaining("/no/such/program")
                .hasMessageNotContaining("\n");
        assertThat(containersOutside()).isZero();
    }

    @Test
    void create_cancelledBeforeItIsDone_leavesNothing() {
        CompletableFuture<Container> creation = runtime.create(spec()).toCompletableFuture();
        creation.cancel(true);

        runtime.close();

        assertThat(containersOutside()).isZero();
    }

    @Test
    void create_afterClose_fails() {
        runtime.close();

        assertThatThrownBy(() -> get(runtime.create(spec()))).hasCauseInstanceOf(ContainerException.class);
    }

    @Test
    void close_destroysAllThatIsLeft() {
        create();
        create();

        runtime.close();
        runtime.close();

        assertThat(containersOutside()).isZero();
    }

    @Test
    void destroy_ofOneThatIsGone_succeeds() {
        Container container = create();

        get(runtime.destroy(container));
        get(runtime.destroy(container));

        assertThat(containersOutside()).isZero();
    }

    @Test
    void destroy_ofAPausedContainer_succeeds() {
        Container container = create();
        get(runtime.pause(container));

        get(runtime.destroy(container));

        assertThat(containersOutside()).isZero();
    }

    @Test
    void message_ofAnyLength_isAnsweredWithOneLine() {
        Container container = create();
        String text = "zürich ".repeat(20_000);

        String answer = get(runtime.message(container, "echo " + text));
        assertThat(answer.equals(text))
                .as("%d of %d characters came back", answer.length(), text.length())
                .isTrue();
        assertThat(get(runtime.message(container, "nonsense"))).isEqualTo("error unknown verb: nonsense");
    }

    @Test
    void message_fromManyThreads_answersEachItsOwn() {
        Container container = create();

        List<CompletionStage<String>> answers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            answers.add(runtime.message(container, "echo " + i));
        }

        for (int i = 0; i < 50; i++) {
            assertThat(get(answers.get(i))).isEqualTo(Integer.toString(i));
        }
    }

    @Test
    void message_toADestroyedContainer_fails() {
        Container container = create();
        get(runtime.destroy(container));

        assertThatThrownBy(() -> get(runtime.message(container, "ping"))).hasCauseInstanceOf(ContainerException.class);
    }

    @Test
    void message_toAPausedContainer_isAnsweredWhenItGoesOn() {
        Container container = create();
        get(runtime.pause(container));

        CompletableFuture<String> answer = runtime.message(container, "ping").toCompletableFuture();
        get(runtime.pause(container));
        boolean answeredWhilePaused = answer.isDone();
        get(runtime.unpause(container));

        assertThat(answeredWhilePaused).isFalse();
        assertThat(get(answer)).isEqualTo("pong");
    }

    @Test
    void pause_andUnpause_areIdempotent() {
        Container container = create();

        for (int i = 0; i < 5; i++) {
            get(runtime.pause(container));
            get(runtime.pause(container));
            get(runtime.unpause(container));
            get(runtime.unpause(container));
        }

        assertThat(get(runtime.message(container, "ping"))).isEqualTo("pong");
    }

    @Test
    void exec_ofTheSecondAgent_answersOnItsOutput() {
        Container container = create();

        ExecResult result = get(runtime.exec(container, runtime.onceCommand(container, "echo once only")));

        assertThat(result).isEqualTo(new ExecResult(0, "once only\n"));
    }

    @Test
    void exec_thatFails_tellsTheExitCode() {
        Container container = create();
        List<String> command = new ArrayList<>(runtime.onceCommand(container, "ping"));
        command.add("one argument too many");

        ExecResult result = get(runtime.exec(container, command));

        assertThat(result.exitCode()).isNotZero();
        assertThat(result.output()).contains("once LINE").doesNotContain("pong");
    }

    @Test
    void exec_ofAProgramThatIsMissing_failsOrTellsIt() {
        Container container = create();

        CompletionStage<ExecResult> execution = runtime.exec(container, missingCommand());

        assertThatThrownBy(() -> get(execution))
                .hasCauseInstanceOf(ContainerException.class)
                .cause()
                .hasMessageContaining("/no/such/program");
        assertThat(get(runtime.message(container, "ping"))).isEqualTo("pong");
    }

    @Test
    void reset_ofACleanContainer_isProven() {
        Container container = create();

        assertThat(get(runtime.reset(container))).isTrue();
        assertThat(get(runtime.reset(container))).isTrue();
    }

    @Test
    void reset_deletesWhatTheAgentWrote() {
        Container container = create();
        String clean = get(runtime.message(container, "fingerprint"));
        assertThat(get(runtime.message(container, "write " + writablePath(container, "note") + " a secret")))
                .isEqualTo("written");
        String used = get(runtime.message(container, "fingerprint"));

        boolean proven = get(runtime.reset(container));

        assertThat(used).isNotEqualTo(clean).contains("note");
        assertThat(proven).isTrue();
        assertThat(get(runtime.message(container, "fingerprint"))).isEqualTo(clean);
    }

    @Test
    void reset_endsWhatTheAgentStarted() {
        Container container = create();
        String clean = get(runtime.message(container, "fingerprint"));
        for (int i = 0; i < 3; i++) {
            assertThat(get(runtime.message(container, "start " + String.join(" ", endlessCommand()))))
                    .startsWith("started ");
        }
        String used = get(runtime.message(container, "fingerprint"));

        boolean proven = get(runtime.reset(container));

        assertThat(used).isNotEqualTo(clean);
        assertThat(proven).isTrue();
        assertThat(get(runtime.message(container, "fingerprint"))).isEqualTo(clean);
    }

    @Test
    void stats_ofARunningContainer_areRealAndGrow() {
        Container container = create();
        try (StatsFeed feed = runtime.openStats(container)) {
            ContainerStats first = get(feed.latest());
            for (int i = 0; i < 200; i++) {
                get(runtime.message(container, "echo " + "x".repeat(1000)));
            }

            assertThat(first.memoryBytes()).isBetween(1L << 20, 1L << 30);
            assertThat(first.cpuNanos()).isPositive();
            assertThat(first.pids()).isPositive();
            assertThat(Ticker.system().read() - first.atNanos()).isBetween(0L, TimeUnit.SECONDS.toNanos(30));
            assertThat(get(feed.latest()).cpuNanos()).isGreaterThanOrEqualTo(first.cpuNanos());
        }
    }

    @Test
    void stats_ofADestroyedContainer_failAndAreNotZero() {
        Container container = create();
        StatsFeed feed = runtime.openStats(container);
        get(feed.latest());

        get(runtime.destroy(container));

        assertThatThrownBy(() -> get(feed.latest())).hasCauseInstanceOf(ContainerException.class);
        assertThatThrownBy(() -> runtime.openStats(container)).isInstanceOf(ContainerException.class);
    }
}
