package dev.agentperf.simulator.sweep;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.Serializable;

/**
 * What came of one {@link Cell}: a line of the result.
 *
 * @param cell the cell's {@linkplain Cell#key key}
 * @param policy its policy
 * @param claims sessions that asked for a container
 * @param warmStarts claims that found a ready container
 * @param coldStarts claims that found none
 * @param warmRate warm starts over claims, 0 to 1; 0 without claims
 * @param idleMbSeconds idle megabyte-seconds
 * @param cost idle gigabyte-seconds plus price times cold seconds
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CellResult(
        String cell,
        String policy,
        long claims,
        long warmStarts,
        long coldStarts,
        double warmRate,
        double idleMbSeconds,
        double cost)
        implements Serializable {}
