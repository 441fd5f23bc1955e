package dev.agentperf.simulator.trace;

import dev.agentperf.cache.UserTurn;
import dev.agentperf.simulator.trace.Session.Kind;
import dev.agentperf.simulator.trace.Session.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns a talk into steps. An assistant's message is a model call that began when the message before it was written and
 * ended when it was written itself. A tool call begins when its message was written and lasts until the answer that
 * carries its id; a call without an answer has duration 0. A message that calls nothing is spoken to the user, and what
 * he says next is his answer.
 *
 * <p>Calls that the simulated user makes run in the same environment, so they are steps too, and are counted.
 */
final class Tau2Steps {
    private final long start;
    private final long end;
    private final String model;
    private final Notes notes;
    private final List<Step> steps = new ArrayList<>();

    Tau2Steps(long start, long end, String model, Notes notes) {
        this.start = start;
        this.end = end;
        this.model = model;
        this.notes = notes;
    }

    /** Returns the steps of one talk, by time. */
    List<Step> of(List<Tau2Message> messages) {
        Map<String, Long> answers = answers(messages);
        Long before = null;
        for (int index = 0; index < messages.size(); index++) {
            Tau2Message message = messages.get(index);
            Long at = message.atNanos();
            if (at == null) {
                countUntimed(message);
                continue;
            }
            if (message.role().equals("assistant")) {
                addModelCall(before, at, turn(message, messages.subList(index + 1, messages.size())));
            }
            for (Tau2Message.Call call : message.calls()) {
                addToolCall(call, at, answers.get(call.id()));
            }
            before = at;
        }
        steps.sort(Comparator.comparingLong(Step::atNanos));
        return steps;
    }

    private static Map<String, Long> answers(List<Tau2Message> messages) {
        Map<String, Long> answers = new HashMap<>();
        for (Tau2Message message : messages) {
            Long at = message.atNanos();
            if (at != null && message.role().equals("tool")) {
                answers.putIfAbsent(message.id(), at);
            }
        }
        return answers;
    }

    private void countUntimed(Tau2Message message) {
        notes.count("{} messages carry no time and were left out");
        if (!message.calls().isEmpty()) {
            notes.count(
                    "{} tool calls carry no time and were left out",
                    message.calls().size());
        }
    }

    /* What the user says after a call of his own was not known when he made it, and is left out. */
    private static @Nullable UserTurn turn(Tau2Message message, List<Tau2Message> later) {
        if (!message.calls().isEmpty()) {
            return null;
        }
        boolean answersAtOnce = !later.isEmpty() && later.get(0).calls().isEmpty();
        UserTurn answer = answersAtOnce ? later.get(0).said() : UserTurn.SILENT;
        UserTurn turn = new UserTurn(message.said().agentSaid(), answer.userSaid());
        return turn.equals(UserTurn.SILENT) ? null : turn;
    }

    private void addModelCall(@Nullable Long before, long at, @Nullable UserTurn turn) {
        // The first message of a talk has none before it: when it was begun is not known.
        long begun = before == null ? at : Math.min(before, at);
        add(Kind.LLM, model, begun, at, turn);
    }

    private void addToolCall(Tau2Message.Call call, long at, @Nullable Long answered) {
        if (call.byUser()) {
            notes.count("{} tool calls were made by the simulated user, not the agent, and are steps all the same");
        }
        add(Kind.TOOL, call.name(), at, answered == null ? at : Math.max(answered, at), null);
    }

    private void add(Kind kind, String name, long begun, long ended, @Nullable UserTurn turn) {
        if (begun < start || begun > end) {
            notes.count("{} steps lie outside their session's times and were left out");
            return;
        }
        steps.add(new Step(kind, name, begun - start, ended - begun, turn));
    }
}
