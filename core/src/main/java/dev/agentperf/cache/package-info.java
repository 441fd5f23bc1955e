/**
 * What an agent asks for again and again, kept for as long as it stays true:
 * {@link dev.agentperf.cache.PerformanceCache} for anything, {@link dev.agentperf.cache.ToolMetadataCache} for what
 * tool servers say about their tools, {@link dev.agentperf.cache.ExecutionPatterns} for what agents do next.
 */
@NullMarked
package dev.agentperf.cache;

import org.jspecify.annotations.NullMarked;
