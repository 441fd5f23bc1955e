package dev.agentperf.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the driver of a sweep on Spark is found, and how it is started. */
final class SparkDriverTest {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void withoutSpark_saysWhatIsNeeded() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SparkDriver.find(Map.of(), null))
                .withMessage(
                        "--spark needs SPARK_HOME, the directory of a Spark 4 installation with its jars, which is not set");
    }

    @Test
    void withoutTheDriver_saysHowToBuildIt() throws IOException {
        Files.createDirectories(directory.resolve("jars"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SparkDriver.find(Map.of("SPARK_HOME", directory.toString()), directory))
                .withMessageStartingWith("--spark needs the driver's jar: build it with mvn -Pspark");
    }

    @Test
    void command_putsSparksJarsFirst() throws IOException {
        Files.createDirectories(directory.resolve("jars"));
        Path jar = Files.createFile(directory.resolve("driver.jar"));
        SparkDriver driver = SparkDriver.find(
                Map.of(
                        "SPARK_HOME", directory.toString(),
                        "AGENTPERF_SPARK_JAR", jar.toString(),
                        "SPARK_SUBMIT_OPTS", "-Dspark.cores.max=2 -Xmx1g"),
                null);

        List<String> command = driver.command(
                "spark://host:7077", Path.of("grid.json"), Path.of("out"), List.of(Path.of("a"), Path.of("b")));

        assertThat(command.subList(1, command.size()))
                .containsExactly(
                        "-Dspark.cores.max=2",
                        "-Xmx1g",
                        "-cp",
                        directory.resolve("jars") + "/*:" + jar,
                        "dev.agentperf.spark.cli.Main",
                        "spark://host:7077",
                        "grid.json",
                        "out",
                        "a",
                        "b");
    }
}
