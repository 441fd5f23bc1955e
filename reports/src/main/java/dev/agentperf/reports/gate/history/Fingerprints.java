package dev.agentperf.reports.gate.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.agentperf.reports.model.Environment;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Short names of environments: equal for equal ones. */
final class Fingerprints {
    private static final int BYTES = 6;

    private Fingerprints() {}

    static String of(@Nullable Environment environment) {
        return environment == null
                ? SeriesKey.UNKNOWN
                : of(Map.of(
                        "machine", environment.machine().toString(),
                        "vendor", environment.jvm().vendor(),
                        "version", environment.jvm().version(),
                        "collectors", environment.jvm().gc().toString()));
    }

    static String of(Map<String, String> environment) {
        if (environment.isEmpty()) {
            return SeriesKey.UNKNOWN;
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(new TreeMap<>(environment).toString().getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("every JDK has SHA-256", e);
        }
    }
}
