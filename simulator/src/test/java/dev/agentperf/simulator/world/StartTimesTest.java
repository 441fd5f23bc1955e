package dev.agentperf.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Percentage.withPercentage;

import dev.agentperf.AgentPerfException;
import dev.agentperf.simulator.engine.RandomStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Start times: what is read, and whether what is drawn has the quantiles that were asked for. */
final class StartTimesTest {
    private static final int DRAWS = 100_000;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void constant_isADuration() {
        StartTimes starts = StartTimes.parse("500ms");

        assertThat(starts.mean()).isEqualTo(Duration.ofMillis(500));
        assertThat(starts.isConstant()).isTrue();
        assertThat(starts.times(3).mean()).isEqualTo(Duration.ofMillis(1_500));
        assertThat(starts.description()).isEqualTo("takes 500 ms");
    }

    @Test
    void logNormal_hasItsMedianPercentileAndMean() {
        StartTimes starts = StartTimes.parse("lognormal:p50=341ms,p99=440ms");
        long[] drawn = draw(starts);

        assertThat(drawn[DRAWS / 2] / 1e6).isCloseTo(341, withPercentage(0.5));
        assertThat(drawn[DRAWS / 100 * 99] / 1e6).isCloseTo(440, withPercentage(0.5));
        assertThat(mean(drawn)).isCloseTo((double) starts.mean().toNanos(), withPercentage(0.2));
    }

    @Test
    void measured_followsTheCurveOfTheRun() throws IOException {
        StartTimes starts = StartTimes.measured(file("""
                {"schemaVersion":1,"runtime":"docker","image":"i","paths":[
                  {"path":"warm-live","n":9,"failures":0,"ms":{"p50":1,"p90":1,"p99":1,"max":1}},
                  {"path":"cold","n":200,"failures":1,"ms":{"p50":340,"p90":400,"p99":440,"max":900},
                   "curve":[{"quantile":0,"ms":300},{"quantile":0.5,"ms":340}]}]}"""));
        long[] drawn = draw(starts);

        assertThat(drawn[0] / 1e6).isGreaterThanOrEqualTo(300);
        assertThat(drawn[DRAWS / 4] / 1e6).isCloseTo(320, withPercentage(0.5));
        assertThat(drawn[DRAWS / 10 * 9] / 1e6).isCloseTo(400, withPercentage(0.5));
        assertThat(drawn[DRAWS - 1] / 1e6).isBetween(880.0, 900.0);
        // 0.5 x 320 + 0.4 x 370 + 0.09 x 420 + 0.01 x 670
        assertThat(starts.mean().toNanos() / 1e6).isCloseTo(160 + 148 + 37.8 + 6.7, withPercentage(0.001));
        assertThat(mean(drawn)).isCloseTo((double) starts.mean().toNanos(), withPercentage(0.3));
    }

    @Test
    void fileWithoutColdStarts_isRefused() throws IOException {
        Path file = file("{\"paths\":[{\"path\":\"exec\",\"n\":3}]}");

        assertThatExceptionOfType(AgentPerfException.class)
                .isThrownBy(() -> StartTimes.measured(file))
                .withMessage(file + ": no cold start was measured, expected a starts.json of a run that has one");
    }

    @Test
    void fileThatIsNoJson_isRefusedInOneLine() throws IOException {
        Path file = file("not\njson");

        assertThatExceptionOfType(AgentPerfException.class)
                .isThrownBy(() -> StartTimes.measured(file))
                .withMessageStartingWith(file + ": cannot be read as a starts.json: ")
                .matches(refused -> !String.valueOf(refused.getMessage()).contains("\n"));
    }

    @Test
    void distributionThatCannotBe_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StartTimes.parse("lognormal:p50=1s"))
                .withMessage("distribution must look like lognormal:p50=341ms,p99=440ms, was 'lognormal:p50=1s'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StartTimes.parse("lognormal:p50=1s,p99=500ms"))
                .withMessage("lognormal: p99 must be at least p50, was 500ms");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StartTimes.parse("0s"))
                .withMessage("coldStart must be positive, was 0s");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("starts.json"), text);
    }

    private static long[] draw(StartTimes starts) {
        RandomGenerator random = new RandomStreams(1).stream("starts");
        return LongStream.generate(() -> starts.drawNanos(random))
                .limit(DRAWS)
                .sorted()
                .toArray();
    }

    private static double mean(long[] nanos) {
        return LongStream.of(nanos).average().orElseThrow();
    }
}
