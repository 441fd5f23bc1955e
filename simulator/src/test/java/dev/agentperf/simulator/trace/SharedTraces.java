package dev.agentperf.simulator.trace;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the real traces, which are not part of the project; where they are not, the test that asks is skipped. */
public final class SharedTraces {
    private SharedTraces() {}

    /** Returns the file {@code name} of the real traces. */
    public static Path file(String name) {
        List<Path> tried = new ArrayList<>();
        String configured = System.getenv("AGENTPERF_TRACES");
        if (configured != null) {
            tried.add(Path.of(configured));
        }
        // From the repository's root or from a module of it.
        tried.add(Path.of("..", "shared", "traces"));
        tried.add(Path.of("..", "..", "shared", "traces"));
        List<Path> found = tried.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::exists)
                .toList();
        assumeTrue(!found.isEmpty(), () -> "real trace " + name + " is not here, tried " + tried);
        return found.get(0);
    }

    /** Returns the four files of tau2-bench. */
    public static List<Path> tau2() {
        return Stream.of(
                        "airline_gpt-4.1_2025-08-01",
                        "airline_qwen2.5-7b_2025-07-29",
                        "retail_gpt-4.1_2025-08-01",
                        "telecom_gpt-4.1_2025-08-01")
                .map(name -> file("tau2-bench/" + name + ".json.gz"))
                .toList();
    }
}
