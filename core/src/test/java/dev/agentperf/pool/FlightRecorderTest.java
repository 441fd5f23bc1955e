package dev.agentperf.pool;

import static dev.agentperf.pool.PoolFixture.COLD_START;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FlightRecorderTest {
    @TempDir
    Path directory;

    @Test
    void recording_holdsStartsClaimsThatWaitedAndEnds() throws IOException {
        Path file = directory.resolve("pool.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("dev.agentperf.Claim");
            recording.enable("dev.agentperf.ContainerStart");
            recording.enable("dev.agentperf.ContainerEnd");
            recording.start();
            PoolFixture fixture = PoolFixture.singleUse("fixed:0");
            fixture.release(fixture.claimWithin(COLD_START));
            recording.stop();
            recording.dump(file);
        }

        List<RecordedEvent> events = RecordingFile.readAllEvents(file);

        assertThat(only(events, "dev.agentperf.ContainerStart").getDuration("took"))
                .isEqualTo(COLD_START);
        RecordedEvent claim = only(events, "dev.agentperf.Claim");
        assertThat(claim.getString("outcome")).isEqualTo("cold");
        assertThat(claim.getString("type")).isEqualTo(PoolFixture.TYPE.name());
        assertThat(claim.getDuration("waited")).isEqualTo(Duration.ofMillis(500));
        assertThat(only(events, "dev.agentperf.ContainerEnd").getString("reason"))
                .isEqualTo("used");
    }

    private static RecordedEvent only(List<RecordedEvent> events, String name) {
        List<RecordedEvent> found = events.stream()
                .filter(event -> event.getEventType().getName().equals(name))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
