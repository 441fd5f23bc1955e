package dev.agentperf.runtime.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConversationTest {

    @TempDir
    private Path directory;

    private String converse(String requests) throws IOException {
        ByteArrayOutputStream answers = new ByteArrayOutputStream();
        byte[] bytes = requests.getBytes(StandardCharsets.UTF_8);
        new Conversation(new ByteArrayInputStream(bytes), answers).serve(Verbs.of(new FakeSurroundings()));
        return answers.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everyLine_isAnsweredWithOneLine() throws IOException {
        assertThat(converse("ping\necho a  b \necho\n\nnonsense more\n"))
                .isEqualTo("pong\na  b \n\nerror unknown verb: \nerror unknown verb: nonsense\n");
    }

    @Test
    void unfinishedLastLine_isNotAnswered() throws IOException {
        assertThat(converse("ping\npin")).isEqualTo("pong\n");
    }

    @Test
    void failure_isAnAnswerOfOneLine() throws IOException {
        String answer = converse("start /no/such/program\nwrite " + directory + " text\nping\n");

        assertThat(answer.split("\n"))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).matches("error .+|pong"));
    }

    @Test
    void reset_leavesTheFilesOfTheStartAndNoOther() throws IOException {
        Path kept = Files.writeString(directory.resolve("kept"), "old");
        Verbs verbs = Verbs.of(new FakeSurroundings());
        String clean = verbs.answer("fingerprint");
        Files.createDirectories(directory.resolve("a/b"));
        verbs.answer("write " + directory.resolve("a/b/new") + " text");
        Files.createSymbolicLink(directory.resolve("link"), kept);
        String used = verbs.answer("fingerprint");

        String after = verbs.answer("reset");

        assertThat(used).isNotEqualTo(clean).contains("a/b/new", "link");
        assertThat(after).isEqualTo(clean).contains("kept");
        assertThat(directory.toFile().list()).containsExactly("kept");
    }

    @Test
    void fingerprint_showsThatAFileOfTheStartWasChanged_evenWithItsOldTime() throws IOException {
        Path kept = Files.writeString(directory.resolve("kept"), "old");
        Verbs verbs = Verbs.of(new FakeSurroundings());
        String clean = verbs.answer("fingerprint");
        var time = Files.getLastModifiedTime(kept);
        awaitClockTick(kept);
        Files.writeString(kept, "new");
        Files.setLastModifiedTime(kept, time);

        assertThat(verbs.answer("reset")).isNotEqualTo(clean);
    }

    /* The file system's clock moves in steps of some milliseconds. */
    private void awaitClockTick(Path old) throws IOException {
        Object before = Files.getAttribute(old, "unix:ctime");
        Path probe = directory.resolve("probe");
        do {
            Files.deleteIfExists(probe);
            Files.createFile(probe);
        } while (Files.getAttribute(probe, "unix:ctime").equals(before));
        Files.delete(probe);
    }

    @Test
    void fingerprint_tellsApartNamesThatLookLikeSeveral() throws IOException {
        Verbs verbs = Verbs.of(new FakeSurroundings());
        Files.createDirectory(directory.resolve("a,b"));
        String one = verbs.answer("fingerprint");
        Files.delete(directory.resolve("a,b"));
        Files.createDirectory(directory.resolve("a"));
        Files.createDirectory(directory.resolve("b"));

        assertThat(verbs.answer("fingerprint")).isNotEqualTo(one);
    }

    @Test
    void bind_givesVariablesToWhatIsStarted_andWritesFiles() throws Exception {
        Verbs verbs = Verbs.of(new FakeSurroundings());
        String clean = verbs.answer("fingerprint");
        Path output = directory.resolve("output");

        String bound = verbs.answer("bind variable GREETING " + word("grüß\nGott") + " variable EMPTY = file "
                + word("a/b/c.bin") + " " + word("\0\n") + " file " + word("empty") + " =");

        assertThat(bound).isEqualTo("bound");
        assertThat(directory.resolve("a/b/c.bin")).hasContent("\0\n");
        assertThat(directory.resolve("empty")).isEmptyFile();
        Path script = Files.writeString(directory.resolve("script"), "printf %s \"$GREETING\" >" + output);
        long process = Long.parseLong(verbs.answer("start sh " + script).substring("started ".length()));
        ProcessHandle.of(process).ifPresent(it -> it.onExit().join());
        assertThat(output).hasContent("grüß\nGott");
        assertThat(verbs.answer("fingerprint")).contains("bound=[EMPTY,GREETING,]");
        assertThat(verbs.answer("reset")).isEqualTo(clean).contains("bound=[]");
    }

    @Test
    void bind_throughALink_staysInTheTemporaryDirectory() throws IOException {
        Path outside = Files.createDirectory(directory.resolve("outside"));
        Path target = Files.writeString(outside.resolve("target"), "old");
        Path home = Files.createDirectory(directory.resolve("home"));
        Files.createSymbolicLink(home.resolve("directory"), outside);
        Files.createSymbolicLink(home.resolve("file"), target);
        Bound bound = new Bound();

        for (String path : List.of("directory/new", "file", "../new", "a/../../new", "directory/target")) {
            assertThatThrownBy(() -> bound.add("file " + word(path) + " " + word("new"), home.toFile()))
                    .as(path)
                    .isInstanceOf(IOException.class);
        }
        assertThat(target).hasContent("old");
        assertThat(outside.toFile().list()).containsExactly("target");
        assertThat(directory.toFile().list()).containsExactlyInAnyOrder("outside", "home");
    }

    private static String word(String text) {
        return "=" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** One directory, and no processes. */
    private final class FakeSurroundings implements Surroundings {
        @Override
        public long[] processes() {
            return new long[0];
        }

        @Override
        public File[] writable() {
            return new File[] {directory.toFile()};
        }

        @Override
        public File home() {
            return directory.toFile();
        }

        @Override
        public int kernelObjects() {
            return 0;
        }
    }
}
