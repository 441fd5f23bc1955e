package dev.agentperf.reports.gate.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.agentperf.reports.model.ResultsJson;
import dev.agentperf.reports.read.ResultsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The file of a history, to which lines are only ever appended. Not safe for concurrent writers. */
public final class HistoryFile {
    private HistoryFile() {}

    /**
     * Reads all lines. A last line that was cut, as a process that is killed leaves it, is left out and said.
     *
     * @throws ResultsException if the file cannot be read, or another line is not one
     */
    public static HistoryData read(Path file) {
        List<String> texts = lines(file);
        List<HistoryLine> lines = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i).isBlank()) {
                continue;
            }
            try {
                lines.add(ResultsJson.reader(HistoryLine.class).readValue(texts.get(i)));
            } catch (JsonProcessingException e) {
                if (i + 1 < texts.size() || lines.isEmpty()) {
                    throw new ResultsException(
                            file + ":" + (i + 1) + ": is no line of a history, expected what gate history add writes",
                            e);
                }
                notes.add(file + ":" + (i + 1) + ": the last line is cut, and left out");
            }
        }
        return new HistoryData(lines, notes);
    }

    /**
     * Appends lines; makes the file where there is none. A last line that was cut gets an end of its own, so that it
     * spoils no other; a file that is no history is left as it is.
     *
     * @throws ResultsException if the file is there and is no history
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void append(Path file, List<HistoryLine> lines) {
        StringBuilder text = new StringBuilder();
        try {
            repair(file);
            for (HistoryLine line : lines) {
                text.append(ResultsJson.compact().writeValueAsString(line)).append('\n');
            }
            Files.writeString(file, text, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /* The cut line holds no whole fork: what is whole stays. */
    private static void repair(Path file) throws IOException {
        if (!Files.exists(file) || lines(file).isEmpty()) {
            return;
        }
        String text = Files.readString(file, UTF_8);
        HistoryData unused = read(file);
        if (text.endsWith("\n")) {
            return;
        }
        String last = text.substring(text.lastIndexOf('\n') + 1);
        boolean whole = isWhole(last);
        Files.writeString(file, whole ? text + "\n" : text.substring(0, text.length() - last.length()), UTF_8);
    }

    private static boolean isWhole(String line) {
        try {
            ResultsJson.reader(HistoryLine.class).readValue(line);
            return true;
        } catch (JsonProcessingException cut) {
            return false;
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, UTF_8);
        } catch (CharacterCodingException e) {
            throw new ResultsException(file + ": is no text, expected a history", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
