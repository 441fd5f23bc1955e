package dev.agentperf.cache;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a server says about a tool.
 *
 * @param name the tool's name
 * @param definition its description and parameter schema, as the server sent it (JSON)
 * @param ttl how long the server lets it be kept; zero for not at all, null where it does not say
 * @param visibility who may be given it
 */
public record ToolMetadata(
        String name, String definition, @Nullable Duration ttl, Visibility visibility) {

    /** Validates every component. */
    public ToolMetadata {
        requireNonNull(name, "name");
        requireNonNull(definition, "definition");
        requireNonNull(visibility, "visibility");
        if (ttl != null && ttl.isNegative()) {
            throw new IllegalArgumentException("ttl must not be negative, was " + ttl);
        }
    }

    /** Returns metadata of a server that says nothing about keeping it: visible to the scope that asked. */
    public static ToolMetadata of(String name, String definition) {
        return new ToolMetadata(name, definition, null, Visibility.PRIVATE);
    }

    /** Who may be given a kept answer. */
    public enum Visibility {
        /** Only callers of the scope that asked; an empty scope is one of its own. */
        PRIVATE,
        /** Callers of every scope. */
        SHARED
    }
}
