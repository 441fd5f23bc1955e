package dev.agentperf.runtime.host;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Secrets that nobody can guess. Thread-safe. */
final class Tokens {
    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {}

    /** Returns 128 random bits in hexadecimal. */
    static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
