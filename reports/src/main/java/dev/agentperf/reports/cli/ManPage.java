package dev.agentperf.reports.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A command's page of the manual, in the language of man(7). */
final class ManPage {
    private static final List<String> EXIT_CODES = List.of(
            "0\tdone, and passed",
            "1\ta gate failed, or a target was missed under --enforce",
            "2\twrong usage or unreadable input; one line says which",
            "3\tnot comparable: results of different environments",
            "4\ta benchmark failed",
            "70\ta fault of agentperf itself",
            "130\tstopped by Ctrl-C");

    private final CommandSpec command;
    private final StringBuilder page = new StringBuilder();

    private ManPage(CommandSpec command) {
        this.command = command;
    }

    /** Returns the name of a command's page, such as {@code agentperf-gate-run}. */
    static String name(CommandSpec command) {
        return command.qualifiedName("-");
    }

    /** Returns the page as roff. */
    static String render(CommandSpec command, String version) {
        ManPage man = new ManPage(command);
        man.page
                .append(".TH \"")
                .append(escaped(name(command)).toUpperCase(Locale.ROOT))
                .append("\" \"1\" \"\" \"agentperf ")
                .append(escaped(version))
                .append("\" \"agentperf\"\n");
        man.addSections();
        return man.page.toString();
    }

    private void addSections() {
        String about = plain(command.usageMessage().description());
        section("NAME");
        line(name(command) + " - " + about.replaceFirst("\\.(\\s.*)?$", ""));
        section("SYNOPSIS");
        line(command.commandLine().getHelp().synopsis(0).strip().replaceAll("\\s+", " "));
        section("DESCRIPTION");
        line(about);
        if (!command.args().isEmpty()) {
            section("OPTIONS");
            command.positionalParameters().forEach(this::item);
            command.options().stream().filter(option -> !option.hidden()).forEach(this::item);
        }
        if (!command.subcommands().isEmpty()) {
            section("COMMANDS");
            command.subcommands().values().forEach(below -> item(below.getCommandSpec()));
        }
        if (command.usageMessage().footer().length > 0) {
            section("EXAMPLES");
            verbatim(Stream.of(command.usageMessage().footer()));
        }
        section("EXIT STATUS");
        verbatim(EXIT_CODES.stream());
        section("FILES");
        line("agentperf.yml: options to start from, by their names; see docs/command-line.md.");
    }

    private void section(String title) {
        page.append(".SH ").append(title).append('\n');
    }

    private void item(PositionalParamSpec parameter) {
        item("\\fI" + escaped(parameter.paramLabel()) + "\\fR", description(parameter));
    }

    private void item(OptionSpec option) {
        String names = Stream.of(option.names())
                .map(name -> "\\fB" + escaped(name) + "\\fR")
                .collect(Collectors.joining(", "));
        boolean flag = option.arity().max() == 0;
        item(names + (flag ? "" : " \\fI" + escaped(option.paramLabel()) + "\\fR"), description(option));
    }

    private void item(CommandSpec below) {
        item(
                "\\fB" + escaped(name(below)) + "\\fR(1)",
                plain(below.usageMessage().description()));
    }

    private void item(String term, String description) {
        page.append(".TP\n").append(term).append('\n');
        line(description);
    }

    private void line(String text) {
        page.append(escaped(text)).append('\n');
    }

    private void verbatim(Stream<String> lines) {
        page.append(".nf\n");
        lines.forEach(text -> line(plain(text)));
        page.append(".fi\n");
    }

    private static String description(ArgSpec arg) {
        return plain(arg.description());
    }

    private static String plain(String... lines) {
        return Ansi.OFF.string(String.join(" ", lines).replace("%n", " ").replace("%%", "%"));
    }

    /* A backslash and a hyphen have a meaning anywhere, a point and an apostrophe at the beginning of a line. */
    private static String escaped(String text) {
        String escaped = text.replace("\\", "\\e").replace("-", "\\-");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
