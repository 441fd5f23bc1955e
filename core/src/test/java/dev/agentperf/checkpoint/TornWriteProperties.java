package dev.agentperf.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/**
 * A machine that loses power: of the sectors that a save has written and not confirmed, any may be on disk and any may
 * not. What is loaded then is the state of that save or of the one before, whole.
 */
final class TornWriteProperties {
    private static final int SECTOR_BYTES = 512;
    private static final int MOST_BYTES = 20_000;
    private static final String AGENT = "agent";

    private Path directory = Path.of("");

    @BeforeProperty
    void create() throws IOException {
        directory = Files.createTempDirectory("torn-write");
    }

    @AfterProperty
    void remove() throws IOException {
        try (CheckpointStore store = CheckpointStore.open(directory, Durability.FAST)) {
            store.delete(AGENT);
        }
        Files.delete(directory.resolve("store.lock"));
        Files.delete(directory);
    }

    @Property(tries = 150)
    void load_anySectorsOfTheLastSave_isThatSaveOrTheOneBefore(
            @ForAll @IntRange(max = MOST_BYTES) int before,
            @ForAll @IntRange(max = MOST_BYTES) int after,
            @ForAll long seed)
            throws IOException {
        Images images = save(before, after);
        Random disk = new Random(seed);
        byte[] torn = images.old.clone();
        for (int sector = 0; sector < torn.length; sector += SECTOR_BYTES) {
            if (disk.nextBoolean()) {
                System.arraycopy(images.saved, sector, torn, sector, SECTOR_BYTES);
            }
        }

        assertThat(load(torn)).isIn(List.of(state(2, before), state(3, after)));
    }

    /** Where the disk tears a sector, too. */
    @Property(tries = 150)
    void load_stateWholeAndHeaderTorn_isThatSaveOrTheOneBefore(
            @ForAll @IntRange(max = MOST_BYTES) int before,
            @ForAll @IntRange(max = MOST_BYTES) int after,
            @ForAll @IntRange(max = SlotHeader.BYTES) int headerBytes)
            throws IOException {
        Images images = save(before, after);
        byte[] torn = images.saved.clone();
        int header = FileHeader.PAGE_BYTES;
        System.arraycopy(images.old, header + headerBytes, torn, header + headerBytes, SlotHeader.BYTES - headerBytes);

        assertThat(load(torn)).isIn(List.of(state(2, before), state(3, after)));
    }

    @Property(tries = 150)
    void load_anyByteOfTheFileFlipped_isNeverAStateThatWasNotSaved(
            @ForAll @IntRange(max = MOST_BYTES) int before,
            @ForAll @IntRange(max = MOST_BYTES) int after,
            @ForAll @IntRange(max = 60_000) int position,
            @ForAll @IntRange(max = 7) int bit)
            throws IOException {
        byte[] flipped = save(before, after).saved;
        flipped[position % flipped.length] ^= (byte) (1 << bit);

        try {
            assertThat(load(flipped)).isIn(List.of(state(2, before), state(3, after)));
        } catch (CheckpointDamagedException | CheckpointVersionException reported) {
            assertThat(position % flipped.length).isLessThan(FileHeader.PAGE_BYTES);
        }
    }

    /** The file before and after the third save; the first makes room and fills the slot that the third one writes. */
    private Images save(int before, int after) throws IOException {
        try (CheckpointStore store = CheckpointStore.open(directory, Durability.FAST)) {
            store.delete(AGENT);
            store.save(AGENT, state(1, MOST_BYTES));
            store.save(AGENT, state(2, before));
            byte[] old = Files.readAllBytes(file());
            store.save(AGENT, state(3, after));
            return new Images(old, Files.readAllBytes(file()));
        }
    }

    private ByteBuffer load(byte[] image) throws IOException {
        Files.write(file(), image);
        try (CheckpointStore store = CheckpointStore.open(directory, Durability.FAST)) {
            return store.load(AGENT).orElseThrow().state();
        }
    }

    private Path file() {
        return directory.resolve(AgentFile.name(AGENT));
    }

    private static ByteBuffer state(int seed, int length) {
        byte[] bytes = new byte[length + 1];
        new Random(seed).nextBytes(bytes);
        return ByteBuffer.wrap(bytes);
    }

    private static final class Images {
        private final byte[] old;
        private final byte[] saved;

        Images(byte[] old, byte[] saved) {
            this.old = old;
            this.saved = saved;
        }
    }
}
