package dev.agentperf.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** Against a map in memory: any sequence of saves, deletions and reopenings in either mode. */
final class CheckpointStoreProperties {
    private static final List<String> AGENTS = List.of("a", "b", "../c");

    private Path directory = Path.of("");

    @BeforeProperty
    void create() throws IOException {
        directory = Files.createTempDirectory("checkpoints");
    }

    @AfterProperty
    void remove() throws IOException {
        emptied(Durability.FAST).close();
        Files.delete(directory.resolve("store.lock"));
        Files.delete(directory);
    }

    @Property(tries = 60)
    void load_afterAnySteps_isWhatTheModelHolds(@ForAll("steps") @Size(max = 40) List<Step> steps) {
        Map<String, ByteBuffer> model = new HashMap<>();
        CheckpointStore store = emptied(Durability.FAST);
        for (Step step : steps) {
            if (step.kind() == Kind.SAVE) {
                store.save(step.agent(), step.state());
                model.put(step.agent(), step.state());
            } else if (step.kind() == Kind.DELETE) {
                assertThat(store.delete(step.agent())).isEqualTo(model.remove(step.agent()) != null);
            } else {
                store.close();
                store = CheckpointStore.open(directory, step.durability());
            }
            String agent = step.agent();
            assertThat(store.load(agent).map(Checkpoint::state)).isEqualTo(Optional.ofNullable(model.get(agent)));
            assertThat(store.agents()).containsExactlyInAnyOrderElementsOf(model.keySet());
        }
        store.close();
    }

    private CheckpointStore emptied(Durability durability) {
        CheckpointStore store = CheckpointStore.open(directory, durability);
        store.agents().forEach(store::delete);
        return store;
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Kind.SAVE, Kind.SAVE, Kind.SAVE, Kind.DELETE, Kind.REOPEN),
                        Arbitraries.of(AGENTS),
                        Arbitraries.integers().between(0, 30_000),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(Durability.class))
                .as(Step::new)
                .list();
    }

    enum Kind {
        SAVE,
        DELETE,
        REOPEN
    }

    record Step(Kind kind, String agent, int length, int seed, Durability durability) {
        ByteBuffer state() {
            byte[] bytes = new byte[length];
            new Random(seed).nextBytes(bytes);
            return ByteBuffer.wrap(bytes);
        }
    }
}
