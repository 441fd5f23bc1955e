package dev.agentperf.jmh.checkpoint;

import dev.agentperf.checkpoint.Checkpoint;
import dev.agentperf.checkpoint.CheckpointStore;
import dev.agentperf.checkpoint.Durability;
import dev.agentperf.simulator.engine.RandomStreams;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to save 1 MiB of an agent's state: our store in both modes, beside the plain ways, a file that is
 * written, forced and moved into place, and a file or a mapping without a header, checksum or second slot, forced or
 * not. {@code plainOverwriteForced} is what the disk itself takes: no way that survives the machine can be faster.
 *
 * <p>Regime: every save has one changed page in 256 unless its name says {@code Whole}; then all pages differ from both
 * states that the store holds. The directory is a temporary one: on a memory file system, forcing costs nothing.
 *
 * <pre>{@code
 * java -jar jmh/target/benchmarks.jar CheckpointBenchmark
 * }</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class CheckpointBenchmark {
    private static final int STATE_BYTES = 1 << 20;
    private static final int PAGE_BYTES = 4096;
    private static final int WHOLE_STATES = 3;
    private static final String AGENT = "agent";

    private final ByteBuffer[] whole = new ByteBuffer[WHOLE_STATES];
    private Path directory = Path.of(".");
    private CheckpointStore fast = closed();
    private CheckpointStore durable = closed();
    private ByteBuffer state = ByteBuffer.allocate(0);
    private MappedByteBuffer map = closedMap();
    private FileChannel overwritten = closedChannel();
    private int next;

    @SuppressWarnings("NullAway") // Filled before the first call.
    private static CheckpointStore closed() {
        return null;
    }

    @SuppressWarnings("NullAway") // Filled before the first call.
    private static MappedByteBuffer closedMap() {
        return null;
    }

    @SuppressWarnings("NullAway") // Filled before the first call.
    private static FileChannel closedChannel() {
        return null;
    }

    /** Opens the stores and the plain files. */
    @Setup
    public void open() throws IOException {
        directory = Files.createTempDirectory("agentperf-checkpoints");
        fast = CheckpointStore.open(directory.resolve("fast"), Durability.FAST);
        durable = CheckpointStore.open(directory.resolve("durable"), Durability.DURABLE);
        RandomGenerator random = new RandomStreams(42).stream("benchmark");
        for (int number = 0; number < WHOLE_STATES; number++) {
            whole[number] = ByteBuffer.allocateDirect(STATE_BYTES);
            byte[] bytes = new byte[STATE_BYTES];
            random.nextBytes(bytes);
            whole[number].put(0, bytes);
        }
        state = ByteBuffer.allocateDirect(STATE_BYTES).put(0, whole[0], 0, STATE_BYTES);
        try (FileChannel channel = FileChannel.open(
                directory.resolve("plain.map"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            map = channel.map(FileChannel.MapMode.READ_WRITE, 0, STATE_BYTES);
        }
        overwritten =
                FileChannel.open(directory.resolve("plain.over"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        int unused = overwritten.write(state.duplicate());
        overwritten.force(true);
    }

    /** Removes all that was written. */
    @TearDown
    public void close() throws IOException {
        overwritten.close();
        fast.close();
        durable.close();
        for (String part : new String[] {"fast", "durable", "."}) {
            delete(directory.resolve(part));
        }
        Files.deleteIfExists(directory.resolve("fast"));
        Files.deleteIfExists(directory.resolve("durable"));
        Files.deleteIfExists(directory);
    }

    private static void delete(Path files) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(files, Files::isRegularFile)) {
            for (Path file : found) {
                Files.deleteIfExists(file);
            }
        }
    }

    private ByteBuffer changed() {
        int page = (next++ * 37) % (STATE_BYTES / PAGE_BYTES);
        return state.putInt(page * PAGE_BYTES, next);
    }

    private ByteBuffer whole() {
        return whole[next++ % WHOLE_STATES];
    }

    /** The process may die. */
    @Benchmark
    public long saveFast() {
        return fast.save(AGENT, changed());
    }

    /** The process may die; every page is new. */
    @Benchmark
    public long saveFastWhole() {
        return fast.save(AGENT, whole());
    }

    /** The machine may fail. */
    @Benchmark
    public long saveDurable() {
        return durable.save(AGENT, changed());
    }

    /** The machine may fail; every page is new. */
    @Benchmark
    public long saveDurableWhole() {
        return durable.save(AGENT, whole());
    }

    /** Nothing changed since the last save. */
    @Benchmark
    public long saveUnchanged() {
        return fast.save(AGENT, state);
    }

    /** Reads the newest state and checks it. */
    @Benchmark
    public Optional<Checkpoint> load() {
        if (next++ == 0) {
            fast.save(AGENT, state);
        }
        return fast.load(AGENT);
    }

    /** Written aside, forced, moved into place, directory forced. */
    @Benchmark
    public Path plainFile() throws IOException {
        Path draft = directory.resolve("plain.tmp");
        try (FileChannel channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = changed().duplicate();
            while (bytes.hasRemaining()) {
                int unused = channel.write(bytes);
            }
            channel.force(true);
        }
        Path moved = Files.move(draft, directory.resolve("plain"), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel parent = FileChannel.open(directory, StandardOpenOption.READ)) {
            parent.force(true);
        }
        return moved;
    }

    /** Written over the same place of a file that has its blocks, and forced: torn by a crash in between. */
    @Benchmark
    public ByteBuffer plainOverwriteForced() throws IOException {
        ByteBuffer bytes = changed().duplicate();
        overwritten.position(0);
        while (bytes.hasRemaining()) {
            int unused = overwritten.write(bytes);
        }
        overwritten.force(false);
        return bytes;
    }

    /** Copied into a mapping: torn by any crash. */
    @Benchmark
    public MappedByteBuffer plainMap() {
        map.put(0, changed(), 0, STATE_BYTES);
        return map;
    }

    /** Copied into a mapping and forced: torn by a crash in between. */
    @Benchmark
    public MappedByteBuffer plainMapForced() {
        map.put(0, changed(), 0, STATE_BYTES);
        return map.force();
    }
}
