package dev.agentperf.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LiveMembersTest {
    private final LiveMembers members = new LiveMembers();

    /** Beside a set of the library. */
    @Test
    void anyAddedAndRemoved_areThoseOfASet() {
        Random random = new Random(1);
        Set<Member> expected = Collections.newSetFromMap(new IdentityHashMap<>());
        long claims = 0;
        for (int i = 0; i < 2_000; i++) {
            if (expected.isEmpty() || random.nextInt(2 + expected.size() / 20) > 0) {
                Member added = Members.member("m" + i);
                members.add(added);
                expected.add(added);
            } else {
                Member removed = List.copyOf(expected).get(random.nextInt(expected.size()));
                removed.claimedAtOnce();
                claims++;
                members.remove(removed);
                expected.remove(removed);
                assertThat(members.find(removed.container)).isNull();
            }
            assertThat(members.size()).isEqualTo(expected.size());
            assertThat(members.claimsAtOnce()).isEqualTo(claims);
        }
        List<Member> seen = new ArrayList<>();
        members.forEach(seen::add);
        assertThat(seen).hasSizeGreaterThan(10).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(members.snapshot()).isEqualTo(seen);
        assertThat(seen)
                .allSatisfy(member -> assertThat(members.find(member.container)).isSameAs(member));
    }

    @Test
    void anyInUse_isOneThatIsNotIdle() {
        Member idle = Members.member("idle");
        idle.ready(0);
        members.add(idle);
        assertThat(members.isAnyInUse()).isFalse();

        assertThat(idle.tryTake(1)).isTrue();

        assertThat(members.isAnyInUse()).isTrue();
    }
}
