package dev.agentperf.runtime.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.agentperf.runtime.host.AgentLink;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The agent for images with Python, as a process of this machine; skipped where there is no {@code python3}. */
@Timeout(60)
final class PythonAgentTest {

    @TempDir
    private Path directory;

    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void requirePython() throws InterruptedException {
        boolean found;
        try {
            found = new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException noSuchProgram) {
            found = false;
        }
        assumeThat(found).as("python3 is on the path").isTrue();
    }

    @AfterEach
    void endProcesses() {
        started.forEach(Process::destroyForcibly);
    }

    private Process start(boolean marked, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("python3", "-u", "-c", source()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        if (marked) {
            builder.environment().put(ResidentAgent.MARK, directory.toString());
            builder.environment().put(ResidentAgent.WRITABLE, directory.toString());
        }
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private static String source() throws IOException {
        try (InputStream source = ResidentAgent.class.getResourceAsStream("agent.py")) {
            assertThat(source).isNotNull();
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static AgentLink link(Process process) {
        return AgentLink.over(process.getInputStream(), process.getOutputStream());
    }

    @Test
    void verbs_answerAsTheJavaAgentDoes() throws IOException {
        AgentLink agent = link(start(true));

        assertThat(agent.ask("ping")).isEqualTo("pong");
        assertThat(agent.ask("echo a  zürich ")).isEqualTo("a  zürich ");
        assertThat(agent.ask("echo")).isEmpty();
        assertThat(agent.ask("nonsense more")).isEqualTo("error unknown verb: nonsense");
        assertThat(agent.ask("start /no/such/program")).startsWith("error ");
    }

    @Test
    void reset_endsProcessesAndDeletesFiles() throws IOException {
        Files.createFile(directory.resolve("kept"));
        AgentLink agent = link(start(true));
        String clean = agent.ask("fingerprint");
        agent.ask("start sleep 600");
        agent.ask("write " + directory.resolve("new") + " text");
        Files.createDirectories(directory.resolve("a/b"));
        String used = agent.ask("fingerprint");

        assertThat(used).isNotEqualTo(clean).contains("/new", "/a/b");
        assertThat(agent.ask("reset")).isEqualTo(clean);
        assertThat(directory.toFile().list()).containsExactly("kept");
    }

    @Test
    void bind_givesVariablesAndFiles_andResetTakesThemAway() throws Exception {
        AgentLink agent = link(start(true));
        String clean = agent.ask("fingerprint");
        Path pipe = directory.resolve("pipe");
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        Files.writeString(directory.resolve("script"), "printf %s \"$GREETING\" >" + pipe);

        assertThat(agent.ask(
                        "bind variable GREETING " + word("grüß\nGott") + " file " + word("a/b/c") + " " + word("\0")))
                .isEqualTo("bound");
        agent.ask("start sh " + directory.resolve("script"));

        assertThat(Files.readString(pipe)).isEqualTo("grüß\nGott");
        assertThat(directory.resolve("a/b/c")).hasContent("\0");
        assertThat(agent.ask("fingerprint")).contains("GREETING");
        assertThat(agent.ask("reset")).isEqualTo(clean);
    }

    @Test
    void bind_throughALinkOrUpwards_isRefused() throws IOException {
        AgentLink agent = link(start(true));
        Files.createSymbolicLink(directory.resolve("link"), Path.of("/tmp"));
        Files.createSymbolicLink(directory.resolve("file"), directory.resolve("target"));

        for (String path : List.of("link/agentperf-new", "../agentperf-new", "a/../../agentperf-new", "file")) {
            assertThat(agent.ask("bind file " + word(path) + " " + word("x")))
                    .as(path)
                    .startsWith("error ");
        }
        assertThat(Path.of("/tmp/agentperf-new")).doesNotExist();
        assertThat(directory.resolve("target")).doesNotExist();
    }

    private static String word(String text) {
        return "=" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void agentWithoutAMark_knowsNoSurroundings() throws IOException {
        AgentLink agent = link(start(false));

        assertThat(agent.ask("fingerprint")).isEqualTo("error this agent runs in no container of agentperf");
    }

    @Test
    void agent_endsWithItsPeer_andTakesItsProcessesAlong() throws Exception {
        Process process = start(true);
        AgentLink agent = link(process);
        String answer = agent.ask("start sleep 600");
        long child = Long.parseLong(answer.substring("started ".length()));

        process.getOutputStream().close();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void once_answersOneLineAndEnds() throws Exception {
        Process process = start(true, "once", "echo one");

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("one\n");
        assertThat(process.waitFor()).isZero();
    }
}
