package dev.agentperf.pool.policy;

import dev.agentperf.AgentType;

/**
 * How large the stock of a type may become.
 *
 * @param floor the least number of containers; 0 or more
 * @param ceiling the most; at least 1 and at least {@code floor}
 * @param memoryBytes what they may hold together, in bytes; positive
 */
record StockBounds(int floor, int ceiling, long memoryBytes) {
    /** One container at least, and no bound above. */
    static final StockBounds DEFAULT = new StockBounds(1, Integer.MAX_VALUE, Long.MAX_VALUE);

    StockBounds {
        if (floor < 0) {
            throw new IllegalArgumentException("min must not be negative, was " + floor);
        }
        if (ceiling < 1 || ceiling < floor) {
            throw new IllegalArgumentException("max must be at least 1 and at least min, was " + ceiling);
        }
        if (memoryBytes < 1) {
            throw new IllegalArgumentException("memory must be positive, was " + memoryBytes);
        }
    }

    /** Reads {@code min=2:max=50:memory=8GiB}; each part may be missing, the last of two equal ones counts. */
    static StockBounds parse(String text) {
        int floor = -1;
        int ceiling = DEFAULT.ceiling;
        long memoryBytes = DEFAULT.memoryBytes;
        for (String part : text.split(":", -1)) {
            String value = part.substring(part.indexOf('=') + 1);
            switch (part.substring(0, part.length() - value.length())) {
                case "min=" -> floor = count(value);
                case "max=" -> ceiling = count(value);
                case "memory=" -> memoryBytes = MemorySize.parse(value).bytes();
                default ->
                    throw new IllegalArgumentException("bound must be min=N, max=N or memory=SIZE, was '" + part + "'");
            }
        }
        return new StockBounds(floor < 0 ? Math.min(DEFAULT.floor, ceiling) : floor, ceiling, memoryBytes);
    }

    private static int count(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw new IllegalArgumentException("count must be a whole number from 0 on, was '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    /** Refuses a type whose floor, or whose first container, does not fit into the budget. */
    void requireRoom(AgentType type, long containerBytes) {
        int least = Math.max(1, floor);
        if (memoryBytes / Math.max(1, containerBytes) < least) {
            throw new IllegalArgumentException("memory budget must hold " + least + " containers of type " + type
                    + " at " + new MemorySize(containerBytes) + " each, was " + new MemorySize(memoryBytes));
        }
    }

    /** Returns the stock nearest to {@code wanted} that is allowed; the budget counts more than the floor. */
    int clamp(int wanted, long containerBytes) {
        long affordable = memoryBytes / Math.max(1, containerBytes);
        return (int) Math.min(Math.max(floor, Math.min(wanted, ceiling)), affordable);
    }

    @Override
    public String toString() {
        return (floor == DEFAULT.floor ? "" : ":min=" + floor)
                + (ceiling == DEFAULT.ceiling ? "" : ":max=" + ceiling)
                + (memoryBytes == DEFAULT.memoryBytes ? "" : ":memory=" + new MemorySize(memoryBytes));
    }
}
