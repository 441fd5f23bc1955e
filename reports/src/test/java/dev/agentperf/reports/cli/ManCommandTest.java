package dev.agentperf.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manual, read by groff where there is one. */
final class ManCommandTest {
    @TempDir
    private Path directory;

    @Test
    void everyCommand_hasAPage() throws IOException {
        Run run = Run.of("man", "--out", directory.toString());

        assertThat(run.code()).isZero();
        List<String> expected = CommandTreeTest.commands()
                .map(command -> command.replace(' ', '-') + ".1")
                .sorted()
                .toList();
        try (Stream<Path> pages = Files.list(directory)) {
            assertThat(pages.map(page -> page.getFileName().toString()).sorted())
                    .containsExactlyElementsOf(expected);
        }
        assertThat(run.out().strip()).isEqualTo(expected.size() + " pages written to " + directory);
    }

    @Test
    void page_holdsWhatHelpTells() {
        String page = Run.of("man", "gate", "run").out();

        assertThat(page)
                .startsWith(".TH \"AGENTPERF\\-GATE\\-RUN\" \"1\"")
                .contains(".SH NAME\nagentperf\\-gate\\-run \\- Measure two jars")
                .contains("\\fB\\-\\-budget\\fR \\fITIME\\fR\nHow long to search for changes (default: 20m)")
                .contains("agentperf gate run \\-\\-base\\-ref main")
                .contains(".SH EXIT STATUS");
    }

    @Test
    void unknownCommand_isOneLineWithASuggestion() {
        Run run = Run.of("man", "gate", "rnu");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err().strip())
                .isEqualTo(
                        "agentperf: unknown command 'rnu' of agentperf gate, did you mean run? (see agentperf man --help)");
    }

    @Test
    void groff_findsNothingWrong_onAnyPage() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/groff")), "pages are read by groff");
        Run.of("man", "--out", directory.toString());

        try (Stream<Path> pages = Files.list(directory)) {
            for (Path page : pages.toList()) {
                assertThat(groff(page)).as(page.toString()).doesNotContain("warning", "error");
            }
        }
        assertThat(groff(directory.resolve("agentperf-simulate.1"))).contains("--cold-start TIME", "EXAMPLES");
    }

    private String groff(Path page) throws IOException, InterruptedException {
        File out = Files.createTempFile("groff", ".txt").toFile();
        Process groff = new ProcessBuilder("/usr/bin/groff", "-man", "-Tascii", "-P-cbou", "-ww", page.toString())
                .redirectErrorStream(true)
                .redirectOutput(out)
                .start();
        assertThat(groff.waitFor()).isZero();
        String text = Files.readString(out.toPath());
        Files.delete(out.toPath());
        return text;
    }
}
