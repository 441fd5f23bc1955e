package dev.agentperf.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.AgentType;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerSpec;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process is killed while its pool serves claims; after one reconciliation by another owner nothing of it is left,
 * and nothing of that other owner is touched. Twenty times: {@code mvn -Pfaults -pl core -am verify
 * -Dit.test=OwnerKilledIT -Dfailsafe.failIfNoSpecifiedTests=false}.
 */
@Timeout(900)
@NeedsEngine
final class OwnerKilledIT {
    private static final ContainerSpec SPEC = ContainerSpec.of(AgentType.REACT, DockerRuntime.DEFAULT_IMAGE);

    @TempDir
    private Path temporary;

    private final SplittableRandom moments = new SplittableRandom(7);

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
    }

    @Test
    void ownerThatIsKilledUnderLoad_leavesNothingAfterOneReconciliation() throws IOException {
        killAndReconcile(1);
    }

    @Test
    @Tag("faults")
    void ownersThatAreKilledUnderLoad_leaveNothing_twentyTimes() throws IOException {
        killAndReconcile(20);
    }

    private void killAndReconcile(int kills) throws IOException {
        try (DockerRuntime other = TestEngine.runtime();
                Engine outside = TestEngine.connect()) {
            Container first = get(other.create(SPEC));
            Container second = get(other.create(SPEC));
            int leftBefore = 0;
            for (int kill = 0; kill < kills; kill++) {
                String owner = killedOwner();

                int before = left(outside, owner);
                assertThat(before).as("before, kill %d", kill).isPositive();
                leftBefore += before;
                CompletionStage<Integer> reconciliation = other.reconcile();
                CompletionStage<Container> meanwhile = other.create(SPEC);

                get(reconciliation);
                assertThat(left(outside, owner)).as("left, kill %d", kill).isZero();
                get(other.destroy(get(meanwhile)));
                assertThat(get(other.message(first, "ping"))).isEqualTo("pong");
                assertThat(get(other.message(second, "ping"))).isEqualTo("pong");
            }
            System.out.printf(
                    "%d killed owners left %d containers; none after one reconciliation each%n", kills, leftBefore);
        }
    }

    private static int left(Engine outside, String owner) {
        return outside.client()
                .listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(Map.of(DockerRuntime.OWNER_LABEL, owner))
                .exec()
                .size();
    }

    /** Starts an owner, kills it at some moment of its work, and returns its label. */
    private String killedOwner() throws IOException {
        Process owner = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        BusyOwner.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = owner.inputReader()) {
            String label = output.readLine();
            assertThat(label).isNotNull();
            CompletableFuture.runAsync(
                            owner::destroyForcibly,
                            CompletableFuture.delayedExecutor(moments.nextInt(400), TimeUnit.MILLISECONDS))
                    .join();
            owner.onExit().join();
            return label;
        }
    }
}
