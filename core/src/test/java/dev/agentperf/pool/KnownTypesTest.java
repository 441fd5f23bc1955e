package dev.agentperf.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.AgentType;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.testkit.FakeRuntime;
import dev.agentperf.testkit.ManualScheduler;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class KnownTypesTest {
    /* More than there are places to find a type by without the map: some share one. */
    private static final int MANY = 100;

    private final ManualScheduler scheduler = new ManualScheduler();
    private final PoolContext context = new PoolContext(
            PoolConfig.builder().policy(PoolPolicy.fixed(1)).build(),
            new FakeRuntime(scheduler, PoolFixture.COLD_START),
            type -> ContainerSpec.of(type, "fake"),
            PoolListener.NONE,
            scheduler.ticker(),
            scheduler);
    private final KnownTypes types = context.types;

    @Test
    void of_manyTypes_givesEachItsOwn_andTheSameAgain() {
        List<AgentType> asked = IntStream.range(0, MANY)
                .mapToObj(number -> new AgentType("type " + number))
                .toList();
        List<TypePool> pools = asked.stream().map(types::of).toList();

        assertThat(pools).doesNotHaveDuplicates();
        assertThat(asked).allSatisfy(type -> {
            assertThat(types.of(type).type).isSameAs(type);
            assertThat(types.of(new AgentType(type.name()))).isSameAs(types.of(type));
        });
        assertThat(types.all()).hasSize(MANY);
    }

    @Test
    void find_makesNone() {
        assertThat(types.find(AgentType.REACT)).isNull();
        assertThat(types.all()).isEmpty();

        TypePool made = types.of(AgentType.REACT);

        assertThat(types.find(AgentType.REACT)).isSameAs(made);
    }
}
