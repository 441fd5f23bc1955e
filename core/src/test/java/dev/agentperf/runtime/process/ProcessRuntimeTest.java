package dev.agentperf.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agentperf.runtime.Bindings;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerException;
import dev.agentperf.runtime.ContainerRuntime;
import dev.agentperf.runtime.ContainerRuntimeContract;
import dev.agentperf.runtime.ExecResult;
import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ProcessRuntimeTest extends ContainerRuntimeContract {

    @Override
    protected ContainerRuntime newRuntime() {
        return new ProcessRuntime(Ticker.system(), Scheduler.system());
    }

    @Override
    protected String image() {
        return "none";
    }

    @Override
    protected List<String> endlessCommand() {
        return List.of("sleep", "600");
    }

    @Override
    protected String writablePath(Container container, String name) {
        return home(container).resolve(name).toString();
    }

    @Override
    protected long containersOutside() {
        Path directory = ((ProcessRuntime) runtime()).directory();
        if (!Files.exists(directory)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isDirectory).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the directory that a container may write to, which its identifier ends with the name of. */
    private Path home(Container container) {
        String name = container.id().substring(container.id().lastIndexOf('-') + 1);
        return ((ProcessRuntime) runtime()).directory().resolve(name).resolve("tmp");
    }

    @Test
    void agentThatIsKilled_isTold_andTheContainerIsNotAliveAnyMore() {
        CompletableFuture<Container> gone = new CompletableFuture<>();
        runtime().onGone(gone::complete);
        Container container = create();

        killAgents();

        assertThat(get(gone)).isEqualTo(container);
        assertThat(runtime().isAlive(container)).isFalse();
        get(runtime().destroy(container));
        assertThat(containersOutside()).isZero();
    }

    @Test
    void bind_toAProgramOfTheUsersOwn_saysWhatItNeeds() {
        Container container = get(runtime().create(spec().withCommand(List.of("cat"))));

        assertThatThrownBy(() -> get(runtime().bind(container, Bindings.NONE.withVariable("A", "1"))))
                .cause()
                .isInstanceOf(ContainerException.class)
                .hasMessage("container " + container.id()
                        + " runs a program of its own, and bindings need the resident agent");
        assertThat(runtime().isAlive(container)).isTrue();
    }

    @Test
    void environment_isTheSpecsAndNothingOfThisProcess() {
        Container container = get(runtime().create(spec().withEnvironment(Map.of("GREETING", "hello"))));

        ExecResult variables = get(runtime().exec(container, List.of("env")));

        assertThat(variables.output().lines().map(it -> it.substring(0, it.indexOf('='))))
                .contains("GREETING")
                .isSubsetOf(
                        "GREETING",
                        "PATH",
                        "HOME",
                        "TMPDIR",
                        "AGENTPERF_SOCKET",
                        "AGENTPERF_CONTAINER",
                        "AGENTPERF_WRITABLE",
                        "AGENTPERF_SESSION",
                        // Set by some systems' C library or loader, for every process.
                        "PWD",
                        "SHLVL",
                        "_");
    }

    @Test
    void exec_returnsWhenTheProgramEnds_notWhenWhatItLeftEnds() {
        Container container = create();

        ExecResult result = get(runtime().exec(container, List.of("sh", "-c", "sleep 600 & echo left; exit 3")));

        assertThat(result).isEqualTo(new ExecResult(3, "left\n"));
        assertThat(get(runtime().message(container, "fingerprint"))).doesNotContain("processes=[]");
        assertThat(get(runtime().reset(container))).isTrue();
        assertThat(get(runtime().message(container, "fingerprint"))).contains("processes=[]");
    }

    @Test
    void reset_deletesDirectoriesThatWereMadeUnreadable() {
        Container container = create();
        String script = "mkdir -p a/b && touch a/b/c 'a/new\nline' && ln -s /etc/passwd a/link && chmod 000 a/b a";
        assertThat(get(runtime().exec(container, List.of("sh", "-c", script))).exitCode())
                .isZero();

        assertThat(get(runtime().reset(container))).isTrue();
        assertThat(home(container)).isEmptyDirectory();
        assertThat(Path.of("/etc/passwd")).exists();
    }

    @Test
    void command_ofTheUsersOwn_isSpokenToOverItsStandardStreams() {
        Container container = get(runtime().create(spec().withCommand(List.of("cat"))));

        assertThat(get(runtime().message(container, "whatever"))).isEqualTo("whatever");
        assertThat(get(runtime().reset(container))).isFalse();
    }

    @Test
    void command_thatEndsAtOnce_failsWithItsExitCodeAndLastWords() {
        List<String> command = List.of("sh", "-c", "echo no configuration >&2; exit 7");

        assertThatThrownBy(() -> get(runtime().create(spec().withCommand(command))))
                .cause()
                .isInstanceOf(ContainerException.class)
                .hasMessageContaining("exit code 7")
                .hasMessageContaining("no configuration");
        assertThat(containersOutside()).isZero();
    }

    @Test
    void agentThatDied_failsTheNextMessage() {
        Container container = create();
        killAgents();

        assertThatThrownBy(() -> get(runtime().message(container, "ping")))
                .hasCauseInstanceOf(ContainerException.class)
                .cause()
                .hasMessageContaining(container.id());
    }

    private static void killAgents() {
        ProcessHandle.current()
                .children()
                .filter(it -> it.info().commandLine().orElse("").contains("ResidentAgent"))
                .forEach(ProcessHandle::destroyForcibly);
    }
}
