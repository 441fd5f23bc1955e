package dev.agentperf.simulator.trace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The lines of a file, one at a time, without a copy where the buffer holds the whole line. Not thread-safe. */
final class Lines {

    /** The longest line, in bytes: ample for a session of 100,000 steps, and a bound for a file without line ends. */
    static final int LONGEST_LINE_BYTES = 1 << 24;

    private static final int FIRST_BUFFER_BYTES = 1 << 16;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final TraceFile file;
    private final InputStream input;
    private byte[] buffer = new byte[FIRST_BUFFER_BYTES];
    private int filled;
    private int lineStart;
    private int lineEnd;
    private int nextStart;
    private long number;

    Lines(TraceFile file) {
        this.file = file;
        this.input = file.input();
    }

    /** Moves to the next line that is not blank; false at the end of the file. */
    boolean next() {
        while (advance()) {
            trim();
            if (lineEnd > lineStart) {
                return true;
            }
        }
        return false;
    }

    /** Returns the current line's number, from 1. */
    long number() {
        return number;
    }

    /** Returns the array that holds the current line, valid until the next one. */
    byte[] buffer() {
        return buffer;
    }

    /** Returns where in {@link #buffer()} the current line begins. */
    int offset() {
        return lineStart;
    }

    /** Returns the current line's length in bytes, without its line end. */
    int length() {
        return lineEnd - lineStart;
    }

    /** Returns the current line. */
    String text() {
        return new String(buffer, lineStart, length(), StandardCharsets.UTF_8);
    }

    /** Returns a failure at the current line. */
    TraceException error(String what) {
        return file.error(number, what);
    }

    private boolean advance() {
        lineStart = nextStart;
        int scanned = lineStart;
        while (true) {
            int end = lineEndFrom(scanned);
            if (end >= 0) {
                return line(end, end + 1);
            }
            int unread = filled - lineStart;
            if (!refill()) {
                return unread > 0 && line(filled, filled);
            }
            scanned = lineStart + unread;
        }
    }

    private boolean line(int end, int next) {
        number++;
        lineEnd = end;
        nextStart = next;
        return true;
    }

    private int lineEndFrom(int from) {
        for (int i = from; i < filled; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private boolean refill() {
        makeRoom();
        try {
            int read = input.read(buffer, filled, buffer.length - filled);
            filled += Math.max(read, 0);
            return read > 0;
        } catch (IOException e) {
            throw file.failed(number + 1, e);
        }
    }

    private void makeRoom() {
        int unread = filled - lineStart;
        System.arraycopy(buffer, lineStart, buffer, 0, unread);
        filled = unread;
        lineStart = 0;
        nextStart = 0;
        if (unread >= LONGEST_LINE_BYTES) {
            throw file.error(number + 1, "line is too long, expected at most " + LONGEST_LINE_BYTES + " bytes");
        }
        if (unread == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
    }

    private void trim() {
        if (number == 1 && startsWithByteOrderMark()) {
            lineStart += BYTE_ORDER_MARK.length;
        }
        while (lineEnd > lineStart && isBlank(buffer[lineEnd - 1])) {
            lineEnd--;
        }
        while (lineEnd > lineStart && isBlank(buffer[lineStart])) {
            lineStart++;
        }
    }

    private boolean startsWithByteOrderMark() {
        int end = Math.min(lineStart + BYTE_ORDER_MARK.length, lineEnd);
        return Arrays.equals(buffer, lineStart, end, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\r' || b == '\t';
    }
}
