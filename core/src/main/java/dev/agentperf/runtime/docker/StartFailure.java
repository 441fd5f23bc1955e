package dev.agentperf.runtime.docker;

import dev.agentperf.runtime.ContainerException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why an agent could not be started, in words that say what to do. */
final class StartFailure {
    /* The engine's `exec: "python3": executable file not found in $PATH` or `exec: "/x": stat /x: no such file or
     * directory`, and its init program's `exec python3 failed: No such file or directory`. */
    private static final Pattern MISSING =
            Pattern.compile("exec:? \"?([^\" ]+)\"?(?::| failed:).*(?:not found|[Nn]o such file)");

    private StartFailure() {}

    /** Returns the failure of an agent whose container the engine refused to start. */
    static ContainerException refused(Blueprint blueprint, RuntimeException cause) {
        String reason = EngineFailure.reason(cause);
        return missing(blueprint, reason, cause, "image " + blueprint.image() + " could not be started: " + reason);
    }

    /** Returns the failure of an agent whose container ended before its first answer. */
    static ContainerException ended(Blueprint blueprint, long exitCode, String lastLine, Exception cause) {
        String message = "the agent of image " + blueprint.image() + " ended with exit code " + exitCode
                + " before its first answer" + (lastLine.isEmpty() ? "" : ": " + lastLine);
        return missing(blueprint, lastLine, cause, message);
    }

    private static ContainerException missing(Blueprint blueprint, String reason, Exception cause, String otherwise) {
        Matcher missing = MISSING.matcher(reason);
        if (!missing.find()) {
            return new ContainerException(otherwise, cause);
        }
        String program = missing.group(1);
        String advice = blueprint.spec().command().isEmpty()
                ? ", which the resident agent needs; add it to the image or give the spec a command of its own"
                : "";
        return new ContainerException("image " + blueprint.image() + " has no program " + program + advice, cause);
    }
}
