package dev.agentperf.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import dev.agentperf.AgentType;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.runtime.ExecResult;
import dev.agentperf.runtime.Hardening;
import dev.agentperf.runtime.ResourceLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.images.builder.ImageFromDockerfile;

/** Tries from inside a container to break each rule of {@link Hardening#STRICT} and each limit. */
@Timeout(180)
@NeedsEngine
final class HardeningIT {
    private static final ResourceLimits LIMITS = new ResourceLimits(128L << 20, 0.5, 64);
    private static String image = "";

    private DockerRuntime runtime;

    /** Builds an image of the default one with the intruder in it. */
    @BeforeAll
    static void buildImage() throws IOException {
        try (Engine engine = TestEngine.connect()) {
            if (!DockerClientFactory.instance().isDockerAvailable()) {
                TestEngine.skip("Testcontainers finds no engine; set DOCKER_HOST");
            }
            String base = new AgentImage(engine).ensure();
            Path classes = Path.of(Intruder.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .getPath());
            String name = Intruder.class.getName().replace('.', '/') + ".class";
            image = new ImageFromDockerfile("agentperf-test-intruder", true)
                    .withFileFromPath("Intruder.class", classes.resolve(name))
                    .withFileFromString("Dockerfile", "FROM " + base + "\nCOPY Intruder.class /intruder/" + name + "\n")
                    .get();
        }
    }

    @AfterAll
    static void removeImage() throws IOException {
        if (!image.isEmpty()) {
            try (Engine engine = TestEngine.connect()) {
                engine.client().removeImageCmd(image).withForce(true).exec();
            }
        }
    }

    @BeforeEach
    void connect() {
        runtime = TestEngine.runtime();
    }

    @AfterEach
    void close() {
        runtime.close();
    }

    private Container create(Hardening hardening) {
        ContainerSpec spec = ContainerSpec.of(AgentType.AUTONOMOUS, image)
                .withCommand(AgentImage.command())
                .withLimits(LIMITS)
                .withHardening(hardening);
        return get(runtime.create(spec));
    }

