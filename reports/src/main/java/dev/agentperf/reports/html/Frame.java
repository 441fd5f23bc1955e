package dev.agentperf.reports.html;

import dev.agentperf.reports.model.Environment;
import dev.agentperf.reports.view.Definition;
import dev.agentperf.reports.view.FirstScreen;
import dev.agentperf.reports.view.Label;
import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every page has, whichever command made it.
 *
 * @param kind which report it is, one word or two
 * @param first the question and its answer
 * @param environment where the figures come from; null where that is not known
 * @param seed what random choices started from; null where there were none
 * @param sections the parts of the page, in their order
 * @param data the results as JSON that cannot end a script element
 */
record Frame(
        String kind,
        FirstScreen first,
        @Nullable Environment environment,
        @Nullable Long seed,
        List<Section> sections,
        String data) {

    private static final String INTERVAL = "def-interval";

    /** A part of the page that can be linked to. */
    record Section(String id, String title) {}

    String title() {
        return "agentperf " + kind + ": " + first.answer();
    }

    /** Returns the definitions of the figures that occur on the first screen and in the rest of the page. */
    List<Definition> definitions(Content rest) {
        StringOutput text = new StringOutput();
        rest.writeTo(new OwaspHtmlTemplateOutput(text));
        first.all().forEach(figure -> text.writeContent(link(figure.definition())));
        if (first.figures().stream().anyMatch(figure -> figure.spread() != null)) {
            text.writeContent(link(INTERVAL));
        }
        String page = text.toString();
        return Definition.all().stream()
                .filter(definition -> page.contains(link(definition.id())))
                .toList();
    }

    private static String link(String id) {
        return "\"#" + id + "\"";
    }

    String css() {
        return HtmlReport.CSS;
    }

    String script() {
        return HtmlReport.SCRIPT;
    }

    String policy() {
        return HtmlReport.policy();
    }

    /** Returns when it was measured, behind the page's name; only the name where that is not known. */
    String subtitle() {
        return environment == null ? kind : kind + ", " + Label.instant(environment.startedAt());
    }
}
