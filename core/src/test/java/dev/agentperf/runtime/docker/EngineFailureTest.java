package dev.agentperf.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.InternalServerErrorException;
import dev.agentperf.AgentType;
import dev.agentperf.runtime.ContainerException;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.runtime.ResourceLimits;
import dev.agentperf.runtime.RuntimeUnavailableException;
import dev.agentperf.runtime.host.Owner;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EngineFailureTest {

    private static Blueprint blueprint(List<String> command) {
        ContainerSpec spec = ContainerSpec.of(AgentType.REACT, "img").withCommand(command);
        return new Blueprint(spec, "img", ResidentProgram.of(spec), Way.STREAMS, new Labels(Owner.current(), 1));
    }

    @Test
    void refusal_isToldInTheEnginesWordsAndOneLine() {
        var refusal = new ConflictException("Status 409: {\"message\":\"it is \\\"busy\\\"\\nnow\"}\n");

        assertThatThrownBy(() -> EngineFailure.translating("container c", () -> {
                    throw refusal;
                }))
                .isInstanceOf(ContainerException.class)
                .hasMessage("container c: it is \"busy\" now")
                .hasCause(refusal);
    }

    @Test
    void engineThatIsGone_isUnavailable() {
        assertThatThrownBy(() -> EngineFailure.translating("container c", () -> {
                    throw new RuntimeException(new IOException("Connection refused"));
                }))
                .isInstanceOf(RuntimeUnavailableException.class)
                .hasMessage("the engine does not answer: Connection refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OCI runtime create failed: runc create failed: starting container process caused: exec: \"python3\":"
                        + " executable file not found in $PATH: unknown",
                "failed to create task: exec: \"python3\": stat python3: no such file or directory: unknown",
                "[FATAL tini (7)] exec python3 failed: No such file or directory"
            })
    void missingProgram_isNamedInEveryDialect(String words) {
        var refusal =
                new InternalServerErrorException("Status 500: {\"message\":\"" + words.replace("\"", "\\\"") + "\"}");

        assertThat(StartFailure.refused(blueprint(List.of()), refusal))
                .hasMessage("image img has no program python3, which the resident agent needs;"
                        + " add it to the image or give the spec a command of its own");
        assertThat(StartFailure.ended(blueprint(List.of("python3")), 127, words, refusal))
                .hasMessage("image img has no program python3");
    }

    @Test
    void refusedLimit_isToldWithRuleAndValue_andAnyOtherRefusalAsItIs() {
        ResourceLimits limits = new ResourceLimits(64L << 20, 3.5, 64);
        var cpus = new ContainerException(
                "image img: Range of CPUs is from 0.01 to 2.00, as there are only 2 CPUs available");
        var other = new ContainerException("image img: no space left on device");

        assertThat(EngineLimits.explain(limits, cpus))
                .hasMessage("cpus must be at most 2.00, which the engine has, was 3.5");
        assertThat(EngineLimits.explain(limits, other)).isSameAs(other);
        assertThatThrownBy(() -> EngineLimits.check(new ResourceLimits(64L << 20, 0.009, 64)))
                .isInstanceOf(ContainerException.class)
                .hasMessage("cpus must be at least 0.01, was 0.009");
        EngineLimits.check(limits);
    }

    @Test
    void programThatEnded_isReportedWithItsLastLine() {
        Exception cause = new IOException();

        assertThat(StartFailure.ended(blueprint(List.of("x")), 3, "bad day", cause))
                .hasMessage("the agent of image img ended with exit code 3 before its first answer: bad day");
        assertThat(StartFailure.ended(blueprint(List.of("x")), 3, "", cause))
                .hasMessage("the agent of image img ended with exit code 3 before its first answer");
    }
}
