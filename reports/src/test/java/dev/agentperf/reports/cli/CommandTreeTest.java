package dev.agentperf.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What holds for every command: its help, its examples, its options. */
final class CommandTreeTest {
    /** Of help: a terminal that is half a screen wide, and its height on a laptop. */
    private static final int COLUMNS = AgentPerfCommand.WIDTH;

    private static final int LINES = 40;

    /** What is written is a file here and a directory there; {@code bench -h} is JMH's help. */
    private static final Set<String> SHAPED_BY_COMMAND = Set.of("--out", "--help");

    @TempDir
    private Path directory;

    static Stream<String> commands() {
        return all(AgentPerfCommand.create(Terminal.system()))
                .map(command -> command.getCommandSpec().qualifiedName());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void help_fitsAScreen_andHasAnExampleThatParses(String command) throws IOException {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.remove(0);
        words.add("--help");

        Run help = Run.of(words.toArray(String[]::new));

        assertThat(help.code()).isZero();
        assertThat(help.out().lines().count()).isLessThanOrEqualTo(LINES);
        assertThat(help.out().lines()).allMatch(line -> line.length() <= COLUMNS);
        List<String> examples = CommandLines.in(help.out().lines().toList(), "agentperf");
        assertThat(examples).isNotEmpty().anyMatch(example -> example.startsWith(command));
        for (String example : examples) {
            assertThatCode(() -> parse(example)).as(example).doesNotThrowAnyException();
        }
    }

    private void parse(String example) throws IOException {
        Path starts = Files.writeString(
                directory.resolve("starts.json"),
                "{\"schemaVersion\":1,\"runtime\":\"process\",\"image\":\"a\",\"paths\":[{\"path\":\"cold\",\"n\":3,"
                        + "\"failures\":0,\"ms\":{\"p50\":1,\"p90\":2,\"p99\":3,\"max\":3}}]}");
        String[] words = CommandLines.arguments(example).stream()
                .map(word -> word.endsWith("starts.json") ? starts.toString() : word)
                .toArray(String[]::new);
        AgentPerfCommand.create(Terminal.system()).parseArgs(words);
    }

    @Test
    void everyOption_isVisible_andDescribed() {
        options().forEach(option -> {
            String name = option.command().qualifiedName() + " " + option.longestName();
            assertThat(option.hidden()).as(name).isFalse();
            assertThat(String.join("", option.description()))
                    .as(name)
                    .isNotBlank()
                    .endsWith(".");
        });
        commandSpecs()
                .forEach(command -> assertThat(command.usageMessage().hidden())
                        .as(command.qualifiedName())
                        .isFalse());
    }

    @Test
    void sameName_isTheSameKindOfValueEverywhere() {
        Map<String, String> shapes = new HashMap<>();
        options()
                .filter(option -> !SHAPED_BY_COMMAND.contains(option.longestName()))
                .forEach(option -> assertThat(shape(option))
                        .as(option.command().qualifiedName() + " " + option.longestName())
                        .isEqualTo(shapes.computeIfAbsent(option.longestName(), absent -> shape(option))));
    }

    private static String shape(OptionSpec option) {
        return option.paramLabel() + " " + option.arity() + " " + boxed(option) + " " + Arrays.asList(option.names());
    }

    private static String boxed(ArgSpec option) {
        return option.type().getSimpleName().replace("long", "Long");
    }

    @Test
    void everyCommand_canBeQuietAndConfigured_butBenchWhichIsJmhs() {
        commandSpecs()
                .filter(command -> !command.name().equals("bench"))
                .forEach(command -> assertThat(command.optionsMap())
                        .as(command.qualifiedName())
                        .containsKeys("--help", "--quiet", "--config"));
    }

    @Test
    void optionsAndCommands_haveNoNameInCommon_soThatAConfigurationTellsThemApart() {
        Set<String> names = new HashSet<>();
        options().forEach(option -> names.add(Config.name(option)));

        commandSpecs().forEach(command -> assertThat(names).doesNotContain(command.name()));
    }

    @Test
    void everyCommandWithAResult_hasJson() {
        Set<String> without = new TreeSet<>();
        commandSpecs()
                .filter(command ->
                        command.subcommands().isEmpty() && !command.optionsMap().containsKey("--json"))
                .forEach(command -> without.add(command.qualifiedName().replaceFirst("^agentperf ", "")));

        // JMH's own (-rf json), a file that grows, and two that print text for other programs.
        assertThat(without).containsExactly("bench", "completion", "gate history add", "man");
    }

    @Test
    void flag_thatAConfigurationHasSet_staysSetOnTheCommandLine_andCanBeUnset() throws IOException {
        options()
                .filter(option -> option.arity().max() == 0 && !option.usageHelp() && !option.versionHelp())
                .forEach(option -> {
                    assertThat(option.negatable()).as(option.longestName()).isTrue();
                    assertThat(option.fallbackValue()).as(option.longestName()).isEqualTo("true");
                });
    }

    private static Stream<OptionSpec> options() {
        return commandSpecs().flatMap(command -> command.options().stream());
    }

    private static Stream<CommandSpec> commandSpecs() {
        return all(AgentPerfCommand.create(Terminal.system())).map(CommandLine::getCommandSpec);
    }

    private static Stream<CommandLine> all(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(CommandTreeTest::all));
    }
}
