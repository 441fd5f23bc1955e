package dev.agentperf.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ProcessRuntimeTest extends ContainerRuntimeContract {
    private List<Path> before = List.of();

    @BeforeEach
    void rememberWhatOthersLeft() {
        before = directories();
    }

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
        return temporary(container).resolve(name).toString();
    }

    @Override
    protected long containersOutside() {
        List<Path> now = directories();
        return now.stream().filter(it -> !before.contains(it)).count();
    }

    private static Path root() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    private static Path temporary(Container container) {
        return root().resolve(container.id()).resolve("tmp");
    }

    private static List<Path> directories() {
        try (Stream<Path> files = Files.list(root())) {
            return files.filter(it -> it.getFileName().toString().startsWith("agentperf-"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        assertThat(temporary(container)).isEmptyDirectory();
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
        ProcessHandle.current()
                .children()
                .filter(it -> it.info().commandLine().orElse("").contains("ResidentAgent"))
                .forEach(ProcessHandle::destroyForcibly);

        assertThatThrownBy(() -> get(runtime().message(container, "ping")))
                .hasCauseInstanceOf(ContainerException.class)
                .cause()
                .hasMessageContaining(container.id());
    }
}
