package dev.agentperf.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agentperf.AgentType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PredictorStateTest {
    private static final List<RunKey> KEYS = List.of(
            RunKey.of(AgentType.REACT),
            new RunKey(AgentType.REACT, "small", "browser"),
            RunKey.of(AgentType.AUTONOMOUS),
            RunKey.of(new AgentType("unseen")));

    static List<String> names() {
        return ResourcePredictor.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void load_saved_predictsTheSameNowAndAfterFurtherRuns(String name) {
        ResourcePredictor original = trained(name, 300);

        ResourcePredictor loaded = loaded(saved(original));

        assertSamePredictions(loaded, original);
        train(original, 50, 2);
        train(loaded, 50, 2);
        assertSamePredictions(loaded, original);
        assertThat(saved(loaded)).isEqualTo(saved(original));
    }

    @ParameterizedTest
    @MethodSource("names")
    void load_savedEmpty_isEmpty(String name) {
        ResourcePredictor loaded = loaded(saved(ResourcePredictor.named(name)));

        assertThat(loaded.name()).isEqualTo(name);
        assertThat(loaded.predict(AgentType.REACT).memory().isKnown()).isFalse();
    }

    @Test
    void save_threeKeys_isSmall() {
        assertThat(saved(trained("cost", 1_000)).length).isLessThan(60_000);
    }

    @Test
    void load_everyPrefix_isRefused() {
        byte[] whole = saved(trained("guaranteed", 12));

        for (int length = 0; length < whole.length; length++) {
            byte[] prefix = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> loaded(prefix)).isInstanceOf(PredictorStateException.class);
        }
    }

    @Test
    void load_everyAlteredByte_isRefused() {
        byte[] whole = saved(trained("cost", 12));

        for (int index = 0; index < whole.length; index++) {
            byte[] altered = whole.clone();
            altered[index] ^= 0x40;
            assertThatThrownBy(() -> loaded(altered)).isInstanceOf(PredictorStateException.class);
        }
    }

    @Test
    void load_otherVersion_saysSo() {
        byte[] newer = saved(ResourcePredictor.named("cost"));
        newer[11] = 4;

        assertThatThrownBy(() -> loaded(newer))
                .isInstanceOf(PredictorStateException.class)
                .hasMessage("predictor state version must be 3, was 4");
    }

    private static ResourcePredictor trained(String name, int runs) {
        ResourcePredictor predictor = ResourcePredictor.named(name);
        train(predictor, runs, 1);
        return predictor;
    }

    private static void train(ResourcePredictor predictor, int runs, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int run = 0; run < runs; run++) {
            double memoryMb = random.nextInt(5) == 0 ? Double.NaN : 100 + 400 * random.nextDouble();
            predictor.record(
                    KEYS.get(random.nextInt(3)),
                    new ResourceUsage(random.nextDouble(), memoryMb, Math.exp(5 * random.nextDouble())));
        }
    }

    private static void assertSamePredictions(ResourcePredictor actual, ResourcePredictor expected) {
        assertThat(KEYS).allSatisfy(key -> assertThat(actual.predict(key)).isEqualTo(expected.predict(key)));
    }

    private static byte[] saved(ResourcePredictor predictor) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        predictor.save(stream);
        return stream.toByteArray();
    }

    private static ResourcePredictor loaded(byte[] state) {
        return ResourcePredictor.load(new ByteArrayInputStream(state), PredictorConfig.DEFAULT);
    }
}
