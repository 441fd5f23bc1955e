package dev.agentperf.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.simulator.trace.OtlpSpan.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

final class SpanStoreProperties {

    @Property(tries = 50)
    void nextPart_anySpans_givesEachTraceWholeAndInOrder(
            @ForAll @Size(max = 60) List<@IntRange(max = 8) Integer> traces,
            @ForAll @IntRange(min = 1, max = 40) int held) {
        Map<String, List<OtlpSpan>> expected = new HashMap<>();
        SpanStore store = new SpanStore(Reading.file(new byte[] {'x'}), held);
        for (int i = 0; i < traces.size(); i++) {
            String trace = "t" + traces.get(i);
            OtlpSpan span = new OtlpSpan(trace, "s" + i, "", Role.TOOL, "a \"b\"\n", "", i, OtlpSpan.NO_END);
            expected.computeIfAbsent(trace, id -> new ArrayList<>()).add(span);
            store.add(span);
        }

        Map<String, List<OtlpSpan>> read = new HashMap<>();
        while (store.hasNextPart()) {
            Map<String, List<OtlpSpan>> part = new HashMap<>();
            store.nextPart(span -> part.computeIfAbsent(span.traceId(), id -> new ArrayList<>())
                    .add(span));
            part.forEach((trace, spans) -> assertThat(read.put(trace, spans)).isNull());
        }
        store.close();

        assertThat(read).isEqualTo(expected);
    }
}
