package dev.agentperf.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BenchCommandTest {
    @Test
    void unknownOption_isOneLineAndTwo() {
        Run run = Run.of("bench", "--no-such-option");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err().strip())
                .isEqualTo("agentperf: no-such-option is not a recognized option (see agentperf bench -h)");
    }

    @Test
    void wrongValue_isJmhsToReject() {
        Run run = Run.of("bench", "-f", "many");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("many");
    }
}
