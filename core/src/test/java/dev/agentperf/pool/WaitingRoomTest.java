package dev.agentperf.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.AgentType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WaitingRoomTest {
    private final WaitingRoom room = room(Map.of());

    private static WaitingRoom room(Map<String, Double> weights) {
        return new WaitingRoom(new Door(), tenant -> weights.getOrDefault(tenant, 1.0));
    }

    private static Waiter waiter(String tenant) {
        return new Waiter(ClaimRequest.of(AgentType.REACT, Duration.ZERO).forTenant(tenant), 0, null, false);
    }

    private static List<Waiter> add(WaitingRoom room, String tenant, int count) {
        List<Waiter> added = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Waiter waiter = waiter(tenant);
            room.add(waiter);
            added.add(waiter);
        }
        return added;
    }

    private static String served(WaitingRoom room, int count) {
        StringBuilder tenants = new StringBuilder();
        for (int i = 0; i < count; i++) {
            Waiter next = room.poll();
            tenants.append(next == null ? "-" : next.request.tenant());
        }
        return tenants.toString();
    }

    @Test
    void oneTenant_isServedInTheOrderOfArrival() {
        List<Waiter> waiters = add(room, "a", 100);

        assertThat(waiters).allSatisfy(waiter -> assertThat(room.poll()).isSameAs(waiter));
        assertThat(room.poll()).isNull();
    }

    @Test
    void equalTenants_takeTurns_howeverManyOneOfThemBrings() {
        add(room, "a", 100);
        add(room, "b", 3);

        // By hand: a's tags are 1, 2, 3, ... and b's 1, 2, 3.
        assertThat(served(room, 8).chars().filter(tenant -> tenant == 'b').count())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7})
    void weights_areTheSharesOfWhatIsServed(int weight) {
        WaitingRoom weighted = room(Map.of("a", (double) weight));
        add(weighted, "a", 1_000);
        add(weighted, "b", 1_000);

        long ofA = served(weighted, 100 * (weight + 1))
                .chars()
                .filter(tenant -> tenant == 'a')
                .count();

        assertThat(ofA).isBetween(100L * weight - 1, 100L * weight + 1);
    }

    @Test
    void tenantThatWasAway_isNotPaidForIt() {
        add(room, "a", 50);
        served(room, 40);
        add(room, "b", 50);

        assertThat(served(room, 10).chars().filter(tenant -> tenant == 'a').count())
                .isBetween(4L, 6L);
    }

    @Test
    void leaving_fromTheMiddle_changesNobodysTurn() {
        List<Waiter> waiters = add(room, "a", 1_000);
        List<Waiter> staying = new ArrayList<>(waiters);
        for (int i = 1; i < 1_000; i += 2) {
            room.leave(waiters.get(i));
            room.leave(waiters.get(i));
            staying.remove(waiters.get(i));
        }

        assertThat(room.size()).isEqualTo(500);
        assertThat(staying).allSatisfy(waiter -> assertThat(room.poll()).isSameAs(waiter));
        assertThat(room.isEmpty()).isTrue();
    }

    @Test
    void pollOfATenant_findsItsFirst_andNobodyElses() {
        Waiter ofA = add(room, "a", 2).get(0);
        add(room, "b", 1);

        assertThat(room.poll("a")).isSameAs(ofA);
        assertThat(room.poll("c")).isNull();
        assertThat(room.size()).isEqualTo(2);
    }
}
