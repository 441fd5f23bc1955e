package dev.agentperf.reports.gate.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.agentperf.reports.gate.Fork;
import dev.agentperf.reports.gate.Side;
import dev.agentperf.reports.model.ResultsJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every fork on a line of a file as soon as it is done, so that a run goes on where it was stopped. A pair of which one
 * fork is missing runs again: its two forks must be adjacent. Not thread-safe.
 */
final class Journal implements ForkRunner {
    private final Path file;
    private final ForkRunner runner;
    private final Map<ForkTask, Fork> done;

    private Journal(Path file, ForkRunner runner, Map<ForkTask, Fork> done) {
        this.file = file;
        this.runner = runner;
        this.done = done;
    }

    /** Returns the first line of a journal, empty where there is none that can be read. */
    static Optional<Header> header(Path file) {
        return lines(file).header();
    }

    /** Begins a new journal. */
    static Journal begin(Path file, Header header, ForkRunner runner) {
        try {
            Files.writeString(file, line(header), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Journal(file, runner, new HashMap<>());
    }

    /** Goes on with the journal that is there. */
    static Journal resume(Path file, ForkRunner runner) {
        Lines lines = lines(file);
        try {
            Files.writeString(file, String.join("", lines.whole), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Journal(file, runner, lines.wholePairs());
    }

    /** Returns how many forks need not run again. */
    int size() {
        return done.size();
    }

    @Override
    public Fork run(ForkTask task) throws InterruptedException {
        Fork known = done.get(task);
        if (known != null) {
            return known;
        }
        Fork fork = runner.run(task);
        append(new Entry(task, fork));
        return fork;
    }

    private void append(Entry entry) {
        try {
            Files.writeString(file, line(entry), UTF_8, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Object value) {
        try {
            return ResultsJson.compact().writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Lines lines(Path file) {
        try {
            return new Lines(Files.exists(file) ? Files.readAllLines(file, UTF_8) : List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What could be read; a last line that was cut is left out. */
    private static final class Lines {
        private final Deque<String> whole = new ArrayDeque<>();
        private final Map<ForkTask, Fork> forks = new HashMap<>();
        private Optional<Header> first = Optional.empty();

        Lines(List<String> texts) {
            if (texts.isEmpty()) {
                return;
            }
            first = parse(texts.get(0), Header.class);
            first.ifPresent(header -> whole.add(texts.get(0) + "\n"));
            for (String text : texts.subList(1, texts.size())) {
                parse(text, Entry.class).ifPresent(entry -> {
                    forks.put(entry.task(), entry.fork());
                    whole.add(text + "\n");
                });
            }
        }

        Optional<Header> header() {
            return first;
        }

        Map<ForkTask, Fork> wholePairs() {
            Map<ForkTask, Fork> pairs = new HashMap<>(forks);
            pairs.keySet().removeIf(task -> !forks.containsKey(other(task)));
            return pairs;
        }

        private static ForkTask other(ForkTask task) {
            Side other = task.side() == Side.BASE ? Side.HEAD : Side.BASE;
            return new ForkTask(task.phase(), task.subject(), task.pair(), other);
        }

        private static <T> Optional<T> parse(String text, Class<T> type) {
            try {
                return Optional.ofNullable(ResultsJson.reader(type).readValue(text, type));
            } catch (IOException cut) {
                return Optional.empty();
            }
        }
    }

    /**
     * What a journal belongs to.
     *
     * @param identity equal exactly where the same code is measured in the same way
     * @param seed what decided the orders so far
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Header(String identity, long seed) {}

    /** One fork. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Entry(ForkTask task, Fork fork) {}
}
