package dev.agentperf.simulator.recursion;

import dev.agentperf.AgentType;
import dev.agentperf.simulator.engine.RandomStreams;
import dev.agentperf.simulator.trace.Placement;
import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.SessionStream;
import dev.agentperf.simulator.trace.SharedTraces;
import dev.agentperf.simulator.trace.TraceFormat;
import dev.agentperf.simulator.trace.TraceOptions;
import dev.agentperf.simulator.trace.Traces;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPInputStream;

/** The shared traces that have arrivals, whole where they are short. */
final class RecordedTraces {
    private static final int PARTS = 8;
    private static final DateTimeFormatter NAB_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private RecordedTraces() {}

    static List<StudiedTrace> tuned() {
        return List.of(
                functions(Placement.START, 0),
                functions(Placement.EVEN, 0),
                functions(Placement.UNIFORM, 0),
                read("azure-functions-2021", "azure-functions-2021-sample/Azure2021_200.csv"),
                read("azure-llm-2023", "azure-llm-2023/AzureLLMInferenceTrace_code.csv.gz"));
    }

    static List<StudiedTrace> heldOut() {
        return List.of(
                functions(Placement.START, 3),
                functions(Placement.EVEN, 3),
                functions(Placement.UNIFORM, 3),
                StudiedTrace.of("tau2-bench", open(SharedTraces.tau2(), Placement.EVEN), session -> true),
                loadBalancer());
    }

    /** Every eighth function of the Azure Functions 2019 sample. */
    private static StudiedTrace functions(Placement placement, int part) {
        return StudiedTrace.of(
                "azure-functions-2019 (" + placement.id() + ")",
                open(List.of(SharedTraces.file("azure-functions-2019-sample/inv.csv.gz")), placement),
                session -> Math.floorMod(session.type().name().hashCode(), PARTS) == part);
    }

    private static StudiedTrace read(String name, String file) {
        return StudiedTrace.of(name, open(List.of(SharedTraces.file(file)), Placement.EVEN), session -> true);
    }

    private static SessionStream open(List<Path> files, Placement placement) {
        return Traces.open(files, new TraceOptions(TraceFormat.AUTO, placement, 1));
    }

    /** NAB's request counts of a load balancer, spread at random over their five minutes; two seconds each. */
    private static StudiedTrace loadBalancer() {
        RandomGenerator random = new RandomStreams(1).stream("load balancer");
        List<Session> sessions = new ArrayList<>();
        Path file = SharedTraces.file("nab/elb_request_count_8c0756.csv.gz");
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.lines().skip(1).map(line -> line.split(",", -1)).forEach(fields -> {
                long from = LocalDateTime.parse(fields[0], NAB_TIME).toEpochSecond(ZoneOffset.UTC);
                for (int i = 0; i < Double.parseDouble(fields[1]); i++) {
                    long start = Math.round((from + 300 * random.nextDouble()) * 1e9);
                    sessions.add(new Session("", AgentType.DEFAULT, start, start + 2_000_000_000L, List.of(), null));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return StudiedTrace.of("nab load balancer", sessions);
    }
}
