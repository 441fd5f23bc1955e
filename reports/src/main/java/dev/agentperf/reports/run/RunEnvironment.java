package dev.agentperf.reports.run;

import dev.agentperf.reports.machine.Doctor;
import dev.agentperf.reports.machine.EngineProbe;
import dev.agentperf.reports.machine.MachineProbe;
import dev.agentperf.reports.model.Environment;
import dev.agentperf.time.WallClock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What {@code environment.json} says of a run. */
public final class RunEnvironment {
    private RunEnvironment() {}

    /**
     * Returns the environment as it is now.
     *
     * @param version our version
     * @param commandLine what was typed
     * @param profile how deep the run goes
     * @param seed what random choices start from
     * @param runtime the runtime that was measured; null for none
     */
    public static Environment now(
            String version,
            String commandLine,
            Profile profile,
            long seed,
            @Nullable OpenRuntime runtime,
            EngineProbe probe) {
        MachineProbe machine = MachineProbe.system();
        return new Environment(
                Environment.SCHEMA_VERSION,
                version,
                WallClock.system().instant().toString(),
                commandLine,
                profile.name().toLowerCase(Locale.ROOT),
                seed,
                machine.machine(),
                machine.jvm(),
                engine(runtime),
                new Doctor(machine, probe).warnings());
    }

    private static Environment.@Nullable Engine engine(@Nullable OpenRuntime runtime) {
        return runtime == null ? null : new Environment.Engine(runtime.runtime().name(), runtime.version());
    }
}
