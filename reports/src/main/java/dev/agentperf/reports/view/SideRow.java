package dev.agentperf.reports.view;

import dev.agentperf.reports.model.Environment;
import dev.agentperf.reports.model.RunReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that two runs both have, as text.
 *
 * @param name what it is
 * @param base what the first run has; a dash where it has none
 * @param head what the second run has
 */
public record SideRow(String name, String base, String head) {

    /** Returns the key figures of both runs and where they come from; figures that one run lacks are told as a dash. */
    public static List<SideRow> of(RunReport base, RunReport head) {
        List<SideRow> rows = new ArrayList<>();
        List<KeyFigure> bases = FirstScreen.of(base).all();
        List<KeyFigure> heads = FirstScreen.of(head).all();
        heads.forEach(figure ->
                rows.add(new SideRow(figure.name(), figure(named(bases, figure.name())), figure(figure))));
        bases.stream()
                .filter(figure -> named(heads, figure.name()) == null)
                .forEach(figure -> rows.add(new SideRow(figure.name(), figure(figure), Figures.NONE)));
        Sides sides = new Sides(base.environment(), head.environment(), rows);
        sides.add("Started", environment -> Label.instant(environment.startedAt()));
        sides.add("agentperf", Environment::agentperf);
        sides.add("Command", Environment::commandLine);
        sides.add("Seed", environment -> String.valueOf(environment.seed()));
        sides.add("Processor", environment -> environment.machine().cpu());
        sides.add("Cores", environment -> Figures.count(environment.machine().cores()));
        sides.add(
                "Java",
                environment ->
                        environment.jvm().version() + ", " + environment.jvm().vendor());
        return List.copyOf(rows);
    }

    /** Returns whether the two have not the same. */
    public boolean differs() {
        return !base.equals(head);
    }

    private static @Nullable KeyFigure named(List<KeyFigure> figures, String name) {
        return figures.stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static String figure(@Nullable KeyFigure figure) {
        if (figure == null) {
            return Figures.NONE;
        }
        return figure.value() + (figure.spread() == null ? "" : " (" + figure.spread() + ")");
    }

    private record Sides(
            @Nullable Environment base, @Nullable Environment head, List<SideRow> rows) {
        void add(String name, Function<Environment, String> fact) {
            rows.add(new SideRow(
                    name,
                    base == null ? Figures.NONE : fact.apply(base),
                    head == null ? Figures.NONE : fact.apply(head)));
        }
    }
}
