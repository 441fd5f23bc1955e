package dev.agentperf.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agentperf.AgentType;
import dev.agentperf.time.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
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
    void bind_reachesWhatIsExecutedAndWhatIsStarted_andResetTakesItAway() {
        Container container = create();
        String clean = get(runtime.message(container, "fingerprint"));
        byte[] content = new byte[100_000];
        Arrays.fill(content, (byte) 7);
        Bindings bindings = Bindings.NONE
                .withVariable("GREETING", "hello  world")
                .withSecret("API_KEY", "hunter2")
                .withFile("deep/down/config", content);

        get(runtime.bind(container, bindings));
        String used = get(runtime.message(container, "fingerprint"));
        String greeting = variableOf(container, "GREETING");
        String key = variableOf(container, "API_KEY");
        boolean proven = get(runtime.reset(container));

        assertThat(used)
                .contains("GREETING", "API_KEY", "deep/down/config", ":100000")
                .doesNotContain("hello", "hunter2");
        assertThat(greeting).isEqualTo("hello  world");
        assertThat(key).isEqualTo("hunter2");
        assertThat(proven).isTrue();
        assertThat(get(runtime.message(container, "fingerprint"))).isEqualTo(clean);
        assertThat(variableOf(container, "GREETING")).isEqualTo("error no variable GREETING");
        assertThat(get(runtime.message(container, "variable API_KEY"))).isEqualTo("error no variable API_KEY");
    }

    /** Returns a variable as a program that is executed in the container sees it. */
    private String variableOf(Container container, String name) {
        return get(runtime.exec(container, runtime.onceCommand(container, "variable " + name)))
                .output()
                .stripTrailing();
    }

    @Test
    void bind_again_addsAndReplaces() {
        Container container = create();

        get(runtime.bind(container, Bindings.NONE.withVariable("FIRST", "1").withVariable("BOTH", "1")));
        get(runtime.bind(container, Bindings.NONE.withVariable("BOTH", "2")));

        assertThat(variableOf(container, "FIRST")).isEqualTo("1");
        assertThat(variableOf(container, "BOTH")).isEqualTo("2");
        assertThat(get(runtime.message(container, "variable BOTH"))).isEqualTo("2");
    }

    @Test
    void bind_asMuchAsIsAllowed_succeeds() {
        Container container = create();
        Bindings largest = Bindings.NONE.withFile("f", new byte[Bindings.MAX_BYTES - 1]);

        get(runtime.bind(container, largest));
        get(runtime.bind(container, largest));

        assertThat(get(runtime.message(container, "fingerprint"))).contains(":" + (Bindings.MAX_BYTES - 1));
        assertThat(get(runtime.reset(container))).isTrue();
    }

    @Test
    void bind_toADestroyedContainer_fails() {
        Container container = create();
        get(runtime.destroy(container));

        assertThatThrownBy(() -> get(runtime.bind(container, Bindings.NONE.withVariable("A", "1"))))
                .hasCauseInstanceOf(ContainerException.class);
    }

    @Test
    void sessionToken_isKnownInside_andEveryResetReplacesIt() {
        Container container = create();
        String first = runtime.sessionToken(container);
        String before = variableOf(container, "AGENTPERF_SESSION");

        assertThat(get(runtime.reset(container))).isTrue();

        String second = runtime.sessionToken(container);
        assertThat(first).matches("[0-9a-f]{32}");
        assertThat(second).matches("[0-9a-f]{32}").isNotEqualTo(first);
        assertThat(before).isEqualTo(first);
        assertThat(variableOf(container, "AGENTPERF_SESSION")).isEqualTo(second);
    }

    @Test
    void isAlive_untilTheContainerIsDestroyed() {
        Container container = create();
        boolean alive = runtime.isAlive(container);

        get(runtime.destroy(container));

        assertThat(alive).isTrue();
        assertThat(runtime.isAlive(container)).isFalse();
    }

    @Test
    void message_toAnAgentThatDoesNotAnswerInTime_losesTheContainer() {
        Container container = create();
        Queue<Container> gone = new ConcurrentLinkedQueue<>();
        runtime.onGone(gone::add);
        get(runtime.pause(container));

        CompletionStage<String> message = runtime.message(container, "ping", Duration.ofMillis(50));

        assertThatThrownBy(() -> get(message))
                .hasCauseInstanceOf(ContainerException.class)
                .cause()
                .hasMessageContaining("must answer within PT0.05S");
        get(runtime.destroy(container));
        assertThat(gone).containsExactly(container);
        assertThat(runtime.isAlive(container)).isFalse();
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

    /**
     * Half of what it has now: memory may have been given up between the two looks, and what is shared counted twice.
     */
    @Test
    void peakMemory_whereItIsKnown_isNotFarBelowWhatIsUsed_andUnknownOnceDestroyed() {
        Container container = create();
        try (StatsFeed feed = runtime.openStats(container)) {
            long used = get(feed.latest()).memoryBytes();
            runtime.peakMemoryBytes(container)
                    .ifPresent(peak -> assertThat(peak).isGreaterThan(used / 2));
        }

        get(runtime.destroy(container));

        assertThat(runtime.peakMemoryBytes(container)).isEmpty();
    }
}
