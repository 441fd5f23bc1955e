package dev.agentperf.reports.machine;

import dev.agentperf.reports.model.Environment;
import dev.agentperf.runtime.RuntimeUnavailableException;
import dev.agentperf.runtime.docker.DockerRuntime;
import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;

/** Looks for a Docker engine where the Docker runtime looks for one. Stateless. */
public final class DockerProbe implements EngineProbe {

    @Override
    public Answer ask() {
        try (DockerRuntime docker = DockerRuntime.connect(Ticker.system(), Scheduler.system())) {
            return new Answer(new Environment.Engine(docker.name(), docker.version()), "at " + docker.address());
        } catch (RuntimeUnavailableException none) {
            return new Answer(null, "none: " + none.getMessage());
        }
    }
}
