package dev.agentperf.runtime.agent;

import java.io.IOException;

/**
 * One thing that the resident agent can be asked for.
 *
 * <p>The verbs that every resident agent knows, whatever language it is written in:
 *
 * <ul>
 *   <li>{@code ping} answers {@code pong};
 *   <li>{@code echo TEXT} answers the text;
 *   <li>{@code fingerprint} answers what is in the container beside the agent: processes, files, sockets and variables
 *       that were bound;
 *   <li>{@code reset} ends those processes, deletes those files that were not there at the start, forgets what was
 *       bound, and answers the fingerprint of what is left;
 *   <li>{@code start PROGRAM ARGUMENT…} starts a program beside the agent and answers {@code started PID};
 *   <li>{@code write PATH TEXT} puts the text into a new file, or in place of an old one, and answers {@code written};
 *   <li>{@code variable NAME} answers the value that a program started now would find under that name;
 *   <li>{@code bind} and any number of {@code variable NAME VALUE} and {@code file PATH CONTENT} gives variables to all
 *       that is started later, writes files below the container's temporary directory, and answers {@code bound}; path,
 *       value and content are in Base64, each after a {@code =} so that none is empty.
 * </ul>
 */
interface Verb {

    /**
     * Answers one request.
     *
     * @param rest what follows the verb, without the space between; may be empty
     * @return one line
     * @throws IOException if the agent cannot do it; the message becomes the answer
     */
    String answer(String rest) throws IOException;
}
