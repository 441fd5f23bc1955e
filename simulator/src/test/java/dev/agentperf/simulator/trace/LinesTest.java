package dev.agentperf.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LinesTest {

    @Test
    void next_anyLineEnd_givesTheLinesWithoutIt() {
        assertThat(numbered("a\r\nb\nc")).containsExactly("1 a", "2 b", "3 c");
    }

    @Test
    void next_blankLines_areSkippedButCounted() {
        assertThat(numbered("\n  \na\n\t\r\n\nb\n\n")).containsExactly("3 a", "6 b");
    }

    @Test
    void next_byteOrderMark_isNotPartOfTheFirstLine() {
        assertThat(numbered("\ufeffa\nb")).containsExactly("1 a", "2 b");
    }

    @Test
    void next_lineLongerThanTheBuffer_isWhole() {
        String first = "x".repeat(200_000);
        String second = "y".repeat(70_000);

        assertThat(numbered(first + "\n" + second)).containsExactly("1 " + first, "2 " + second);
    }

    @Test
    void next_endlessLine_failsWithItsNumber() {
        TraceFile file = TraceFile.of(Path.of("trace"), new Endless());
        Lines lines = new Lines(file);

        assertThatThrownBy(lines::next)
                .isInstanceOf(TraceException.class)
                .hasMessage("trace:1: line is too long, expected at most 16777216 bytes");
    }

    private static List<String> numbered(String content) {
        Lines lines = new Lines(Reading.file(content.getBytes(StandardCharsets.UTF_8)));
        List<String> read = new ArrayList<>();
        while (lines.next()) {
            read.add(lines.number() + " " + lines.text());
        }
        return read;
    }

    private static final class Endless extends InputStream {
        @Override
        public int read() {
            return 'x';
        }
    }
}
