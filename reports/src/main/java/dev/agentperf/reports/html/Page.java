package dev.agentperf.reports.html;

import dev.agentperf.reports.html.Frame.Section;
import dev.agentperf.reports.model.Environment;
import dev.agentperf.reports.model.RunReport;
import dev.agentperf.reports.view.FirstScreen;
import dev.agentperf.reports.view.Label;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the template gets. The main job's page has every part of that job, and says so where one was not measured; the
 * page of a command that measures one part has this one.
 *
 * @param report the results
 */
record Page(RunReport report) {

    Frame frame() {
        Environment environment = report.environment();
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("verdicts", "Answer"));
        add(sections, "starts", "Starts", report.starts());
        add(sections, "pool", "Pool", report.pool());
        add(sections, "policies", "Policies", report.simulation());
        addOwn(sections, "plan", "Sizes", report.plan());
        addOwn(sections, "sweep", "Scenarios", report.sweep());
        add(sections, "predictors", "Predictors", report.predictions());
        add(sections, "benchmarks", "Benchmarks", report.jmh().isEmpty() ? null : report.jmh());
        sections.add(new Section("environment", "Environment"));
        sections.add(new Section("definitions", "Definitions"));
        sections.add(new Section("data", "Data"));
        return new Frame(
                kind(),
                FirstScreen.of(report),
                environment,
                environment == null ? null : environment.seed(),
                sections,
                HtmlReport.data(report));
    }

    boolean shows(Frame frame, String id) {
        return frame.sections().stream().anyMatch(section -> section.id().equals(id));
    }

    private void add(List<Section> sections, String id, String title, @Nullable Object part) {
        if (part != null || report.isMainRun()) {
            sections.add(new Section(id, title));
        }
    }

    private static void addOwn(List<Section> sections, String id, String title, @Nullable Object part) {
        if (part != null) {
            sections.add(new Section(id, title));
        }
    }

    private String kind() {
        Environment environment = report.environment();
        if (report.isMainRun()) {
            return environment == null ? "run" : Label.of(environment.profile()).text() + " run";
        }
        if (report.plan() != null) {
            return "plan";
        }
        if (report.sweep() != null) {
            return "sweep";
        }
        return report.pool() != null ? "pool" : report.simulation() != null ? "simulate" : "predict";
    }
}
