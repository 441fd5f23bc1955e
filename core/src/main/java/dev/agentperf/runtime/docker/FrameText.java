package dev.agentperf.runtime.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Collects what a container printed. Thread-safe. */
final class FrameText extends ResultCallback.Adapter<Frame> {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public void onNext(Frame frame) {
        bytes.writeBytes(frame.getPayload());
    }

    /** Returns what has arrived so far, standard output and standard error as they came. */
    String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
