package dev.agentperf.runtime.host;

import dev.agentperf.runtime.Bindings;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** Bindings as one line to a resident agent. */
final class BindRequest {
    private BindRequest() {}

    /** Returns the variables of bindings, secret ones among them. */
    static Map<String, String> variables(Bindings bindings) {
        Map<String, String> variables = new TreeMap<>(bindings.environment());
        bindings.secrets().forEach((name, secret) -> variables.put(name, secret.value()));
        return variables;
    }

    /** Returns the request that gives these variables and files to a container. */
    static String line(Map<String, String> variables, Map<String, byte[]> files) {
        StringBuilder line = new StringBuilder("bind");
        variables.forEach((name, value) ->
                line.append(" variable ").append(name).append(' ').append(word(utf8(value))));
        files.forEach((path, content) ->
                line.append(" file ").append(word(utf8(path))).append(' ').append(word(content)));
        return line.toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /* With a character before it, since the agent splits the line into words and Base64 of nothing is none. */
    private static String word(byte[] bytes) {
        return '=' + Base64.getEncoder().encodeToString(bytes);
    }
}
