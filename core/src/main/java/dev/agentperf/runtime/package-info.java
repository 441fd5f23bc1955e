/**
 * Where containers come from: the interface that an engine implements, and what it takes and returns. Start at
 * {@link dev.agentperf.runtime.ContainerRuntime}.
 */
@NullMarked
package dev.agentperf.runtime;

import org.jspecify.annotations.NullMarked;
