package dev.agentperf.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class OwnedDirectoryTest {
    private static final String PREFIX =
            "agentperf-owned-test-" + ProcessHandle.current().pid() + "-";
    private static final ProcessTable SYSTEM = ProcessTable.system();

    private OwnedDirectory own;

    @BeforeEach
    void create() throws IOException {
        own = OwnedDirectory.create(PREFIX);
    }

    @AfterEach
    void close() throws IOException {
        own.close();
    }

    private static Path directoryOf(Owner owner) throws IOException {
        Path directory = Files.createTempDirectory(PREFIX);
        Files.createDirectories(directory.resolve("c1/tmp"));
        Files.writeString(directory.resolve("c1/tmp/file"), "left");
        Files.writeString(directory.resolve("owner"), owner.label());
        return directory;
    }

    private static Owner ended() {
        return new Owner(SYSTEM.place(), Integer.MAX_VALUE, 1);
    }

    @Test
    void directoryOfAnEndedOwner_isDeletedAfterTheFarewell() throws IOException {
        assumeThat(SYSTEM.place()).isNotEmpty();
        Path abandoned = directoryOf(ended());

        int reaped = own.reapOthers(
                PREFIX, SYSTEM, it -> assertThat(it.resolve("c1")).exists());

        assertThat(reaped).isEqualTo(1);
        assertThat(abandoned).doesNotExist();
        assertThat(own.path()).isDirectory();
    }

    @Test
    void directoryThatIsStillInUse_isKept() throws IOException {
        Path abandoned = directoryOf(ended());

        int reaped = own.reapOthers(PREFIX, SYSTEM, it -> {
            throw new IOException("in use");
        });

        assertThat(reaped).isZero();
        assertThat(abandoned).isDirectory();
        OwnedDirectory.delete(abandoned);
    }

    @Test
    void directoryOfALiveOrUnknownOwner_isKept() throws IOException {
        Path live = directoryOf(Owner.current());
        Path elsewhere = directoryOf(new Owner("another boot", Integer.MAX_VALUE, 1));
        Path unlabelled = Files.createTempDirectory(PREFIX);

        int reaped = own.reapOthers(PREFIX, SYSTEM, it -> {});

        assertThat(reaped).isZero();
        for (Path each : new Path[] {live, elsewhere, unlabelled}) {
            assertThat(each).isDirectory();
            OwnedDirectory.delete(each);
        }
    }

    @Test
    void close_deletesAll_andMayBeRepeated() throws IOException {
        Files.createDirectories(own.path().resolve("a/b"));

        own.close();
        own.close();

        assertThat(own.path()).doesNotExist();
    }
}
