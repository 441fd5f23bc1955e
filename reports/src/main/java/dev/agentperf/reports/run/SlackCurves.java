package dev.agentperf.reports.run;

import dev.agentperf.AgentType;
import dev.agentperf.predict.PredictionReplay;
import dev.agentperf.predict.PredictionScore;
import dev.agentperf.predict.PredictorConfig;
import dev.agentperf.predict.Resource;
import dev.agentperf.predict.ResourcePredictor;
import dev.agentperf.predict.ResourceUsage;
import dev.agentperf.reports.model.SlackCurve;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Every predictor aimed at many targets over the same usage. One that has no target of its own is multiplied by the
 * factor that keeps it, so that all can be compared at equal misses. Not thread-safe.
 */
final class SlackCurves {
    private static final double[] TARGETS = {0.01, 0.02, 0.035, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3};

    private final List<Curve> curves;

    /**
     * Creates empty predictors.
     *
     * @param names predictors, each one of {@link ResourcePredictor#names()}
     */
    SlackCurves(List<String> names) {
        curves = names.stream()
                .map(name -> name.replace(SlackCurve.AIMED, ""))
                .distinct()
                .map(Curve::new)
                .toList();
    }

    void observe(AgentType type, ResourceUsage usage) {
        curves.forEach(curve -> curve.aimed.forEach(aimed -> aimed.replay.observe(type, usage)));
    }

    List<SlackCurve> result() {
        List<SlackCurve> result = new ArrayList<>();
        for (Resource resource : Resource.values()) {
            for (Curve curve : curves) {
                List<SlackCurve.Point> points = curve.points(resource);
                if (!points.isEmpty()) {
                    result.add(new SlackCurve(curve.name, resource.name().toLowerCase(Locale.ROOT), points));
                }
            }
        }
        return result;
    }

    private static final class Curve {
        private final String name;
        private final List<Aimed> aimed;

        Curve(String name) {
            this.name = name;
            String predictor =
                    ResourcePredictor.names().contains(name + SlackCurve.AIMED) ? name + SlackCurve.AIMED : name;
            aimed = DoubleStream.of(TARGETS)
                    .mapToObj(target -> new Aimed(predictor, target))
                    .toList();
        }

        List<SlackCurve.Point> points(Resource resource) {
            return aimed.stream()
                    .flatMap(one -> one.replay.score(resource).map(one::point).stream())
                    .sorted(Comparator.comparingDouble(SlackCurve.Point::missRate))
                    .toList();
        }
    }

    private static final class Aimed {
        private final double target;
        private final PredictionReplay replay;

        Aimed(String predictor, double target) {
            this.target = target;
            replay = new PredictionReplay(
                    ResourcePredictor.named(predictor, PredictorConfig.DEFAULT.withTargetMiss(target)));
        }

        SlackCurve.Point point(PredictionScore score) {
            return new SlackCurve.Point(target, score.missRate(), score.slack());
        }
    }
}
