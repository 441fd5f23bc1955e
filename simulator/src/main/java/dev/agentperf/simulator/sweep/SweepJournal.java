package dev.agentperf.simulator.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The results of a sweep while it runs: a file beside the result, a line for each cell as it is done, so that a sweep
 * that was stopped goes on where it was. When all are there, {@link #commit} writes them in the order of the cells.
 *
 * <p>A line that was cut when the sweep died is done again. Not thread-safe.
 */
public final class SweepJournal implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path result;
    private final Path journal;
    private final List<Cell> cells;
    private final Map<String, CellResult> done = new HashMap<>();
    private final Writer out;

    /**
     * Opens the journal of a sweep, with what an earlier run of the same one has left.
     *
     * @param result where the results go in the end
     * @param cells all cells of the sweep
     * @throws SweepException if there is a journal of another grid
     * @throws UncheckedIOException if the files cannot be read or written
     */
    public SweepJournal(Path result, List<Cell> cells) {
        this.result = result;
        this.journal = result.resolveSibling(result.getFileName() + ".partial");
        this.cells = List.copyOf(cells);
        try {
            if (Files.exists(journal)) {
                read();
            }
            out = Files.newBufferedWriter(journal, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            // The last line may have been cut: what follows begins a line of its own.
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() throws IOException {
        Map<String, Cell> known = cells.stream().collect(Collectors.toMap(Cell::key, cell -> cell, (a, b) -> a));
        for (String line : Files.readAllLines(journal)) {
            CellResult cell = parse(line);
            if (cell == null) {
                continue;
            }
            if (!known.containsKey(cell.cell())) {
                throw new SweepException(journal + " belongs to another grid: it holds the cell '" + cell.cell()
                        + "'; delete it or write elsewhere");
            }
            done.put(cell.cell(), cell);
        }
    }

    private static @Nullable CellResult parse(String line) {
        try {
            return JSON.readValue(line, CellResult.class);
        } catch (JsonProcessingException cut) {
            return null;
        }
    }

    /** Returns the cells that are still to be run. */
    public List<Cell> remaining() {
        return cells.stream().filter(cell -> !done.containsKey(cell.key())).toList();
    }

    /** Keeps a result, on disk. */
    public void add(CellResult cell) {
        done.put(cell.cell(), cell);
        try {
            write(cell);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(CellResult cell) throws IOException {
        out.write(JSON.writeValueAsString(cell));
        out.write('\n');
        out.flush();
    }

    /**
     * Writes the result, a line for each cell in their order, and removes the journal.
     *
     * @throws IllegalStateException if a cell is missing
     */
    public List<CellResult> commit() {
        if (!remaining().isEmpty()) {
            throw new IllegalStateException("a sweep must be complete before its result is written");
        }
        List<CellResult> all = cells.stream()
                .map(cell -> done.get(cell.key()))
                .filter(Objects::nonNull)
                .toList();
        Path whole = result.resolveSibling(result.getFileName() + ".tmp");
        try {
            StringBuilder text = new StringBuilder();
            for (CellResult cell : all) {
                text.append(JSON.writeValueAsString(cell)).append('\n');
            }
            Files.writeString(whole, text);
            Files.move(whole, result, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            out.close();
            Files.delete(journal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /** Closes the journal; it stays where {@link #commit} was not called. */
    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
