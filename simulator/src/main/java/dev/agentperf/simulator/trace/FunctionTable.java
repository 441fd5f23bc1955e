package dev.agentperf.simulator.trace;

import dev.agentperf.AgentType;
import dev.agentperf.simulator.trace.Session.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the counts of an Azure Functions 2019 file, joined with run times and memory from the files beside it. */
final class FunctionTable {
    private static final List<String> FUNCTION_KEY = List.of("HashOwner", "HashApp", "HashFunction");
    private static final List<String> APP_KEY = List.of("HashOwner", "HashApp");
    private static final double MILLIS_A_SECOND = 1e3;
    private static final long LONGEST_RUN_NANOS = 365 * 1440 * MinuteMerge.MINUTE_NANOS;

    private final TraceFile file;
    private final Notes notes;
    private final Optional<FunctionFacts> runTimes;
    private final Optional<FunctionFacts> memory;

    FunctionTable(TraceFile file, Notes notes) {
        this.file = file;
        this.notes = notes;
        this.runTimes = FunctionFacts.beside(file.path(), FunctionFacts.Role.RUN_TIME, FUNCTION_KEY, "Average");
        this.memory = FunctionFacts.beside(file.path(), FunctionFacts.Role.MEMORY, APP_KEY, "AverageAllocatedMb");
    }

    /** Reads every function of the file, in its order. */
    List<FunctionLoad> read() {
        Lines lines = new Lines(file);
        CountColumns columns = CountColumns.read(lines);
        List<FunctionLoad> functions = new ArrayList<>();
        while (lines.next()) {
            if (functions.size() == MinuteMerge.MOST_FUNCTIONS) {
                throw lines.error("is one function too many, expected at most " + MinuteMerge.MOST_FUNCTIONS);
            }
            functions.add(function(lines, columns));
        }
        noteMissingFiles();
        return functions;
    }

    private FunctionLoad function(Lines lines, CountColumns columns) {
        MinuteCounts counts = new MinuteCounts();
        try {
            List<String> names = columns.row(lines, counts);
            AgentType type = new AgentType(names.get(FUNCTION_KEY.indexOf("HashFunction")));
            return load(type, String.join("/", names) + "/", counts);
        } catch (IllegalArgumentException e) {
            throw lines.error(String.valueOf(e.getMessage()));
        }
    }

    private FunctionLoad load(AgentType type, String key, MinuteCounts counts) {
        String average = fact(runTimes, key, "{} functions have no run time: their sessions end when they start");
        String app = key.substring(0, key.lastIndexOf('/', key.length() - 2) + 1);
        String megabytes = fact(memory, app, "{} functions have no memory");
        return new FunctionLoad(type, durationNanos(average), usage(average, megabytes), counts);
    }

    private static long durationNanos(@Nullable String averageMillis) {
        if (averageMillis == null) {
            return 0;
        }
        long duration = Seconds.parseMillis(averageMillis);
        if (duration > LONGEST_RUN_NANOS) {
            throw new IllegalArgumentException(
                    "run time is " + Excerpt.of(averageMillis) + " ms, expected at most a year");
        }
        return duration;
    }

    private @Nullable String fact(Optional<FunctionFacts> facts, String key, String missing) {
        if (facts.isEmpty()) {
            return null;
        }
        String value = facts.get().get(key);
        if (value == null) {
            notes.count(missing);
        }
        return value;
    }

    private static @Nullable Usage usage(@Nullable String averageMillis, @Nullable String megabytes) {
        if (averageMillis == null && megabytes == null) {
            return null;
        }
        return new Usage(
                Double.NaN,
                megabytes == null ? Double.NaN : Double.parseDouble(megabytes),
                averageMillis == null ? Double.NaN : Double.parseDouble(averageMillis) / MILLIS_A_SECOND);
    }

    private void noteMissingFiles() {
        if (runTimes.isEmpty()) {
            notes.state("no run times (run.csv) lie beside it: its sessions end when they start");
        } else {
            notes.state("every session lasts its function's mean run time");
        }
        if (memory.isEmpty()) {
            notes.state("no memory (mem.csv) lies beside it");
        }
    }
}
