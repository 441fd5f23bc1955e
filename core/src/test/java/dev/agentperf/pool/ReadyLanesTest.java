package dev.agentperf.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

final class ReadyLanesTest {
    private static final long SECOND = 1_000_000_000;
    private static final int CYCLES = 20_000;

    private final ReadyLanes lanes = new ReadyLanes();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdown();
    }

    @Test
    void take_withoutCollisions_givesTheLastUsedFirst() {
        push("a", 0);
        push("b", 0);

        assertThat(takeAll(0)).containsExactly("b", "a");
    }

    @Test
    void take_spread_findsWhatEveryThreadReleased() throws Exception {
        push("before", 0);
        lanes.spread(0);
        for (int thread = 0; thread < 40; thread++) {
            String name = "of " + thread;
            elsewhere(() -> push(name, 1));
        }

        assertThat(shown()).hasSize(41).doesNotHaveDuplicates();
        assertThat(lanes.hasNoneReady()).isFalse();
        assertThat(takeAll(1)).hasSize(41).doesNotHaveDuplicates();
        assertThat(lanes.hasNoneReady()).isTrue();
    }

    @Test
    void take_spread_givesTheThreadItsOwnFirst() throws Exception {
        push("before", 0);
        lanes.spread(0);
        elsewhere(() -> push("other", 1));
        push("own", 1);

        assertThat(takeAll(1)).startsWith("own").hasSize(3);
    }

    @Test
    void take_aSecondAfterTheLastCollision_givesTheLastUsedFirstAgain() {
        lanes.spread(0);
        push("in a lane", SECOND - 1);
        push("a", SECOND);
        push("b", SECOND);

        assertThat(takeAll(SECOND)).containsExactly("b", "a", "in a lane");
    }

    @Test
    void withdrawn_manyInLanes_areForgottenByAllOfThem() {
        lanes.spread(0);
        List<Member> members = IntStream.range(0, 100)
                .mapToObj(number -> push("number " + number, 1))
                .toList();

        for (Member member : members.subList(0, 99)) {
            assertThat(member.tryWithdraw()).isTrue();
            lanes.withdrawn();
        }

        assertThat(takeAll(1)).containsExactly("number 99");
    }

    @RepeatedTest(20)
    void takeAndPush_byManyThreads_eachMemberIsOwnedByOneAtATime() throws Exception {
        IntStream.range(0, 16).forEach(number -> push("number " + number, 0));
        Set<Member> owned = ConcurrentHashMap.newKeySet();

        int cycles = 0;
        for (Future<Integer> thread :
                threads.invokeAll(Collections.<Callable<Integer>>nCopies(4, () -> cycle(owned)))) {
            cycles += thread.get();
        }

        assertThat(cycles).isEqualTo(4 * CYCLES);
        assertThat(owned).isEmpty();
        assertThat(takeAll(0)).hasSize(16).doesNotHaveDuplicates();
    }

    /* Returns how often this thread had a member, alone. */
    private int cycle(Set<Member> owned) {
        int had = 0;
        while (had < CYCLES) {
            Member member = lanes.take(0);
            if (member != null) {
                assertThat(owned.add(member)).isTrue();
                had++;
                owned.remove(member);
                member.ready(0);
                lanes.push(member, 0);
            }
        }
        return had;
    }

    private Member push(String id, long nowNanos) {
        Member member = Members.member(id);
        member.ready(nowNanos);
        lanes.push(member, nowNanos);
        return member;
    }

    private void elsewhere(Callable<Member> push) throws Exception {
        Thread thread = new Thread(new FutureTask<>(push));
        thread.start();
        thread.join();
    }

    private List<String> takeAll(long nowNanos) {
        List<String> taken = new ArrayList<>();
        for (Member member = lanes.take(nowNanos); member != null; member = lanes.take(nowNanos)) {
            taken.add(member.container.id());
        }
        return taken;
    }

    private List<String> shown() {
        List<String> shown = new ArrayList<>();
        lanes.forEach(member -> shown.add(member.container.id()));
        return shown;
    }
}
