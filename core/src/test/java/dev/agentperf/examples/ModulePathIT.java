package dev.agentperf.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.sun.jna.Native;
import com.sun.jna.platform.unix.LibC;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import oshi.SystemInfo;
import oshi.util.PlatformEnum;

/** The jar as others have it: a module, with nothing beside it but what its users inherit. */
@Timeout(120)
final class ModulePathIT {
    /** One class of each jar. */
    private static final List<Class<?>> INHERITED = List.of(
            Caffeine.class,
            Histogram.class,
            SystemInfo.class,
            PlatformEnum.class,
            Native.class,
            LibC.class,
            LoggerFactory.class);

    @Test
    void service_runsOnTheModulePath_withTheInheritedModulesAlone() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path",
                modulePath(),
                "--add-modules",
                "ALL-MODULE-PATH",
                "--class-path",
                Path.of("target/test-classes").toString(),
                PlainAgent.class.getName()));
        Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(child.waitFor()).as(said).isZero();
        assertThat(said).contains("dev.agentperf: hello");
    }

    private static String modulePath() throws IOException {
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            Path core = built.filter(
                            file -> file.getFileName().toString().matches("agentperf-core-[^-]*(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow();
            return Stream.concat(Stream.of(core), INHERITED.stream().map(ModulePathIT::jar))
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    private static Path jar(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
