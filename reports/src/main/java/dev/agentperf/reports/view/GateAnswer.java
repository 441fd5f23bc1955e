package dev.agentperf.reports.view;

import dev.agentperf.reports.gate.Comparison;
import dev.agentperf.reports.gate.GateReport;
import dev.agentperf.reports.gate.Verdict;
import dev.agentperf.reports.model.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a gate answers: whether anything got worse, and what it could have seen. */
final class GateAnswer {
    private static final String QUESTION = "Is anything worse in the head than in the base?";

    private GateAnswer() {}

    static FirstScreen of(GateReport report) {
        return new FirstScreen(
                QUESTION,
                GateWords.answer(report),
                verdict(report),
                List.of(regressed(report), worst(report), detectable(report)));
    }

    private static Target.Verdict verdict(GateReport report) {
        return switch (report.outcome()) {
            case REGRESSED, BENCHMARK_FAILED -> Target.Verdict.MISSED;
            case PASSED -> report.isBlind() ? Target.Verdict.NOT_MEASURED : Target.Verdict.MET;
            case INCONCLUSIVE, NOTHING_COMPARED -> Target.Verdict.NOT_MEASURED;
        };
    }

    private static KeyFigure regressed(GateReport report) {
        List<String> others = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            if (verdict != Verdict.REGRESSED) {
                others.add(GateWords.verdict(verdict) + " " + Figures.count(report.count(verdict)));
            }
        }
        long n = report.comparisons().size();
        long regressed = report.count(Verdict.REGRESSED);
        Target none = new Target(
                "Regressed",
                0,
                n == 0 ? null : (double) regressed,
                "",
                n == 0 ? null : regressed == 0,
                Target.Sense.AT_MOST,
                n,
                null);
        return new KeyFigure(
                none.name(),
                "def-verdict",
                n == 0 ? Verdicts.word(none.verdict()) : Figures.count(regressed),
                none,
                null,
                n,
                String.join(", ", others));
    }

    private static KeyFigure worst(GateReport report) {
        Optional<Comparison> worst = report.worst(1).stream().findFirst();
        return worst.map(one -> KeyFigure.of(
                                "Largest change for the worse",
                                "def-change",
                                GateWords.change(one),
                                (long) one.base().size() + one.head().size(),
                                name(one))
                        .spreading(GateWords.interval(one).equals(Figures.NONE) ? "exact" : GateWords.interval(one)))
                .orElseGet(() -> KeyFigure.of(
                        "Largest change for the worse", "def-change", "none", null, "no estimate is on the bad side"));
    }

    private static KeyFigure detectable(GateReport report) {
        Optional<Comparison> noisiest = report.comparisons().stream()
                .filter(one -> one.detectable() != null)
                .max(Comparator.comparingDouble(GateAnswer::least));
        return noisiest.map(one -> KeyFigure.of(
                        "Smallest change sure to be seen",
                        "def-detectable",
                        GateWords.detectable(one),
                        null,
                        "where the noise is worst: " + name(one)))
                .orElseGet(() -> KeyFigure.of(
                        "Smallest change sure to be seen",
                        "def-detectable",
                        Figures.NONE,
                        null,
                        "not known: no comparison tells its noise"));
    }

    private static double least(Comparison one) {
        Double detectable = one.detectable();
        return detectable == null ? 0 : detectable;
    }

    private static String name(Comparison one) {
        return Label.of(one.subject().shortName()).text() + ", " + one.metric().name();
    }
}
