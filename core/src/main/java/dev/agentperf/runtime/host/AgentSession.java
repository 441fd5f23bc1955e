package dev.agentperf.runtime.host;

import static java.util.Objects.requireNonNull;

import dev.agentperf.runtime.Bindings;
import dev.agentperf.runtime.ContainerException;
import dev.agentperf.runtime.agent.ResidentAgent;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What this process has with the agent of one container: the conversation, the proof of a clean state, and what is
 * bound. Thread-safe.
 */
public final class AgentSession implements Closeable {
    private static final String NO_TOKEN = "";
    private static final String BOUND = "bound";

    private final AgentLink link;
    private final boolean isResident;

    /** The first fingerprint, which a reset has to bring back; empty where a reset can prove nothing. */
    private final String pristine;

    /** Variables for programs that this process starts beside the agent; the agent has the same for its own. */
    private volatile Map<String, String> variables = Map.of();

    private volatile String token = NO_TOKEN;
    private final AtomicBoolean ended = new AtomicBoolean();

    private AgentSession(AgentLink link, boolean isResident, String pristine) {
        this.link = requireNonNull(link, "link");
        this.isResident = isResident;
        this.pristine = requireNonNull(pristine, "pristine");
    }

    /**
     * Waits for the first word of this library's own agent, and closes the link if there is none.
     *
     * @throws IOException if the agent has gone
     */
    public static AgentSession withResident(AgentLink link) throws IOException {
        String answer = link.greet();
        return new AgentSession(link, true, answer.startsWith("error") ? "" : answer);
    }

    /**
     * Waits for the first word of a program of the user's own, which can bind nothing and prove nothing, and closes the
     * link if there is none.
     *
     * @throws IOException if the program has gone
     */
    public static AgentSession withProgram(AgentLink link) throws IOException {
        link.greet();
        return new AgentSession(link, false, "");
    }

    /** Returns whether nothing has ended the conversation yet; it neither blocks nor allocates. */
    public boolean isOpen() {
        return !ended.get() && link.isOpen();
    }

    /** Returns the variables that are bound, for a program that is started beside the agent. */
    public Map<String, String> variables() {
        return variables;
    }

    /** Returns the token of the present use; empty if there is none. */
    public String token() {
        return token;
    }

    String ask(String line) throws IOException {
        return link.ask(line);
    }

    /** Sends a line unless that could block; whoever is told that it was sent fetches the {@link #answer}. */
    boolean trySend(String line) throws IOException {
        return link.trySend(line);
    }

    String answer() throws IOException {
        return link.answer();
    }

    /**
     * Begins the first use: gives the container its token, and sees that its agent answers what a user may ask.
     *
     * <p>The answer is a rehearsal too: the resident agent's virtual machine starts its compiler at about the third
     * line, and that line takes half a millisecond longer, here rather than after a claim.
     */
    void begin(String newToken) throws IOException {
        if (isResident) {
            renew(newToken);
        }
        link.ask("ping");
    }

    /** Lets the agent clean the container, and begins the next use if that is proven. */
    boolean reset(String newToken) throws IOException {
        variables = Map.of();
        token = NO_TOKEN;
        String now = link.ask("reset");
        if (pristine.isEmpty() || !pristine.equals(now)) {
            return false;
        }
        renew(newToken);
        return true;
    }

    private void renew(String newToken) throws IOException {
        Map<String, String> session = Map.of(ResidentAgent.SESSION, newToken);
        String answer = link.ask(BindRequest.line(session, Map.of()));
        if (!answer.equals(BOUND)) {
            throw new IOException("the agent took no session token: " + answer);
        }
        remember(session);
        token = newToken;
    }

    /** Gives the container what a claim brings. */
    void bind(String container, Bindings bindings) throws IOException {
        if (!isResident) {
            throw new ContainerException(
                    "container " + container + " runs a program of its own, and bindings need the resident agent");
        }
        Map<String, String> added = BindRequest.variables(bindings);
        Map<String, byte[]> files = new TreeMap<>(bindings.files());
        String answer = link.ask(BindRequest.line(added, files));
        if (!answer.equals(BOUND)) {
            throw new ContainerException("the agent of container " + container + " could not bind " + added.keySet()
                    + " and " + files.keySet() + ": " + answer);
        }
        remember(added);
    }

    private synchronized void remember(Map<String, String> added) {
        Map<String, String> more = new HashMap<>(variables);
        more.putAll(added);
        variables = Map.copyOf(more);
    }

    /** Ends the conversation, and returns whether this call was the first to do so. */
    boolean end() {
        if (!ended.compareAndSet(false, true)) {
            return false;
        }
        try {
            link.close();
        } catch (IOException broken) {
            // Nothing can be said on it any more either way.
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        ended.set(true);
        link.close();
    }
}
