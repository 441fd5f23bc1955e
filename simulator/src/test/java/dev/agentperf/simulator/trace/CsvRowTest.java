package dev.agentperf.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class CsvRowTest {

    @Test
    void split_plainFields_areStripped() {
        assertThat(CsvRow.split("a, b ,,c")).containsExactly("a", "b", "", "c");
    }

    @Test
    void split_trailingComma_endsWithAnEmptyField() {
        assertThat(CsvRow.split("a,")).containsExactly("a", "");
        assertThat(CsvRow.split("\"a\",")).containsExactly("a", "");
    }

    @Test
    void split_quotedFields_keepCommasAndHalveQuotes() {
        assertThat(CsvRow.split("\"a,b\",\"say \"\"hi\"\"\",\"\"")).containsExactly("a,b", "say \"hi\"", "");
    }

    @Test
    void split_openQuote_saysSo() {
        assertThatThrownBy(() -> CsvRow.split("a,\"b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("quote is not closed");
    }

    @Test
    void split_textAfterAQuote_saysSo() {
        assertThatThrownBy(() -> CsvRow.split("\"a\"b,c"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("text follows a closing quote");
    }
}
