package dev.agentperf.simulator.trace;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.agentperf.AgentType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The one JSON object of a tau2-bench file; its members may stand in any order. */
final class Tau2Document {
    private final TraceFile file;
    private final Notes notes;
    private final List<Tau2Simulation> simulations = new ArrayList<>();
    private String domain = "";
    private String model = "";
    private boolean hasSimulations;

    Tau2Document(TraceFile file, Notes notes) {
        this.file = file;
        this.notes = notes;
    }

    /** Reads the whole file and returns its sessions by start, those of equal start in the file's order. */
    List<Session> read() {
        try (JsonParser json = Json.FACTORY.createParser(file.input())) {
            read(json);
            return sessions();
        } catch (JsonProcessingException e) {
            throw file.error(line(e), Json.reason(e));
        } catch (IOException e) {
            throw file.failed(0, e);
        }
    }

    private static long line(JsonProcessingException e) {
        return e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    }

    private void read(JsonParser json) throws IOException {
        try {
            json.nextToken();
            Json.expect(json, "document", JsonToken.START_OBJECT);
            Json.members(json, field -> readMember(json, field));
        } catch (IllegalArgumentException e) {
            throw file.error(json.currentLocation().getLineNr(), String.valueOf(e.getMessage()));
        }
    }

    private void readMember(JsonParser json, String field) throws IOException {
        switch (field) {
            case "info" -> readInfo(json);
            case "simulations" -> readSimulations(json);
            default -> json.skipChildren();
        }
    }

    private void readInfo(JsonParser json) throws IOException {
        Json.expect(json, "info", JsonToken.START_OBJECT);
        Json.members(json, field -> {
            switch (field) {
                case "environment_info" -> domain = member(json, "domain_name", domain);
                case "agent_info" -> model = member(json, "llm", model);
                default -> json.skipChildren();
            }
        });
    }

    // The text of one member of the current object, or what was known before where it has none.
    private static String member(JsonParser json, String name, String before) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return before;
        }
        String[] text = {before};
        Json.members(json, field -> {
            if (field.equals(name)) {
                text[0] = Json.textOrEmpty(json, name);
            } else {
                json.skipChildren();
            }
        });
        return text[0];
    }

    private void readSimulations(JsonParser json) throws IOException {
        hasSimulations = true;
        Json.objects(json, "simulations", () -> {
            Tau2Simulation simulation = new Tau2Simulation(notes);
            simulation.read(json);
            simulations.add(simulation);
        });
    }

    private List<Session> sessions() {
        if (!hasSimulations) {
            throw file.error("has no simulations, expected a tau2-bench result");
        }
        try {
            AgentType type = new TypeNames().of(domain.isEmpty() ? null : domain);
            if (domain.isEmpty()) {
                notes.count("{} sessions carry no domain and got type default", simulations.size());
            }
            List<Session> sessions = new ArrayList<>(simulations.size());
            for (Tau2Simulation simulation : simulations) {
                simulation.session(type, model).ifPresent(sessions::add);
            }
            notes.state("its times carry no zone and were read as UTC");
            sessions.sort(Comparator.comparingLong(Session::startNanos));
            return sessions;
        } catch (IllegalArgumentException e) {
            throw file.error(String.valueOf(e.getMessage()));
        }
    }
}
