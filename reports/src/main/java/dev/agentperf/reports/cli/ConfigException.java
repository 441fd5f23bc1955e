package dev.agentperf.reports.cli;

import dev.agentperf.AgentPerfException;

/** The configuration file cannot be used: the message says where and why. */
final class ConfigException extends AgentPerfException {
    private static final long serialVersionUID = 1L;

    ConfigException(String message) {
        super(message);
    }
}
