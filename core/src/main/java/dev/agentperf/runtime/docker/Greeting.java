package dev.agentperf.runtime.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.agentperf.runtime.ContainerException;
import dev.agentperf.time.Scheduler;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

/**
 * The wait for the first word of the agent in a container that has been started. It ends when the agent answers, when
 * the container ends, or when the agent has had its time; and says why, if not with an answer. One use.
 */
final class Greeting {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /* Most agents have answered before the first look, so a look costs nothing where all goes well. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(400);
    private static final int LOG_LINES = 20;

    private final DockerClient client;
    private final Scheduler scheduler;
    private final Blueprint blueprint;
    private final String container;
    private volatile boolean over;
    private volatile boolean outOfTime;

    Greeting(DockerClient client, Scheduler scheduler, Blueprint blueprint, String container) {
        this.client = client;
        this.scheduler = scheduler;
        this.blueprint = blueprint;
        this.container = container;
    }

    /** What waits for the agent, and fails with an {@link IOException} when the container ends. */
    interface Wait<T> {
        T run() throws IOException;
    }

    /**
     * Waits.
     *
     * @param doorbell is closed when the container has ended, so that whoever waits at it does not wait for ever
     * @throws ContainerException if the agent will not answer any more
     */
    <T> T await(Wait<T> wait, Closeable doorbell) {
        Scheduler.Scheduled deadline = scheduler.schedule(PATIENCE, this::giveUp);
        lookLater(doorbell);
        try {
            return wait.run();
        } catch (IOException e) {
            throw failure(e);
        } finally {
            over = true;
            deadline.cancel();
        }
    }

    private void giveUp() {
        outOfTime = true;
        try {
            client.killContainerCmd(container).exec();
        } catch (RuntimeException alreadyEnded) {
            // Then the next look finds it so.
        }
    }

    private void lookLater(Closeable doorbell) {
        scheduler.schedule(BETWEEN_LOOKS, () -> look(doorbell));
    }

    private void look(Closeable doorbell) {
        if (over) {
            return;
        }
        if (isRunning()) {
            lookLater(doorbell);
            return;
        }
        try {
            doorbell.close();
        } catch (IOException alreadyClosed) {
            // Nobody waits there any more.
        }
    }

    private boolean isRunning() {
        try {
            return Boolean.TRUE.equals(state().getRunning());
        } catch (NotFoundException gone) {
            return false;
        } catch (RuntimeException engineInTrouble) {
            return true;
        }
    }

    private ContainerState state() {
        return client.inspectContainerCmd(container).exec().getState();
    }

    private ContainerException failure(IOException cause) {
        if (outOfTime) {
            return new SilentAgentException("the agent of image " + blueprint.image() + " did not answer within "
                    + PATIENCE.toSeconds() + " s");
        }
        return EngineFailure.translating("container " + container, () -> {
            ContainerState state = state();
            if (Boolean.TRUE.equals(state.getOOMKilled())) {
                return new ContainerException("the agent of image " + blueprint.image() + " needs more memory than "
                        + blueprint.spec().limits().memoryBytes() + " bytes");
            }
            Long exitCode = state.getExitCodeLong();
            return StartFailure.ended(blueprint, exitCode == null ? -1 : exitCode, lastLine(), cause);
        });
    }

    /** Returns the last thing that the container complained about. */
    private String lastLine() {
        FrameText log = new FrameText();
        try (log) {
            client.logContainerCmd(container)
                    .withStdErr(true)
                    .withTail(LOG_LINES)
                    .exec(log);
            log.awaitCompletion();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException noLog) {
            return "";
        }
        return log.text().lines().filter(it -> !it.isBlank()).reduce("", (before, line) -> line.strip());
    }
}
