package dev.agentperf.reports.machine;

import static java.util.Objects.requireNonNull;

import dev.agentperf.reports.model.Environment;
import dev.agentperf.reports.view.Figures;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Tells what this machine can measure, and what each finding means for the numbers. Thread-safe. */
public final class Doctor {
    private static final int COMFORTABLE_CORES = 4;
    private static final long COMFORTABLE_BYTES = 4_000_000_000L;
    private static final double HIGH_LOAD_PER_CORE = 0.5;
    private static final double LITTLE_STEAL = 0.001;
    private static final double MUCH_STEAL = 0.02;
    private static final int OLDEST_JAVA = 17;

    private final MachineProbe probe;
    private final EngineProbe engine;
    private final SystemFiles files;
    private final ControlGroups groups;

    /** Creates one that looks at the machine and asks for an engine. */
    public Doctor(MachineProbe probe, EngineProbe engine) {
        this.probe = requireNonNull(probe, "probe");
        this.engine = requireNonNull(engine, "engine");
        this.files = probe.files();
        this.groups = new ControlGroups(files);
    }

    /** Looks at everything. */
    public List<Finding> examine() {
        List<Finding> findings = new ArrayList<>(warningCandidates());
        findings.add(engine());
        return List.copyOf(findings);
    }

    /** Returns what makes figures less trustworthy, one sentence each, for a report's environment; asks no engine. */
    public List<String> warnings() {
        return warningCandidates().stream()
                .filter(finding -> finding.level() == Finding.Level.WARNING)
                .map(Finding::sentence)
                .toList();
    }

    private List<Finding> warningCandidates() {
        Environment.Machine machine = probe.machine();
        return List.of(
                java(),
                cores(machine),
                memory(machine),
                load(machine),
                steal(),
                groups(machine),
                limits(machine),
                governor(),
                clock());
    }

    private Finding java() {
        Environment.Jvm jvm = probe.jvm();
        String value = jvm.version() + ", " + jvm.vendor() + ", " + String.join(" + ", jvm.gc());
        return Runtime.version().feature() >= OLDEST_JAVA
                ? Finding.good("java", "Java", value, "compare figures of the same Java and collector only")
                : Finding.warning("java", "Java", value, "Java " + OLDEST_JAVA + " or later is needed");
    }

    private static Finding cores(Environment.Machine machine) {
        String value = machine.cores() + (machine.cpu().isEmpty() ? "" : " x " + machine.cpu());
        return machine.cores() >= COMFORTABLE_CORES
                ? Finding.good("cores", "Cores", value, "enough to keep the measured apart from the measuring")
                : Finding.note(
                        "cores",
                        "Cores",
                        value,
                        "the measured shares its cores with the measuring: tails include waiting for a core, and"
                                + " contended benchmarks show scheduling");
    }

    private static Finding memory(Environment.Machine machine) {
        String value = Figures.bytes(machine.memoryBytes());
        return machine.memoryBytes() >= COMFORTABLE_BYTES
                ? Finding.good("memory", "Memory", value, "enough for the default heaps and a few dozen containers")
                : Finding.note(
                        "memory", "Memory", value, "little or unknown: keep pools small, or swapping is measured");
    }

    private static Finding load(Environment.Machine machine) {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        if (load < 0) {
            return Finding.note("load", "Load", "unknown", "make sure that nothing else runs");
        }
        String value = Figures.number(load) + " over the last minute";
        return load <= machine.cores() * HIGH_LOAD_PER_CORE
                ? Finding.good("load", "Load", value, "little else is running")
                : Finding.warning(
                        "load", "Load", value, "others are running: their work is in the tails, and runs differ more");
    }

    private Finding steal() {
        OptionalDouble stolen = ProcessorTime.stolen(files);
        if (stolen.isEmpty()) {
            return Finding.note("steal", "Stolen time", "unknown", "this system does not tell");
        }
        String value = Figures.percent(stolen.getAsDouble()) + " since the machine started";
        if (stolen.getAsDouble() < LITTLE_STEAL) {
            return Finding.good("steal", "Stolen time", value, "the processors are this machine's own");
        }
        String meaning = "other guests take processor time: tails may be theirs; compare within one run only";
        return stolen.getAsDouble() < MUCH_STEAL
                ? Finding.note("steal", "Stolen time", value, meaning)
                : Finding.warning("steal", "Stolen time", value, meaning);
    }

    private static Finding groups(Environment.Machine machine) {
        String meaning = switch (machine.cgroup()) {
            case "v2" -> "statistics can be read from the kernel where its files are readable";
            case "none" -> "no control groups: containers' limits and statistics come from the engine only";
            default -> "an old layout: statistics come from the engine";
        };
        return machine.cgroup().equals("v2")
                ? Finding.good("cgroup", "Control groups", machine.cgroup(), meaning)
                : Finding.note("cgroup", "Control groups", machine.cgroup(), meaning);
    }

    private Finding limits(Environment.Machine machine) {
        OptionalDouble processors = groups.processors();
        OptionalLong memory = groups.memoryBytes();
        String value =
                (processors.isPresent() ? Figures.number(processors.getAsDouble()) + " processors" : "no limit on time")
                        + ", "
                        + (memory.isPresent() ? Figures.bytes(memory.getAsLong()) : "no limit on memory");
        if (processors.isPresent() && processors.getAsDouble() < machine.cores()) {
            return Finding.warning(
                    "limits",
                    "Limits",
                    value,
                    "the kernel pauses this process when its time is used up:"
                            + " pauses of up to 100 ms are in the tails");
        }
        return processors.isPresent() || memory.isPresent()
                ? Finding.note("limits", "Limits", value, "the machine is larger than what may be used of it")
                : Finding.good("limits", "Limits", value, "the whole machine may be used");
    }

    private Finding governor() {
        String governor = files.line("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor")
                .orElse("unknown");
        return switch (governor) {
            case "performance" ->
                Finding.good("governor", "Frequency", governor, "the processors keep their highest frequency");
            case "unknown" ->
                Finding.note(
                        "governor", "Frequency", "not visible", "a hypervisor hides it, or the system has no governor");
            default ->
                Finding.warning(
                        "governor",
                        "Frequency",
                        governor,
                        "the frequency follows the load: the first figures of a run are slow");
        };
    }

    private Finding clock() {
        String source = files.line("sys/devices/system/clocksource/clocksource0/current_clocksource")
                .orElse("unknown");
        return switch (source) {
            case "tsc", "kvm-clock", "arch_sys_counter", "hyperv_clocksource_tsc_page" ->
                Finding.good("clock", "Clock", source, "reading it costs tens of nanoseconds");
            case "unknown" -> Finding.note("clock", "Clock", source, "this system does not tell");
            default ->
                Finding.warning(
                        "clock", "Clock", source, "reading it costs a microsecond or so, which short figures contain");
        };
    }

    private Finding engine() {
        EngineProbe.Answer answer = engine.ask();
        Environment.Engine found = answer.engine();
        return found == null
                ? Finding.note(
                        "engine", "Container engine", answer.tried(), "starts are measured with processes instead")
                : Finding.good(
                        "engine",
                        "Container engine",
                        (found.name() + " " + found.version()).strip() + ", " + answer.tried(),
                        "starts can be measured in containers");
    }
}
