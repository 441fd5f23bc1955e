package dev.agentperf.runtime.agent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Lines in, one line out for each. Not thread-safe. */
final class Conversation {
    private final InputStream in;
    private final OutputStream out;
    private final byte[] received = new byte[8192];
    private ByteArrayOutputStream line = new ByteArrayOutputStream();

    Conversation(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** Answers every line until the peer closes; an unfinished last line is not answered. */
    void serve(Verbs verbs) throws IOException {
        for (int count = in.read(received); count >= 0; count = in.read(received)) {
            take(count, verbs);
        }
    }

    /* A stretch at a time: calls, one for every byte, are what a young virtual machine is slowest at. */
    private void take(int count, Verbs verbs) throws IOException {
        int begin = 0;
        for (int i = 0; i < count; i++) {
            if (received[i] == '\n') {
                line.write(received, begin, i - begin);
                begin = i + 1;
                answer(verbs);
            }
        }
        line.write(received, begin, count - begin);
    }

    private void answer(Verbs verbs) throws IOException {
        String request = line.toString(StandardCharsets.UTF_8);
        // Not reset(): that would keep a long line, and what was bound by it, for as long as the agent lives.
        line = new ByteArrayOutputStream();
        write(out, verbs.answer(request));
    }

    /** Writes one line in one piece. */
    static void write(OutputStream out, String answer) throws IOException {
        out.write(answer.concat("\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
