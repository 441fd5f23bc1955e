package dev.agentperf.cache;

import static java.util.Objects.requireNonNull;

/**
 * What a question about a tool is about, and who asks.
 *
 * @param server the tool server's name or address; may be empty
 * @param tool the tool's name, or the method and parameters that are asked (a page of a list, say)
 * @param scope the authorisation under which it is asked (a token's subject, a tenant); empty for callers without one
 */
public record ToolKey(String server, String tool, String scope) {

    /** Validates every component. */
    public ToolKey {
        requireNonNull(server, "server");
        requireNonNull(tool, "tool");
        requireNonNull(scope, "scope");
    }

    /** Returns the key of a tool that is asked without authorisation. */
    public static ToolKey of(String server, String tool) {
        return new ToolKey(server, tool, "");
    }

    /** Returns the same tool, asked under another authorisation. */
    public ToolKey withScope(String newScope) {
        return new ToolKey(server, tool, newScope);
    }
}
