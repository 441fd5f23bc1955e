package dev.agentperf.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CheckpointStoreTest {
    private static final int SLOT_A_HEADER = 4096;
    private static final int SLOT_B_HEADER = 2 * 4096;
    private static final int SLOT_A = 3 * 4096;
    private static final int SLOT_B = 4 * 4096;

    @TempDir
    private Path directory;

    private CheckpointStore store;

    @BeforeEach
    void open() {
        store = CheckpointStore.open(directory, Durability.FAST);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @EnumSource
    void save_thenReopen_loadsTheNewestState(Durability durability) {
        store.close();
        try (CheckpointStore first = CheckpointStore.open(directory, durability)) {
            first.save("agent", bytes("one"));
            first.save("agent", bytes("two"));
            first.save("agent", bytes("three"));
        }

        store = CheckpointStore.open(directory, durability);

        assertThat(text("agent")).isEqualTo("three");
        assertThat(store.load("agent").orElseThrow().epoch()).isEqualTo(3);
    }

    @Test
    void trim_openStates_areOnDiskAndReadAgain() {
        store.save("first", bytes("one"));
        store.save("second", bytes("two"));

        assertThat(store.trim()).isEqualTo(2);
        assertThat(store.trim()).isZero();

        assertThat(store.load("first").orElseThrow().state()).isEqualTo(bytes("one"));
        assertThat(store.save("second", bytes("three"))).isEqualTo(2);
    }

    @Test
    void save_growingState_keepsCountingEpochs() {
        store.save("agent", bytes("small"));
        store.save("agent", ByteBuffer.allocate(1_000_000));

        Checkpoint checkpoint = store.load("agent").orElseThrow();

        assertThat(checkpoint.epoch()).isEqualTo(2);
        assertThat(checkpoint.state().remaining()).isEqualTo(1_000_000);
    }

    @Test
    void save_emptyState_isAState() {
        store.save("agent", ByteBuffer.allocate(0));

        assertThat(store.load("agent").orElseThrow().state().remaining()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void save_equalState_isNotWrittenAgain(Durability durability) throws IOException {
        store.close();
        store = CheckpointStore.open(directory, durability);
        store.save("agent", bytes("one"));
        byte[] before = Files.readAllBytes(file());

        assertThat(store.save("agent", bytes("one"))).isEqualTo(1);
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    /** What a fast store has left to the system may still be lost: a durable store must write it. */
    @Test
    void save_equalStateThatWasOnlyFast_isMadeDurable() {
        store.save("agent", bytes("one"));
        store.close();
        store = CheckpointStore.open(directory, Durability.DURABLE);

        assertThat(store.save("agent", bytes("one"))).isEqualTo(2);
        assertThat(store.save("agent", bytes("one"))).isEqualTo(2);
    }

    @Test
    void save_durableStateWithOneChangedPage_isWhole() {
        store.close();
        store = CheckpointStore.open(directory, Durability.DURABLE);
        byte[] state = new byte[50_000];
        store.save("agent", ByteBuffer.wrap(state));
        state[20_000] = 1;
        store.save("agent", ByteBuffer.wrap(state));
        state[49_999] = 2;
        store.save("agent", ByteBuffer.wrap(state));

        assertThat(store.load("agent").orElseThrow().state()).isEqualTo(ByteBuffer.wrap(state));
    }

    @Test
    void save_bufferInTheMiddle_takesWhatRemainsAndLeavesThePosition() {
        ByteBuffer buffer = bytes("skip this");
        buffer.position(5);

        store.save("agent", buffer);

        assertThat(text("agent")).isEqualTo("this");
        assertThat(buffer.position()).isEqualTo(5);
    }

    @Test
    void load_unknownAgent_isEmpty() {
        assertThat(store.load("nobody")).isEmpty();
    }

    @Test
    void load_thenSave_doesNotChangeWhatWasLoaded() {
        store.save("agent", bytes("one"));
        Checkpoint loaded = store.load("agent").orElseThrow();

        store.save("agent", bytes("two"));
        store.save("agent", bytes("six"));

        assertThat(UTF_8.decode(loaded.state()).toString()).isEqualTo("one");
    }

    @Test
    void delete_savedAgent_forgetsIt() {
        store.save("agent", bytes("one"));

        assertThat(store.delete("agent")).isTrue();
        assertThat(store.load("agent")).isEmpty();
        assertThat(store.delete("agent")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "/", ".", "..", "a\0b", "CON", "Agent", "agent", "\n", "日本語", " "})
    void save_hostileId_staysInTheDirectory(String id) throws IOException {
        store.save(id, bytes(id));
        store.save("other", bytes("other"));

        assertThat(text(id)).isEqualTo(id);
        assertThat(store.agents()).containsExactlyInAnyOrder(id, "other");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .allMatch(name -> name.matches("[0-9a-f]{64}\\.ckpt|store\\.lock"));
        }
    }

    @Test
    void save_idThatIsNoText_isRefused() {
        assertThatThrownBy(() -> store.save("\ud800", bytes("x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("agentId must be valid Unicode text");
    }

    @Test
    void save_emptyId_isRefused() {
        assertThatThrownBy(() -> store.save("", bytes("x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("agentId must have 1 to 1024 bytes in UTF-8, had 0");
    }

    @Test
    void open_directoryInUse_isRefused() {
        assertThatThrownBy(() -> CheckpointStore.open(directory, Durability.FAST))
                .isInstanceOf(StoreLockedException.class)
                .hasMessage("checkpoint directory must have one owner, has another: " + directory);
    }

    @Test
    void open_afterClose_succeeds() {
        store.close();
        store.close();

        store = CheckpointStore.open(directory, Durability.FAST);

        assertThat(store.agents()).isEmpty();
    }

    @Test
    void save_afterClose_isRefused() {
        store.close();

        assertThatThrownBy(() -> store.save("agent", bytes("x")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("checkpoint store must be open, was closed");
    }

    @Test
    void load_bitFlippedInTheNewestState_returnsTheOneBefore() throws IOException {
        saveAndClose("one", "two");

        flipBit(SLOT_B);

        assertThat(reopenedText()).isEqualTo("one");
    }

    @Test
    void load_tornHeaderOfTheNewestState_returnsTheOneBefore() throws IOException {
        saveAndClose("one", "two", "three");

        flipBit(SLOT_A_HEADER + 9);

        assertThat(reopenedText()).isEqualTo("two");
    }

    @Test
    void save_afterRecovery_goesOnFromTheStateThatWasFound() throws IOException {
        saveAndClose("one", "two", "three");
        flipBit(SLOT_A);

        store = CheckpointStore.open(directory, Durability.FAST);
        long epoch = store.save("agent", bytes("new"));

        assertThat(epoch).isEqualTo(3);
        assertThat(text("agent")).isEqualTo("new");
    }

    @Test
    void load_bothSlotsDamaged_saysSo() throws IOException {
        saveAndClose("one", "two");
        flipBit(SLOT_A);
        flipBit(SLOT_B_HEADER);
        store = CheckpointStore.open(directory, Durability.FAST);

        assertThatThrownBy(() -> store.load("agent"))
                .isInstanceOf(CheckpointDamagedException.class)
                .hasMessageStartingWith("checkpoint must have a whole slot, had none in ");
    }

    @Test
    void load_fileCutShort_saysSoAndDeleteHelps() throws IOException {
        saveAndClose("one");
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            channel.truncate(SLOT_A + 10);
        }
        store = CheckpointStore.open(directory, Durability.FAST);

        assertThatThrownBy(() -> store.load("agent")).isInstanceOf(CheckpointDamagedException.class);
        assertThat(store.delete("agent")).isTrue();
        assertThat(store.save("agent", bytes("new"))).isEqualTo(1);
    }

    @Test
    void load_newerVersion_isRefusedAndLeftAlone() throws IOException {
        saveAndClose("one");
        patch(8, new byte[] {0, 0, 0, 2});
        byte[] before = Files.readAllBytes(file());
        store = CheckpointStore.open(directory, Durability.FAST);

        assertThatThrownBy(() -> store.load("agent"))
                .isInstanceOf(CheckpointVersionException.class)
                .hasMessageStartingWith("checkpoint version must be at most 1, was 2 in ");
        assertThatThrownBy(() -> store.save("agent", bytes("two"))).isInstanceOf(CheckpointVersionException.class);
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
        assertThat(store.unreadable()).containsExactly(file());
    }

    @Test
    void open_unfinishedDraft_isRemoved() throws IOException {
        saveAndClose("one");
        Path draft = directory.resolve(file().getFileName() + ".draft");
        Files.write(draft, new byte[] {1, 2, 3});

        assertThat(reopenedText()).isEqualTo("one");
        assertThat(draft).doesNotExist();
    }

    @Test
    void agents_foreignFile_isReportedNotListed() throws IOException {
        store.save("agent", bytes("one"));
        Path foreign = directory.resolve("foreign.ckpt");
        Files.write(foreign, new byte[] {1, 2, 3});

        assertThat(store.agents()).containsExactly("agent");
        assertThat(store.unreadable()).containsExactly(foreign);
    }

    private void saveAndClose(String... states) {
        List.of(states).forEach(state -> store.save("agent", bytes(state)));
        store.close();
    }

    private String reopenedText() {
        store = CheckpointStore.open(directory, Durability.FAST);
        return text("agent");
    }

    private String text(String agentId) {
        return UTF_8.decode(store.load(agentId).orElseThrow().state()).toString();
    }

    private Path file() {
        return directory.resolve(AgentFile.name("agent"));
    }

    private void flipBit(int offset) throws IOException {
        byte[] all = Files.readAllBytes(file());
        patch(offset, new byte[] {(byte) (all[offset] ^ 0x10)});
    }

    private void patch(int offset, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes), offset);
        }
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(UTF_8));
    }
}
