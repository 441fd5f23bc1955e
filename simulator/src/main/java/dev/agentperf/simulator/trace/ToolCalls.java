package dev.agentperf.simulator.trace;

import dev.agentperf.AgentType;
import dev.agentperf.simulator.trace.Session.Kind;
import dev.agentperf.simulator.trace.Session.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The tool calls of a trace as sessions of their own, for tools that run in a container each: one begins when the tool
 * is called, lasts as long as that takes, and has the tool's name for its type. Not thread-safe.
 */
public final class ToolCalls implements SessionStream {
    private final SessionStream sessions;
    private final PriorityQueue<Call> open = new PriorityQueue<>(
            Comparator.comparingLong((Call call) -> call.session().startNanos()).thenComparingLong(Call::order));
    private @Nullable Session ahead;
    private boolean begun;
    private long calls;
    private long read;

    /** A call, and its place among those that begin at one time. */
    private record Call(Session session, long order) {}

    /** Creates the calls of these sessions; {@link #close} closes those. */
    public ToolCalls(SessionStream sessions) {
        this.sessions = sessions;
    }

    @Override
    public @Nullable Session next() {
        if (!begun) {
            begun = true;
            ahead = sessions.next();
        }
        // A session that has not begun has no call before its start.
        while (ahead != null
                && (open.isEmpty()
                        || ahead.startNanos() <= open.peek().session().startNanos())) {
            add(ahead);
            ahead = sessions.next();
        }
        Call first = open.poll();
        return first == null ? null : first.session();
    }

    private void add(Session session) {
        read++;
        for (Step step : session.steps()) {
            if (step.kind() == Kind.TOOL) {
                open.add(new Call(call(session, step), calls++));
            }
        }
    }

    private static Session call(Session session, Step step) {
        long start = session.startNanos() + step.atNanos();
        return new Session(session.id(), sandbox(step.name()), start, start + step.durationNanos(), List.of(), null);
    }

    /** Returns the type of the container that a tool runs in: its name, as far as a type's may be long. */
    public static AgentType sandbox(String tool) {
        String name = tool.substring(0, lengthOfName(tool));
        return name.isBlank() ? AgentType.DEFAULT : new AgentType(name);
    }

    /* A character outside the basic plane is two of Java's: half of one can be written nowhere. */
    private static int lengthOfName(String tool) {
        if (tool.length() <= AgentType.MAX_LENGTH) {
            return tool.length();
        }
        boolean isHalved = Character.isHighSurrogate(tool.charAt(AgentType.MAX_LENGTH - 1));
        return isHalved ? AgentType.MAX_LENGTH - 1 : AgentType.MAX_LENGTH;
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(sessions.notes());
        notes.add("each of the " + calls + " tool calls of " + read
                + " sessions counts as a session of its own: it claims a container of a type named after its tool");
        return notes;
    }

    @Override
    public void close() {
        sessions.close();
    }
}
