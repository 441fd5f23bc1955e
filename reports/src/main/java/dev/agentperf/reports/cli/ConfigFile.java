package dev.agentperf.reports.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Reads a configuration file: options by their names, for all commands that have them, and a section for each command.
 * What it does not know it refuses, with the line. Anchors, tags and nested values have no meaning here and are refused
 * as well, so that a file is as long as it looks.
 */
final class ConfigFile {
    private static final int MOST_CHARACTERS = 1 << 18;

    /** The command {@code gate history check} is a section in two others, and an option in it may hold a list. */
    private static final int DEEPEST = 8;

    /** Whose values decide which file is read, or that none is. */
    private static final Set<String> NOT_IN_A_FILE = Set.of("config", "help", "version");

    private static final Set<Tag> PLAIN = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.SEQ, Tag.MAP);

    private final Path file;
    private final Map<String, Config.Entry> entries = new HashMap<>();

    private ConfigFile(Path file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @param root the command whose options it may hold, with its subcommands
     * @throws ConfigException if it cannot be read, is no YAML, or holds what is no option of these commands
     */
    static Config read(Path file, CommandLine root) {
        ConfigFile reader = new ConfigFile(file);
        reader.compose().ifPresent(node -> reader.addSection(node, root.getCommandSpec()));
        return new Config(file, reader.entries);
    }

    private Optional<Node> compose() {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file.toString())
                .setCodePointLimit(MOST_CHARACTERS)
                .build();
        try {
            String text = Files.readString(file);
            checkDepth(new Parse(settings).parseString(text));
            return new Compose(settings).composeString(text);
        } catch (NoSuchFileException e) {
            throw new ConfigException(file + ": no such file, expected options as YAML");
        } catch (CharacterCodingException e) {
            throw new ConfigException(file + ": is not UTF-8, expected options as YAML");
        } catch (IOException e) {
            throw new ConfigException(file + ": cannot be read: " + e.getMessage());
        } catch (MarkedYamlEngineException e) {
            throw new ConfigException(
                    file + e.getProblemMark().map(ConfigFile::position).orElse("") + ": " + e.getProblem());
        } catch (YamlEngineException e) {
            throw new ConfigException(file + ": " + e.getMessage());
        }
    }

    /* Nodes are made by recursion, events are not: a file of brackets must not end in a stack overflow. */
    private void checkDepth(Iterable<Event> events) {
        int depth = 0;
        for (Event event : events) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > DEEPEST) {
                throw new ConfigException(
                        file + event.getStartMark().map(ConfigFile::position).orElse("")
                                + ": nested too deeply, expected commands, options and their values");
            }
        }
    }

    private void addSection(Node node, CommandSpec command) {
        if (!(plain(node) instanceof MappingNode section)) {
            throw wrong(node, "expected options of " + command.qualifiedName() + ", such as seed: 1");
        }
        for (NodeTuple tuple : section.getValue()) {
            addEntry(scalar(tuple.getKeyNode(), "a name"), tuple, command);
        }
    }

    private void addEntry(String name, NodeTuple tuple, CommandSpec command) {
        CommandLine subcommand = command.subcommands().get(name);
        if (subcommand != null) {
            addSection(tuple.getValueNode(), subcommand.getCommandSpec());
            return;
        }
        Set<String> known = options(command);
        if (!known.contains(name)) {
            Set<String> candidates = new TreeSet<>(known);
            candidates.addAll(command.subcommands().keySet());
            throw wrong(
                    tuple.getKeyNode(),
                    "unknown option '" + name + "' of " + command.qualifiedName() + Similar.hint(name, candidates));
        }
        Config.Entry entry = new Config.Entry(line(tuple.getKeyNode()), values(tuple.getValueNode(), name));
        if (entries.putIfAbsent(Config.key(command, name), entry) != null) {
            throw wrong(tuple.getKeyNode(), "option '" + name + "' is given twice");
        }
    }

    /* A command's own, and those of the commands below it: a name holds for all of them. */
    private static Set<String> options(CommandSpec command) {
        Set<String> names = new TreeSet<>();
        for (OptionSpec option : command.options()) {
            names.add(Config.name(option));
        }
        command.subcommands().values().forEach(below -> names.addAll(options(below.getCommandSpec())));
        names.removeAll(NOT_IN_A_FILE);
        return names;
    }

    private List<String> values(Node node, String name) {
        List<String> values = new ArrayList<>();
        if (plain(node) instanceof SequenceNode list) {
            list.getValue().forEach(value -> values.add(scalar(value, "a value of " + name)));
        } else if (node instanceof MappingNode map) {
            map.getValue()
                    .forEach(value -> values.add(scalar(value.getKeyNode(), "a name") + "="
                            + scalar(value.getValueNode(), "a value of " + name)));
        } else {
            values.add(scalar(node, "a value of " + name));
        }
        if (values.isEmpty()) {
            throw wrong(node, "expected a value of " + name + ", was an empty list");
        }
        return values;
    }

    private String scalar(Node node, String expected) {
        if (!(plain(node) instanceof ScalarNode scalar)) {
            throw wrong(node, "expected " + expected + ", was a list or a section");
        }
        if (scalar.getTag().equals(Tag.NULL)) {
            throw wrong(node, "expected " + expected + ", was nothing");
        }
        return scalar.getValue();
    }

    private Node plain(Node node) {
        if (node.getAnchor().isPresent()) {
            throw wrong(node, "anchors are not read here, write the value itself");
        }
        if (!PLAIN.contains(node.getTag())) {
            throw wrong(node, "tags are not read here, was " + node.getTag().getValue());
        }
        return node;
    }

    private ConfigException wrong(Node node, String message) {
        return new ConfigException(file + ":" + line(node) + ": " + message);
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    private static String position(Mark mark) {
        return ":" + (mark.getLine() + 1);
    }
}
