package dev.agentperf.reports.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The workflows of this project, and the jobs that the README offers for pasting: they are YAML, and run what there is.
 */
final class WorkflowsTest {
    private static final Path ROOT = Path.of("..");
    private static final Path WORKFLOWS = ROOT.resolve(".github/workflows");
    private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern OWN_SCRIPT = Pattern.compile("(?m)(?:^|[\\s&|;])(\\.?[\\w.-]*/[\\w./-]+)");
    private static final Set<String> STEP =
            Set.of("name", "id", "if", "uses", "with", "run", "env", "shell", "working-directory", "timeout-minutes");

    static Stream<Path> workflows() throws IOException {
        try (Stream<Path> files = Files.list(WORKFLOWS)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void workflow_isTriggered_andHasStepsThatDoOneThing(Path file) throws IOException {
        Map<?, ?> workflow = map(yaml(Files.readString(file)));

        assertThat(workflow.keySet()).hasToString("[name, on, permissions, jobs]");
        assertThat(map(workflow.get("jobs"))).isNotEmpty();
        for (Object job : map(workflow.get("jobs")).values()) {
            assertThat(map(job).get("runs-on")).isNotNull();
            assertThat(map(job).get("timeout-minutes")).isInstanceOf(Integer.class);
        }
        assertThat(steps(workflow)).isNotEmpty().allSatisfy(step -> {
            assertThat(STEP)
                    .containsAll(step.keySet().stream().map(String::valueOf).toList());
            assertThat(step.containsKey("uses")).isNotEqualTo(step.containsKey("run"));
            if (step.containsKey("uses")) {
                assertThat(String.valueOf(step.get("uses"))).matches("[\\w-]+/[\\w-]+@v\\d+");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void script_isBash_andRunsWhatThereIs(String script) throws Exception {
        assertThat(new ProcessBuilder("bash", "-n", "-c", script.replaceAll("\\$\\{\\{.*?}}", "x"))
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
        OWN_SCRIPT
                .matcher(script)
                .results()
                .map(found -> found.group(1))
                .filter(path -> path.matches("(\\./|\\.ci/|scripts/).*"))
                .forEach(path -> assertThat(ROOT.resolve(path)).isExecutable());
        for (String line : CommandLines.in(script.lines().toList(), "./agentperf")) {
            String[] words = CommandLines.arguments(line).toArray(String[]::new);
            assertThatCode(() -> AgentPerfCommand.create(Terminal.system()).parseArgs(words))
                    .doesNotThrowAnyException();
        }
    }

    static Stream<String> scripts() throws IOException {
        List<String> scripts = new ArrayList<>();
        for (Path file : workflows().toList()) {
            steps(map(yaml(Files.readString(file)))).stream()
                    .filter(step -> step.containsKey("run"))
                    .forEach(step -> scripts.add(String.valueOf(step.get("run"))));
        }
        Object gitlab = map(map(yaml(documented().get(1))).get("gate")).get("script");
        ((Collection<?>) requireNonNull(gitlab)).forEach(line -> scripts.add(String.valueOf(line)));
        return scripts.stream();
    }

    @Test
    void documentedWorkflow_isOurOwn() throws IOException {
        assertThat(documented().get(0)).isEqualTo(Files.readString(WORKFLOWS.resolve("gate.yml")));
    }

    @Test
    void artifactsOfTheGate_areWhatItWrites() throws IOException {
        Map<?, ?> artifacts =
                map(map(map(yaml(documented().get(1))).get("gate")).get("artifacts"));

        assertThat(map(artifacts.get("reports"))).hasToString("{junit=gate/junit.xml, metrics=gate/metrics.txt}");
        assertThat(uploads("gate.yml")).containsExactly("gate");
    }

    @Test
    void screenshots_areKept() throws IOException {
        assertThat(uploads("ci.yml")).contains("reports/target/screenshots");
    }

    private static List<String> uploads(String name) throws IOException {
        return steps(map(yaml(Files.readString(WORKFLOWS.resolve(name))))).stream()
                .filter(step -> String.valueOf(step.get("uses")).startsWith("actions/upload-artifact@"))
                .map(step -> String.valueOf(map(step.get("with")).get("path")))
                .toList();
    }

    private static List<String> documented() throws IOException {
        return BLOCK.matcher(Files.readString(ROOT.resolve("README.md")))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    private static List<Map<?, ?>> steps(Map<?, ?> workflow) {
        List<Map<?, ?>> steps = new ArrayList<>();
        for (Object job : map(workflow.get("jobs")).values()) {
            for (Object step : (Collection<?>) requireNonNull(map(job).get("steps"))) {
                steps.add(map(step));
            }
        }
        return steps;
    }

    private static Object yaml(String text) {
        return new Load(LoadSettings.builder().build()).loadFromString(text);
    }

    private static Map<?, ?> map(@Nullable Object node) {
        assertThat(node).isInstanceOf(Map.class);
        return (Map<?, ?>) requireNonNull(node);
    }
}
