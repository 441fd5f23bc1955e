/**
 * Operating-system processes as containers: real cold starts on any machine, without an engine and without isolation.
 * Start at {@link dev.agentperf.runtime.process.ProcessRuntime}.
 */
@NullMarked
package dev.agentperf.runtime.process;

import org.jspecify.annotations.NullMarked;
