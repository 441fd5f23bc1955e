package dev.agentperf.simulator.workload;

import static java.util.Objects.requireNonNull;

import dev.agentperf.AgentType;

/**
 * How the sessions of one agent type come, how long they last, what they do and what they use.
 *
 * @param type the agent type
 * @param share the type's part of all sessions; above 0, the shares of a workload add up to 1
 * @param gapCv coefficient of variation of the time between two sessions; 1 (Poisson) or more (bursts)
 * @param length how long a session lasts
 * @param tools what it calls
 * @param usage what it uses
 */
public record AgentProfile(AgentType type, double share, double gapCv, Length length, Tools tools, Resources usage) {

    /** Validates every component. */
    public AgentProfile {
        requireNonNull(type, "type");
        requireNonNull(length, "length");
        requireNonNull(tools, "tools");
        requireNonNull(usage, "usage");
        require(share > 0 && share <= 1, "share must be above 0 and at most 1", share);
        require(gapCv >= 1 && gapCv <= 1_000, "gap CV must be from 1 to 1,000", gapCv);
    }

    /**
     * A session's length: lognormal, spent on the model and on tools.
     *
     * @param medianSeconds half of the sessions last at most this; above 0
     * @param sigma standard deviation of its logarithm; 0 or more
     * @param modelShare the part of a session that it waits for its model; 0 to 1
     */
    public record Length(double medianSeconds, double sigma, double modelShare) {

        /** Validates every component. */
        public Length {
            require(medianSeconds > 0 && medianSeconds <= 1e6, "median must be above 0 and at most 1e6", medianSeconds);
            require(sigma >= 0 && sigma <= 2, "sigma must be from 0 to 2", sigma);
            require(modelShare >= 0 && modelShare <= 1, "model share must be from 0 to 1", modelShare);
        }
    }

    /**
     * A session's tool calls: their number lognormal and rounded, each one's tool Zipf.
     *
     * @param count how many tools there are; 1 or more
     * @param zipfExponent how much more often the first is called than the others; above 0
     * @param medianCalls half of the sessions make at most this many calls; above 0
     * @param sigma standard deviation of the logarithm of the number of calls; 0 or more
     * @param lengthCorrelation correlation of that logarithm with the length's; -1 to 1
     */
    public record Tools(int count, double zipfExponent, double medianCalls, double sigma, double lengthCorrelation) {

        /** Validates every component. */
        public Tools {
            require(count >= 1 && count <= 10_000, "tool count must be from 1 to 10,000", count);
            require(
                    zipfExponent > 0 && zipfExponent <= 10,
                    "Zipf exponent must be above 0 and at most 10",
                    zipfExponent);
            require(
                    medianCalls > 0 && medianCalls <= 1_000,
                    "median calls must be above 0 and at most 1,000",
                    medianCalls);
            require(sigma >= 0 && sigma <= 2, "sigma must be from 0 to 2", sigma);
            require(Math.abs(lengthCorrelation) <= 1, "correlation must be from -1 to 1", lengthCorrelation);
        }
    }

    /**
     * A session's resources.
     *
     * @param medianMemoryMb the median of the peak memory, heavy tail apart; above 0
     * @param memorySigma standard deviation of its logarithm, heavy tail apart; 0 or more
     * @param cpuSigma standard deviation of the logarithm of the cores that its tools keep busy; 0 or more
     */
    public record Resources(double medianMemoryMb, double memorySigma, double cpuSigma) {

        /** Validates every component. */
        public Resources {
            require(
                    medianMemoryMb > 0 && medianMemoryMb <= 1e9,
                    "memory must be above 0 and at most 1e9",
                    medianMemoryMb);
            require(memorySigma >= 0 && memorySigma <= 2, "sigma must be from 0 to 2", memorySigma);
            require(cpuSigma >= 0 && cpuSigma <= 2, "sigma must be from 0 to 2", cpuSigma);
        }
    }

    private static void require(boolean condition, String rule, double was) {
        if (!condition) {
            throw new IllegalArgumentException(rule + ", was " + was);
        }
    }
}
