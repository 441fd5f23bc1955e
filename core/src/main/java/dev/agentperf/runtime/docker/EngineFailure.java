package dev.agentperf.runtime.docker;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.agentperf.AgentPerfException;
import dev.agentperf.runtime.ContainerException;
import dev.agentperf.runtime.RuntimeUnavailableException;
import java.io.IOException;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an engine complains about, in this library's words. */
final class EngineFailure {
    private static final Pattern JSON_MESSAGE = Pattern.compile("\"message\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

    private EngineFailure() {}

    /**
     * Does what needs the engine.
     *
     * @param subject begins the message of the failure: which container or image it is about
     * @throws ContainerException if the engine answers that it cannot
     * @throws RuntimeUnavailableException if the engine does not answer
     */
    static <T> T translating(String subject, Supplier<T> call) {
        try {
            return call.get();
        } catch (AgentPerfException e) {
            throw e;
        } catch (RuntimeException e) {
            throw translate(subject, e);
        }
    }

    static AgentPerfException translate(String subject, RuntimeException failure) {
        if (failure instanceof DockerException) {
            return new ContainerException(subject + ": " + reason(failure), failure);
        }
        return failure.getCause() instanceof IOException
                ? new RuntimeUnavailableException("the engine does not answer: " + reason(failure.getCause()), failure)
                : new ContainerException(subject + ": " + reason(failure), failure);
    }

    /** Does what is pointless for a container that is gone, and succeeds then. */
    static void unlessGone(Runnable call) {
        try {
            call.run();
        } catch (NotFoundException gone) {
            // What was to be done has been done.
        }
    }

    /** Returns the engine's own words in one line. */
    static String reason(@Nullable Throwable failure) {
        String message = failure == null ? "" : String.valueOf(failure.getMessage());
        Matcher json = JSON_MESSAGE.matcher(message);
        String words = json.find() ? json.group(1).replace("\\\"", "\"").replaceAll("\\\\[nrt]", " ") : message;
        return oneLine(words);
    }

    /** Returns a text without line breaks. */
    static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
