/**
 * Containers of a Docker engine, or of one that speaks its language. Start at
 * {@link dev.agentperf.runtime.docker.DockerRuntime}. The only package that knows docker-java, which is an optional
 * dependency.
 */
@NullMarked
package dev.agentperf.runtime.docker;

import org.jspecify.annotations.NullMarked;
