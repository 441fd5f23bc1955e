package dev.agentperf.runtime;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What one claim brings to a container that is there already: see {@link ContainerRuntime#bind}. Immutable; derive a
 * variant with the {@code with} methods.
 *
 * @param environment variables by name, for every program that is started in the container from then on
 * @param secrets the same, but their values are never printed; no name that {@code environment} has
 * @param files contents by path; each path is relative to the container's temporary directory, which is {@code /tmp} in
 *     a container of its own, and stays below it
 */
public record Bindings(Map<String, String> environment, Map<String, Secret> secrets, Map<String, byte[]> files) {
    /* The resident agent takes all of it as one line into a heap of 32 MiB. */
    /** The most that names, values, paths and contents may be together: 1 MiB. */
    public static final int MAX_BYTES = 1 << 20;

    /* Linux takes no string of 128 KiB or more into a new program. */
    /** The longest value of a variable, in bytes of UTF-8: 64 KiB. */
    public static final int MAX_VALUE_BYTES = 64 << 10;

    /** What begins the names that belong to this library. */
    public static final String RESERVED_PREFIX = "AGENTPERF_";

    /** Nothing to bind. */
    public static final Bindings NONE = new Bindings(Map.of(), Map.of(), Map.of());

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** Validates and copies every component. */
    public Bindings {
        environment = Map.copyOf(environment);
        secrets = Map.copyOf(secrets);
        files = copyOf(files);
        environment.forEach(Bindings::checkVariable);
        secrets.forEach((name, secret) -> checkVariable(name, secret.value()));
        files.keySet().forEach(Bindings::checkPath);
        for (String name : secrets.keySet()) {
            if (environment.containsKey(name)) {
                throw new IllegalArgumentException("a variable must be bound once, was also a secret: " + name);
            }
        }
        long bytes = sizeBytes(environment, secrets, files);
        if (bytes > MAX_BYTES) {
            throw new IllegalArgumentException("bindings must have at most " + MAX_BYTES + " bytes, had " + bytes);
        }
    }

    private static Map<String, byte[]> copyOf(Map<String, byte[]> files) {
        Map<String, byte[]> copy = new HashMap<>();
        files.forEach((path, content) -> copy.put(
                requireNonNull(path, "path"), requireNonNull(content, path).clone()));
        return Map.copyOf(copy);
    }

    private static void checkVariable(String name, String value) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "variable name must be letters, digits and _, and not begin with a digit, was " + name);
        }
        if (name.startsWith(RESERVED_PREFIX)) {
            throw new IllegalArgumentException(
                    "variable name must not begin with " + RESERVED_PREFIX + ", was " + name);
        }
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("variable must not contain a zero character, did: " + name);
        }
        if (utf8(value) > MAX_VALUE_BYTES) {
            throw new IllegalArgumentException("variable " + name + " must have at most " + MAX_VALUE_BYTES
                    + " bytes, had " + utf8(value) + "; bind a file instead");
        }
    }

    private static void checkPath(String path) {
        boolean isBelow = Arrays.stream(path.split("/", -1)).noneMatch(List.of("", ".", "..")::contains);
        if (!isBelow || path.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "file must be below the container's temporary directory and relative to it, was " + path);
        }
    }

    private static long sizeBytes(
            Map<String, String> environment, Map<String, Secret> secrets, Map<String, byte[]> files) {
        long bytes = 0;
        for (Map.Entry<String, String> each : environment.entrySet()) {
            bytes += utf8(each.getKey()) + utf8(each.getValue());
        }
        for (Map.Entry<String, Secret> each : secrets.entrySet()) {
            bytes += utf8(each.getKey()) + utf8(each.getValue().value());
        }
        for (Map.Entry<String, byte[]> each : files.entrySet()) {
            bytes += utf8(each.getKey()) + each.getValue().length;
        }
        return bytes;
    }

    private static long utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Returns copies of the contents, by path. */
    @Override
    public Map<String, byte[]> files() {
        return copyOf(files);
    }

    /** Returns whether there is nothing to bind. */
    public boolean isEmpty() {
        return environment.isEmpty() && secrets.isEmpty() && files.isEmpty();
    }

    /** Returns these bindings and one variable, in place of one of the same name. */
    public Bindings withVariable(String name, String value) {
        return new Bindings(with(environment, name, value), secrets, files);
    }

    /** Returns these bindings and one secret variable, in place of one of the same name. */
    public Bindings withSecret(String name, String value) {
        return new Bindings(environment, with(secrets, name, new Secret(value)), files);
    }

    /** Returns these bindings and one file, in place of one of the same path. */
    public Bindings withFile(String path, byte[] content) {
        return new Bindings(environment, secrets, with(files, path, content));
    }

    private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
        Map<String, V> more = new HashMap<>(map);
        more.put(key, value);
        return more;
    }

    /** Compares the contents of files, not their arrays. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Bindings that
                && environment.equals(that.environment)
                && secrets.equals(that.secrets)
                && files.keySet().equals(that.files.keySet())
                && files.entrySet().stream().allMatch(it -> Arrays.equals(it.getValue(), that.files.get(it.getKey())));
    }

    @Override
    public int hashCode() {
        int contents = files.entrySet().stream()
                .mapToInt(it -> it.getKey().hashCode() ^ Arrays.hashCode(it.getValue()))
                .sum();
        return 31 * (31 * environment.hashCode() + secrets.hashCode()) + contents;
    }

    /** Returns names and sizes; no value of anything. */
    @Override
    public String toString() {
        Map<String, Integer> sizes = new TreeMap<>();
        files.forEach((path, content) -> sizes.put(path, content.length));
        return "Bindings[environment=" + new TreeMap<>(environment).keySet() + ", secrets="
                + new TreeMap<>(secrets).keySet() + ", fileBytes=" + sizes + "]";
    }
}
