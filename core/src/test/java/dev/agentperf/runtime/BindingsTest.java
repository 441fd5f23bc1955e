package dev.agentperf.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BindingsTest {

    @Test
    void none_isEmpty_andNothingElseIs() {
        assertThat(Bindings.NONE.isEmpty()).isTrue();
        assertThat(Bindings.NONE.withVariable("A", "").isEmpty()).isFalse();
        assertThat(Bindings.NONE.withSecret("A", "").isEmpty()).isFalse();
        assertThat(Bindings.NONE.withFile("a", new byte[0]).isEmpty()).isFalse();
    }

    @Test
    void toString_showsNoValueOfAnything() {
        Bindings bindings = Bindings.NONE
                .withVariable("PUBLIC", "hunter1")
                .withSecret("KEY", "hunter2")
                .withFile("token", "hunter3".getBytes(StandardCharsets.UTF_8));

        assertThat(bindings).hasToString("Bindings[environment=[PUBLIC], secrets=[KEY], fileBytes={token=7}]");
        assertThat(bindings.secrets().toString()).doesNotContain("hunter2");
    }

    @Test
    void contents_cannotBeChangedFromOutside() {
        byte[] content = {1};
        Bindings bindings = Bindings.NONE.withFile("a", content);

        content[0] = 2;
        bindings.files().values().forEach(it -> it[0] = 3);

        assertThat(bindings.files().get("a")).containsExactly(1);
        assertThat(bindings)
                .isEqualTo(Bindings.NONE.withFile("a", new byte[] {1}))
                .hasSameHashCodeAs(Bindings.NONE.withFile("a", new byte[] {1}))
                .isNotEqualTo(Bindings.NONE.withFile("a", new byte[] {2}));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/etc/passwd", "../a", "a/../../b", "a/..", "./a", "a//b", "a/", "..", "a\0b"})
    void path_thatCouldLeaveTheTemporaryDirectory_isRefused(String path) {
        assertThatThrownBy(() -> Bindings.NONE.withFile(path, new byte[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("file must be below the container's temporary directory and relative to it, was " + path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A=B", "1A", "A B", "A\nB", "Ä"})
    void name_thatNoShellKnows_isRefused(String name) {
        assertThatThrownBy(() -> Bindings.NONE.withVariable(name, "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesOfThisLibrary_areRefused() {
        assertThatThrownBy(() -> Bindings.NONE.withSecret("AGENTPERF_SESSION", "x"))
                .hasMessage("variable name must not begin with AGENTPERF_, was AGENTPERF_SESSION");
    }

    @Test
    void nameThatIsVariableAndSecret_isRefused() {
        assertThatThrownBy(() -> Bindings.NONE.withVariable("A", "x").withSecret("A", "y"))
                .hasMessage("a variable must be bound once, was also a secret: A");
    }

    @Test
    void sizes_areBounded_andTheMessageSaysByWhat() {
        String longest = "x".repeat(Bindings.MAX_VALUE_BYTES);
        byte[] largest = new byte[Bindings.MAX_BYTES - 1];

        assertThat(Bindings.NONE.withVariable("A", longest).environment()).containsKey("A");
        assertThat(Bindings.NONE.withFile("f", largest).files()).containsKey("f");
        assertThatThrownBy(() -> Bindings.NONE.withVariable("A", longest + "x"))
                .hasMessage("variable A must have at most 65536 bytes, had 65537; bind a file instead");
        assertThatThrownBy(() -> new Bindings(Map.of(), Map.of(), Map.of("fi", largest)))
                .hasMessage("bindings must have at most 1048576 bytes, had 1048577");
        assertThatThrownBy(() -> Bindings.NONE.withSecret("A", "\0"))
                .hasMessage("variable must not contain a zero character, did: A");
    }
}
