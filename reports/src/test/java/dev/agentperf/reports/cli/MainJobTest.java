package dev.agentperf.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on good input, from the command line to the files. */
final class MainJobTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path directory;

    @Test
    void run_onProcesses_measuresEveryPathAndReports() throws IOException {
        Path out = directory.resolve("out");

        Run run = Run.of("run", "--runtime", "process", "--no-bench", "--out", out.toString());

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Report: " + out.resolve("report.html"));
        JsonNode starts = JSON.readTree(out.resolve("results/starts.json").toFile());
        assertThat(starts.at("/paths").findValuesAsText("path"))
                .containsExactly("cold", "warm-live", "warm-paused", "exec");
        assertThat(starts.at("/paths").findValuesAsText("failures")).containsOnly("0");
        assertThat(JSON.readTree(out.resolve("results/targets.json").toFile()).at("/targets"))
                .hasSize(4)
                .allSatisfy(target -> assertThat(target.at("/met").isBoolean()).isTrue());
        assertThat(out.resolve("report.html")).content().contains("Warm start");
        assertThat(out.resolve("report.md")).content().contains("Warm start");
    }

    @Test
    void simulate_twice_writesTheSameBytesButForTheWallClock() throws IOException {
        Path trace = directory.resolve("trace.jsonl.gz");
        Run.of("generate", "--sessions", "500", "--out", trace.toString());

        JsonNode first = simulate(trace, "first.json");
        JsonNode second = simulate(trace, "second.json");

        assertThat(first).isEqualTo(second);
        assertThat(first.at("/schemaVersion").asInt()).isEqualTo(1);
        assertThat(first.at("/trace/sessions").asInt()).isEqualTo(500);
        assertThat(first.at("/runs").findValuesAsText("policy")).containsExactly("fixed:5", "keepalive:10m");
    }

    @Test
    void plan_writesASizeForEachTypeAndWhetherItIsPromised() throws IOException {
        Path trace = directory.resolve("trace.jsonl.gz");
        Run.of("generate", "--sessions", "500", "--out", trace.toString());
        Path file = directory.resolve("plan.json");

        Run run = Run.of(
                "plan",
                "--trace",
                trace.toString(),
                "--warm-rate",
                "0.9",
                "--cold-start",
                "2s",
                "--json",
                file.toString());

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("All types: ");
        JsonNode plan = JSON.readTree(file.toFile());
        assertThat(plan.at("/schemaVersion").asInt()).isEqualTo(1);
        assertThat(plan.at("/plans")).isNotEmpty().allSatisfy(type -> {
            assertThat(type.at("/size").isInt()).isTrue();
            assertThat(type.at("/promised").isBoolean()).isTrue();
        });
        assertThat(plan.at("/validatedWarmRate").asDouble()).isBetween(0.5, 1.0);
    }

    private JsonNode simulate(Path trace, String name) throws IOException {
        Path file = directory.resolve(name);
        Run run = Run.of(
                "simulate",
                "--trace",
                trace.toString(),
                "--policies",
                "fixed:5,keepalive:10m",
                "--cold-start",
                "500ms",
                "--json",
                file.toString());
        assertThat(run.code()).isZero();
        JsonNode result = JSON.readTree(file.toFile());
        result.at("/runs").forEach(policy -> ((ObjectNode) policy).remove("wallSeconds"));
        return result;
    }

    @Test
    void import_ofATableWithNamedColumns_writesOurFormat() throws IOException {
        Path table = Files.writeString(directory.resolve("log.csv"), "exec_s,ts,model\n1.5,100,small\n2,101,large\n");
        Path out = directory.resolve("runs.jsonl");

        Run run = Run.of(
                "import", table.toString(), "--columns", "time=ts,type=model,duration=exec_s", "--out", out.toString());

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("2 sessions written");
        assertThat(out).content().contains("\"type\":\"small\"").contains("\"type\":\"large\"");
    }

    @Test
    void predict_writesEveryPredictor() throws IOException {
        StringBuilder usage = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            usage.append("{\"type\":\"react\",\"memoryMb\":")
                    .append(200 + i % 7)
                    .append("}\n");
        }
        Path file = Files.writeString(directory.resolve("usage.jsonl"), usage);
        Path json = directory.resolve("predictions.json");

        Run run = Run.of("predict", "--usage", file.toString(), "--json", json.toString());

        assertThat(run.code()).isZero();
        assertThat(JSON.readTree(json.toFile()).at("/runs")).isNotEmpty().allSatisfy(predicted -> {
            assertThat(predicted.at("/resource").asText()).isEqualTo("memory");
            assertThat(predicted.at("/missRate").asDouble()).isBetween(0.0, 1.0);
        });
    }

    @Test
    void sweep_asJson_holdsTheCellsOfTheFile() throws IOException {
        Path trace = directory.resolve("trace.jsonl.gz");
        Run.of("generate", "--sessions", "200", "--out", trace.toString());
        Path grid = Files.writeString(
                directory.resolve("grid.json"), "{\"policies\":[\"fixed:2\",\"fixed:4\"],\"coldStart\":[\"1s\"]}");
        Path out = directory.resolve("cells.jsonl");

        Run run = Run.of(
                "sweep",
                "--trace",
                trace.toString(),
                "--grid",
                grid.toString(),
                "--out",
                out.toString(),
                "--json",
                "-");

        assertThat(run.code()).as(run.err()).isZero();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(out)) {
            lines.add(JSON.readTree(line));
        }
        assertThat(JSON.readTree(run.out()).at("/cells")).containsExactlyElementsOf(lines);
        assertThat(run.err()).contains("2 cells written");
    }

    @Test
    void import_asJson_tellsWhatWasWritten() throws IOException {
        Path trace = directory.resolve("trace.jsonl");
        Path copy = directory.resolve("copy.jsonl");

        Run generated = Run.of("generate", "--sessions", "9", "--out", trace.toString(), "--json", "-");
        Run imported = Run.of("import", trace.toString(), "--out", copy.toString(), "--json", "-", "--quiet");

        assertThat(JSON.readTree(generated.out()).at("/sessions").asInt()).isEqualTo(9);
        assertThat(JSON.readTree(imported.out()).at("/file").asText()).isEqualTo(copy.toString());
        assertThat(imported.err()).isEmpty();
        assertThat(copy).hasSameTextualContentAs(trace);
    }

    @Test
    void import_writesOurFormatFromAnother() throws IOException {
        Path azure = Files.writeString(
                directory.resolve("azure.csv"),
                "TIMESTAMP,ContextTokens,GeneratedTokens\n2023-11-16 18:17:03.9799600,4808,10\n");
        Path out = directory.resolve("ours.jsonl");

        Run run = Run.of("import", azure.toString(), "--out", out.toString());

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("1 sessions written");
        assertThat(out).content().contains("2023-11-16T18:17:03.979960Z");
    }
}
