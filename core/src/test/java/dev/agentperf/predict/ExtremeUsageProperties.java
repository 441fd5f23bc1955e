package dev.agentperf.predict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.AgentType;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a run can be said to have used, limits and scores are numbers: nothing overflows. */
final class ExtremeUsageProperties {
    record Run(AgentType type, double used) {}

    @Property(tries = 100)
    void replay_anyUsage_givesFiniteLimitsAndScores(@ForAll("runs") List<Run> runs) {
        for (String name : ResourcePredictor.names()) {
            ResourcePredictor predictor = ResourcePredictor.named(name);
            PredictionReplay replay = new PredictionReplay(predictor);
            for (Run run : runs) {
                replay.observe(run.type(), new ResourceUsage(run.used(), run.used(), run.used()));
                assertThat(predictor.predict(run.type()).limit(Resource.MEMORY))
                        .as(name)
                        .isBetween(0.0, 1e100);
            }
            assertThat(replay.scores()).allSatisfy(score -> {
                assertThat(score.shortfall()).as(name).isBetween(0.0, 1.0);
                assertThat(score.slack()).as(name).isNotNaN().isNotNegative();
            });
        }
    }

    @Provide
    Arbitrary<List<Run>> runs() {
        Arbitrary<Double> used = Arbitraries.oneOf(
                Arbitraries.of(0.0, Double.MIN_VALUE, 1e-300, 1e-6, 1.0, ResourceUsage.MOST),
                Arbitraries.doubles().between(0, ResourceUsage.MOST));
        return Combinators.combine(Arbitraries.of(AgentType.REACT, AgentType.AUTONOMOUS), used)
                .as(Run::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }
}
