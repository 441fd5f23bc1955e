package dev.agentperf.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TextTableTest {

    @Test
    void figuresStandToTheRight_wordsAndTheFirstColumnToTheLeft() {
        TextTable table = new TextTable(List.of("type", "size", "promised"));
        table.add(List.of("12", "7", "yes"));
        table.add(List.of("react-long", "1 024", "no: too few"));
        table.add(List.of("plan", "–", "yes"));
        StringWriter text = new StringWriter();

        table.print(new PrintWriter(text, true));

        assertThat(text.toString().lines())
                .containsExactly(
                        "type         size  promised",
                        "12              7  yes",
                        "react-long  1 024  no: too few",
                        "plan            –  yes");
    }
}
