package dev.agentperf.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How an agent's id becomes a file name. Ids are hostile: they may hold slashes, dots, or differ in case only, so the
 * name is a hash of the id, and the id itself stands inside the file.
 */
final class AgentFile {
    static final String SUFFIX = ".ckpt";

    private AgentFile() {}

    /** Returns the id's bytes; refuses an id that is empty, too long, or not text. */
    static byte[] idBytes(String agentId) {
        ByteBuffer encoded;
        try {
            encoded = UTF_8.newEncoder().encode(CharBuffer.wrap(requireNonNull(agentId, "agentId")));
        } catch (CharacterCodingException unpairedSurrogate) {
            throw new IllegalArgumentException("agentId must be valid Unicode text", unpairedSurrogate);
        }
        if (!encoded.hasRemaining() || encoded.remaining() > CheckpointStore.MAX_ID_BYTES) {
            throw new IllegalArgumentException("agentId must have 1 to " + CheckpointStore.MAX_ID_BYTES
                    + " bytes in UTF-8, had " + encoded.remaining());
        }
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return bytes;
    }

    static String name(String agentId) {
        return HexFormat.of().formatHex(sha256(idBytes(agentId))) + SUFFIX;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new LinkageError("every JDK has SHA-256", impossible);
        }
    }
}
