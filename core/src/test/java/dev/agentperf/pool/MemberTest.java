package dev.agentperf.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import org.junit.jupiter.api.Test;

final class MemberTest {
    private static final int LAST_GENERATION = Integer.MAX_VALUE >> 2;

    private final Member member = Members.member("a");

    @Test
    void lease_isGivenBackOnce() {
        member.ready(0);

        assertThat(member.tryTake(1)).isTrue();
        assertThat(member.tryTake(1)).isFalse();
        assertThat(member.giveBack(0)).isFalse();
        member.lease();
        assertThat(member.tryTake(1)).isFalse();
        assertThat(member.giveBack(0)).isTrue();
        assertThat(member.giveBack(0)).isFalse();
        assertThat(member.isReady()).isFalse();
        assertThat(member.generation()).isEqualTo(1);
    }

    /* Half a billion uses of one container are seconds of a benchmark. */
    @Test
    void generationsThatOverflow_areStillDifferentOnes() throws Exception {
        Field state = Member.class.getDeclaredField("state");
        state.setAccessible(true);
        state.setInt(member, LAST_GENERATION << 2);

        assertThat(member.isReady()).isTrue();
        assertThat(member.tryTake(1)).isTrue();
        member.lease();
        assertThat(member.isLeasedAs(LAST_GENERATION)).isTrue();
        assertThat(member.giveBack(LAST_GENERATION)).isTrue();
        member.ready(2);

        assertThat(member.generation()).isNotEqualTo(LAST_GENERATION);
        assertThat(member.isReady()).isTrue();
        assertThat(member.tryTake(3)).isTrue();
        member.lease();
        assertThat(member.isLeasedAs(LAST_GENERATION)).isFalse();
        assertThat(member.giveBack(LAST_GENERATION)).isFalse();
        assertThat(member.giveBack(member.generation())).isTrue();
    }

    @Test
    void tryWithdraw_takesIdleOnesOnly() {
        assertThat(member.tryWithdraw()).isFalse();
        member.ready(0);
        assertThat(member.tryWithdraw()).isTrue();
        member.pause();
        assertThat(member.isIdle()).isTrue();
        assertThat(member.tryTake(1)).isFalse();
        assertThat(member.tryWithdraw()).isTrue();
    }
}
