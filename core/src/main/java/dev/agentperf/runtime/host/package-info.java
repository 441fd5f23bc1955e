/** The host's side of resident agents: what the runtimes share. Start at {@link dev.agentperf.runtime.host.Fleet}. */
@NullMarked
package dev.agentperf.runtime.host;

import org.jspecify.annotations.NullMarked;
