package dev.agentperf.runtime.agent;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.StringTokenizer;

/** The verbs of this agent by name. Not thread-safe. */
final class Verbs {
    private final Map<String, Verb> byName = new HashMap<>();

    private Verbs() {}

    /** Returns all verbs, and takes the agent's surroundings as they are now for the clean state. */
    static Verbs of(Surroundings surroundings) {
        Bound bound = new Bound();
        Cleaning cleaning = new Cleaning(surroundings, bound);
        Verbs verbs = new Verbs();
        verbs.byName.put("ping", new Ping());
        verbs.byName.put("echo", new Echo());
        verbs.byName.put("fingerprint", new TakeFingerprint(surroundings, bound));
        verbs.byName.put("reset", new Reset(cleaning));
        verbs.byName.put("start", new Start(bound));
        verbs.byName.put("write", new Write());
        verbs.byName.put("variable", new Variable(bound));
        verbs.byName.put("bind", new Bind(bound, surroundings));
        return verbs;
    }

    /** Answers one line; never throws for what the line asks. */
    String answer(String line) {
        String name = head(line);
        Verb verb = byName.get(name);
        if (verb == null) {
            return "error unknown verb: ".concat(name);
        }
        try {
            return verb.answer(tail(line));
        } catch (IOException | RuntimeException e) {
            return "error ".concat(oneLine(String.valueOf(e.getMessage())));
        }
    }

    private static String head(String text) {
        int space = text.indexOf(' ');
        return space < 0 ? text : text.substring(0, space);
    }

    private static String tail(String text) {
        int space = text.indexOf(' ');
        return space < 0 ? "" : text.substring(space + 1);
    }

    private static String oneLine(String text) {
        return text.replace('\n', ' ').replace('\r', ' ');
    }

    private static final class Ping implements Verb {
        @Override
        public String answer(String rest) {
            return "pong";
        }
    }

    private static final class Echo implements Verb {
        @Override
        public String answer(String rest) {
            return rest;
        }
    }

    private record TakeFingerprint(Surroundings surroundings, Bound bound) implements Verb {
        @Override
        public String answer(String rest) throws IOException {
            return Fingerprint.of(surroundings, bound);
        }
    }

    private record Reset(Cleaning cleaning) implements Verb {
        @Override
        public String answer(String rest) throws IOException {
            return cleaning.clean();
        }
    }

    private record Start(Bound bound) implements Verb {
        @Override
        public String answer(String rest) throws IOException {
            StringTokenizer words = new StringTokenizer(rest);
            String[] command = new String[words.countTokens()];
            for (int i = 0; i < command.length; i++) {
                command[i] = words.nextToken();
            }
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            // The conversation is this agent's alone.
            builder.environment().remove(ResidentAgent.SOCKET);
            bound.addTo(builder.environment());
            Process process = builder.start();
            return "started ".concat(Long.toString(process.pid()));
        }
    }

    private static final class Write implements Verb {
        @Override
        public String answer(String rest) throws IOException {
            try (FileOutputStream file = new FileOutputStream(new File(head(rest)))) {
                file.write(tail(rest).getBytes(StandardCharsets.UTF_8));
            }
            return "written";
        }
    }

    private record Variable(Bound bound) implements Verb {
        @Override
        public String answer(String rest) throws IOException {
            Map<String, String> environment = new HashMap<>(System.getenv());
            bound.addTo(environment);
            String value = environment.get(rest);
            if (value == null) {
                throw new IOException("no variable ".concat(rest));
            }
            return oneLine(value);
        }
    }

    private record Bind(Bound bound, Surroundings surroundings) implements Verb {
        @Override
        public String answer(String rest) throws IOException {
            bound.add(rest, surroundings.home());
            return "bound";
        }
    }
}
