package dev.agentperf.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReadyStackTest {
    private final ReadyStack stack = new ReadyStack();
    private final Member below = pushed("below");
    private final Member above = pushed("above");

    @Test
    void memberThatComesBackToItsPlace_isPushedByTheSameNode() {
        assertThat(stack.take(0)).isSameAs(above);
        ReadyStack.Node place = above.lastPlace;
        back(above);

        assertThat(stack.take(0)).isSameAs(above);
        assertThat(above.lastPlace).isSameAs(place);
    }

    @Test
    void memberThatComesBackToAnotherPlace_standsAboveWhatIsThereNow() {
        assertThat(stack.take(0)).isSameAs(above);
        ReadyStack.Node place = above.lastPlace;
        pushed("between");
        back(above);

        assertThat(shown()).containsExactly("above", "between", "below");
        assertThat(stack.take(0)).isSameAs(above);
        assertThat(above.lastPlace).isNotSameAs(place);
    }

    @Test
    void memberWhosePlaceWasOnAnEmptyStack_comesBackToAnother() {
        assertThat(stack.take(0)).isSameAs(above);
        assertThat(stack.take(0)).isSameAs(below);
        ReadyStack other = new ReadyStack();
        below.ready(0);
        other.push(below);

        assertThat(stack.take(0)).isNull();
        assertThat(other.take(0)).isSameAs(below);
        assertThat(other.take(0)).isNull();
    }

    private Member pushed(String id) {
        Member member = Members.member(id);
        member.ready(0);
        stack.push(member);
        return member;
    }

    private void back(Member member) {
        member.ready(0);
        stack.push(member);
    }

    private List<String> shown() {
        List<String> shown = new ArrayList<>();
        stack.forEach(member -> shown.add(member.container.id()));
        return shown;
    }
}
