package dev.agentperf.pool;

import dev.agentperf.AgentType;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerRuntime;
import dev.agentperf.runtime.ContainerSpec;
import org.jspecify.annotations.Nullable;

/** Members that belong to no pool. */
final class Members {
    private static final Keeper NOBODY = new Keeper() {
        @Override
        public ContainerRuntime runtime() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void release(Member member) {}

        @Override
        public void dropped(Member member, @Nullable ClaimOrigin origin) {}

        @Override
        public void trimmed(Member member) {}

        @Override
        public void released(Member member) {}
    };

    private Members() {}

    static Member member(String id) {
        return new Member(NOBODY, new Container(id, ContainerSpec.of(AgentType.REACT, "image")), 0);
    }
}
