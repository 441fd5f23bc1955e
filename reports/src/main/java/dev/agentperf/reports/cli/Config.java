package dev.agentperf.reports.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The options of a configuration file: what holds where the command line says nothing. Of two that fit a command, the
 * one in the inner section holds. Immutable.
 */
final class Config implements IDefaultValueProvider {
    /** Nothing but what each option is by itself. */
    static final Config NONE = new Config(Path.of("agentperf.yml"), Map.of());

    private final Path file;
    private final Map<String, Entry> entries;

    /**
     * Creates a configuration.
     *
     * @param entries by {@linkplain #key section and name}
     */
    Config(Path file, Map<String, Entry> entries) {
        this.file = file;
        this.entries = Map.copyOf(entries);
    }

    /** Returns the key of an option in the section of a command, such as {@code agentperf gate run --budget}. */
    static String key(CommandSpec section, String name) {
        return section.qualifiedName() + " --" + name;
    }

    /** Returns an option's name as a file writes it: without the hyphens before it. */
    static String name(OptionSpec option) {
        return option.longestName().replaceFirst("^-+", "");
    }

    Path file() {
        return file;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec arg) {
        return find(arg).map(entry -> entry.text(arg)).orElse(null);
    }

    /** Returns where the file gives this value to the option, as {@code agentperf.yml:3}; empty where it does not. */
    Optional<String> origin(@Nullable ArgSpec arg, @Nullable String value) {
        return arg == null || value == null
                ? Optional.empty()
                : find(arg)
                        .filter(entry -> entry.values().contains(value)
                                || entry.text(arg).equals(value))
                        .map(entry -> file + ":" + entry.line());
    }

    private Optional<Entry> find(ArgSpec arg) {
        if (!(arg instanceof OptionSpec option) || option.command() == null) {
            return Optional.empty();
        }
        for (CommandSpec section = option.command(); section != null; section = section.parent()) {
            Entry entry = entries.get(key(section, name(option)));
            if (entry != null) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /**
     * What a file gives one option.
     *
     * @param line where it stands
     * @param values one or more; {@code key=value} for each of a map
     */
    record Entry(int line, List<String> values) {
        Entry {
            values = List.copyOf(values);
        }

        /** Returns the values as the option splits them; with commas where it takes one. */
        String text(ArgSpec arg) {
            return String.join(arg.splitRegex().isEmpty() ? "," : arg.splitRegex(), values);
        }
    }
}
