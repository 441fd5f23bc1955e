package dev.agentperf.reports.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The file that JMH prints to, which tells how far JMH takes itself to be: it says so before each fork. */
final class WatchedLog extends PrintStream {
    private static final Pattern PROGRESS = Pattern.compile("# Run progress: (\\d+)[.,]\\d+% complete, ETA .*");

    private final LongConsumer percent;

    private WatchedLog(OutputStream file, LongConsumer percent) {
        super(file, true, UTF_8);
        this.percent = percent;
    }

    /**
     * Makes the file, or empties it.
     *
     * @throws UncheckedIOException if that fails
     */
    static WatchedLog open(Path log, LongConsumer percent) {
        try {
            return new WatchedLog(Files.newOutputStream(log), percent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void println(@Nullable String line) {
        super.println(line);
        Matcher told = PROGRESS.matcher(String.valueOf(line));
        if (told.matches()) {
            percent.accept(Long.parseLong(told.group(1)));
        }
    }
}
