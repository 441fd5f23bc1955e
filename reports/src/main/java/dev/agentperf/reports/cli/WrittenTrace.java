package dev.agentperf.reports.cli;

import java.util.List;

/**
 * What came of writing a trace, for programs.
 *
 * @param schemaVersion {@value #SCHEMA_VERSION}
 * @param file the trace
 * @param sessions how many it holds
 * @param notes what could not be mapped, one sentence each
 */
record WrittenTrace(int schemaVersion, String file, long sessions, List<String> notes) {
    static final int SCHEMA_VERSION = 1;

    WrittenTrace {
        notes = List.copyOf(notes);
    }
}
