package dev.agentperf.simulator.faults;

/**
 * Something happened that a pool must never let happen. An error, so that nothing on the way takes it for a failed
 * container.
 */
final class Violation extends AssertionError {
    private static final long serialVersionUID = 1L;

    Violation(String message) {
        super(message);
    }
}