    private ExecResult intrude(Container container, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "/agent/jre/bin/java",
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:MaxDirectMemorySize=2g"));
        command.addAll(List.of("-cp", "/intruder", Intruder.class.getName()));
        command.addAll(List.of(arguments));
        return get(runtime.exec(container, command));
    }

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(120, TimeUnit.SECONDS).join();
    }

    @Test
    void network_isOutOfReach() {
        ExecResult result = intrude(create(Hardening.STRICT), "network");

        assertThat(result.output()).startsWith("[lo] ").doesNotContain("connected");
    }

    @Test
    void root_isReadOnly_evenForRoot() {
        Hardening asRoot = new Hardening(false, false, false, false, 64L << 20, "0:0");

        ExecResult result = intrude(create(asRoot), "write", "/", "/etc", "/agent", "/tmp", "/dev/shm", "/intruder");

        assertThat(result.output()).isEqualTo("[/tmp, /dev/shm]\n");
    }

    @Test
    void user_mayWriteToTemporaryFilesOnly() {
        ExecResult result = intrude(
                create(Hardening.STRICT),
                "write",
                "/",
                "/etc",
                "/agent",
                "/tmp",
                "/dev",
                "/sys",
                "/proc",
                "/agentperf");

        assertThat(result.output()).isEqualTo("[/tmp]\n");
    }

    @Test
    void temporaryFiles_areLimited() {
        Hardening small = new Hardening(false, false, false, false, 8L << 20, "1000:1000");
        Container container = create(small);

        assertThat(intrude(container, "fill", "/tmp/file").output()).startsWith("full after 8:");
        assertThat(intrude(container, "fill", "/dev/shm/file").output()).startsWith("full after 8:");
    }

    @Test
    void process_hasNoPrivilegesAndCannotGainAny() {
        String identity = intrude(create(Hardening.STRICT), "identity").output();

        assertThat(identity)
                .contains("Uid: 1000 1000 1000 1000", "Gid: 1000 1000 1000 1000", "NoNewPrivs: 1", "Seccomp: 2")
                .contains("CapPrm: 0000000000000000", "CapEff: 0000000000000000", "CapBnd: 0000000000000000");
    }

    @Test
    void threads_areLimited_andTheAgentLivesOn() {
        Container container = create(Hardening.STRICT);

        ExecResult result = intrude(container, "threads");

        assertThat(startedThreads(result)).isBetween(1, LIMITS.pids());
        assertThat(get(runtime.message(container, "ping"))).isEqualTo("pong");
    }

    private static int startedThreads(ExecResult result) {
        String last = result.output().lines().reduce("", (before, line) -> line);
        assertThat(last).startsWith("threads ");
        return Integer.parseInt(last.substring("threads ".length()));
    }

    @Test
    void memory_isLimited_andTheAgentLivesOn() {
        Container container = create(Hardening.STRICT);

        ExecResult result = intrude(container, "memory");

        assertThat(result.output()).doesNotContain("took all");
        assertThat(result.exitCode()).isEqualTo(137);
        assertThat(get(runtime.message(container, "ping"))).isEqualTo("pong");
    }

    @Test
    void processorTime_isLimited() {
        ExecResult result = intrude(create(Hardening.STRICT), "cpu");

        // Half a processor for two seconds is one second of work; the rest is the virtual machine's own start.
        assertThat(result.output()).startsWith("worked ");
        long workMillis = Long.parseLong(result.output().strip().substring("worked ".length()));
        assertThat(workMillis).isBetween(100L, 1900L);
    }

    @Test
    void programsThatTheAgentWrites_doNotRun() {
        ExecResult result = intrude(create(Hardening.STRICT), "execute", "/tmp/program");

        assertThat(result.output()).contains("marked true", "Permission denied");
    }

    @Test
    void machineAndOtherContainers_areOutOfSight() {
        create(Hardening.STRICT);

        ExecResult result = intrude(create(Hardening.STRICT), "see");

        // The init program, the agent and the intruder.
        assertThat(result.output()).isEqualTo("processes 3, engine false, writable mounts 0, memory false\n");
    }

    @Test
    void rulesThatAreLifted_areReallyLifted() {
        // But for the network, which not every engine has one for.
        Container container = create(new Hardening(false, true, true, true, 8L << 20, "0:0"));

        assertThat(intrude(container, "write", "/", "/etc", "/agent").output()).isEqualTo("[/, /etc, /agent]\n");
        assertThat(intrude(container, "identity").output())
                .contains("Uid: 0 0 0 0", "NoNewPrivs: 0")
                .doesNotContain("CapEff: 0000000000000000");
    }

    @Test
    void everyLimit_isSetAtTheEngine() throws IOException {
        Container container = create(Hardening.STRICT);

        try (Engine engine = TestEngine.connect()) {
            InspectContainerResponse found =
                    engine.client().inspectContainerCmd(container.id()).exec();
            HostConfig host = found.getHostConfig();
            assertThat(host.getMemory()).isEqualTo(LIMITS.memoryBytes());
            assertThat(host.getMemorySwap()).isEqualTo(LIMITS.memoryBytes());
            assertThat(host.getNanoCPUs()).isEqualTo(500_000_000L);
            assertThat(host.getPidsLimit()).isEqualTo(64L);
            assertThat(host.getNetworkMode()).isEqualTo("none");
            assertThat(host.getCapDrop()).containsExactly(Capability.ALL);
            assertThat(host.getReadonlyRootfs()).isTrue();
            assertThat(host.getSecurityOpts()).contains("no-new-privileges");
            assertThat(host.getPrivileged()).isFalse();
            assertThat(found.getConfig().getLabels())
                    .containsEntry("agentperf", "true")
                    .containsEntry("agentperf.type", "autonomous")
                    .containsKey("agentperf.owner");
        }
    }
}
