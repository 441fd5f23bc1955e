package dev.agentperf.pool;

import static java.util.Objects.requireNonNull;

import dev.agentperf.AgentType;
import dev.agentperf.runtime.Bindings;
import java.time.Duration;

/**
 * What a claim asks of a {@link WarmPool}. Immutable.
 *
 * @param type the agent type
 * @param timeout how long the claim may wait in all; zero or more
 * @param tenant on whose behalf: tenants share the waiting room by their weights, and a container that has worked for
 *     one never works for another; {@link #NO_TENANT} if there is only one
 * @param bindings environment, secrets and files that the container gets with the claim. They are bound to one that
 *     stands ready already: no claim is cold because it carries them
 */
public record ClaimRequest(AgentType type, Duration timeout, String tenant, Bindings bindings) {

    /** The tenant of claims that name none. */
    public static final String NO_TENANT = "";

    /** Validates every component. */
    public ClaimRequest {
        requireNonNull(type, "type");
        requireNonNull(tenant, "tenant");
        requireNonNull(bindings, "bindings");
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("timeout must not be negative, was " + timeout);
        }
    }

    /** Returns a request of no tenant that carries nothing. */
    public static ClaimRequest of(AgentType type, Duration timeout) {
        return new ClaimRequest(type, timeout, NO_TENANT, Bindings.NONE);
    }

    /** Returns this request on behalf of a tenant. */
    public ClaimRequest forTenant(String newTenant) {
        return new ClaimRequest(type, timeout, newTenant, bindings);
    }

    /** Returns this request with what its container gets. */
    public ClaimRequest with(Bindings newBindings) {
        return new ClaimRequest(type, timeout, tenant, newBindings);
    }
}
