package dev.agentperf.reports.machine;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The control groups that hold this process. Thread-safe. */
final class ControlGroups {
    private static final String ROOT = "sys/fs/cgroup/";
    private static final long NO_LIMIT_V1 = 1L << 60;

    private final SystemFiles files;

    ControlGroups(SystemFiles files) {
        this.files = files;
    }

    /** Returns {@code v1}, {@code v2}, {@code hybrid} or {@code none}. */
    String version() {
        if (files.exists(ROOT + "cgroup.controllers")) {
            return "v2";
        }
        if (files.exists(ROOT + "unified/cgroup.controllers")) {
            return "hybrid";
        }
        return files.exists(ROOT + "memory") || files.exists(ROOT + "cpu") ? "v1" : "none";
    }

    /** Returns how many processors' time this process may use; empty without a limit. */
    OptionalDouble processors() {
        String[] quota = files.line(ROOT + "cpu.max").orElse("max").split(" ", -1);
        if (quota.length == 2 && !quota[0].equals("max")) {
            return OptionalDouble.of(Double.parseDouble(quota[0]) / Double.parseDouble(quota[1]));
        }
        long micros = files.number(ROOT + "cpu/cpu.cfs_quota_us").orElse(-1);
        long period = files.number(ROOT + "cpu/cpu.cfs_period_us").orElse(0);
        return micros > 0 && period > 0 ? OptionalDouble.of((double) micros / period) : OptionalDouble.empty();
    }

    /** Returns how much memory this process may use; empty without a limit. */
    OptionalLong memoryBytes() {
        OptionalLong limit = files.number(ROOT + "memory.max");
        if (limit.isEmpty()) {
            limit = files.number(ROOT + "memory/memory.limit_in_bytes");
        }
        return limit.isPresent() && limit.getAsLong() < NO_LIMIT_V1 ? limit : OptionalLong.empty();
    }
}
