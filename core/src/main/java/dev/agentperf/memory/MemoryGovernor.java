package dev.agentperf.memory;

import static java.util.Objects.requireNonNull;

import dev.agentperf.time.Ticker;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Watches the memory of the process and gives up what is registered with it when memory becomes scarce.
 *
 * <p>It does nothing by itself: whoever owns it calls {@link #check()}, every few seconds or minutes.
 *
 * <p><b>Why it hardly ever collects garbage.</b> {@code System.gc()} stops every thread for as long as a full
 * collection takes (hundreds of milliseconds on a heap of some hundred megabytes) and frees nothing that the collector
 * would not free when it needs the room; unlike CPython's {@code gc.collect()} it is not needed for reference cycles.
 * What it can do is hand memory of an idle process back to the system, and the JVM does that better on its own:
 * {@code -XX:G1PeriodicGCInterval} (off by default) under G1, {@code -XX:ZUncommitDelay} (300 s by default) under ZGC.
 * So the governor asks for a collection only on command, or, if so configured, when the process is idle, less than half
 * of the committed heap is live, and it did not do so lately. Never run with {@code -XX:+DisableExplicitGC}: direct
 * buffers rely on it.
 *
 * <p>Thread-safe; checks run one at a time.
 */
public final class MemoryGovernor {
    private static final double WORTH_BELOW_LIVE_SHARE = 0.5;

    private final GovernorConfig config;
    private final MemorySource source;
    private final Ticker ticker;
    private final BooleanSupplier idle;
    private final Runnable collector;

    private final List<Registration> trimmers = new ArrayList<>();
    private MemoryPressure pressure = MemoryPressure.NORMAL;
    private long checks;
    private long collections;
    private long lastCollectionNanos;

    /**
     * Creates a governor without trimmers.
     *
     * @param config its thresholds
     * @param source where readings come from
     * @param ticker limits how often it collects
     * @param idle whether the process has nothing to do just now
     * @param collector asks the JVM for a collection: {@code System::gc}
     */
    public MemoryGovernor(
            GovernorConfig config, MemorySource source, Ticker ticker, BooleanSupplier idle, Runnable collector) {
        this.config = requireNonNull(config, "config");
        this.source = requireNonNull(source, "source");
        this.ticker = requireNonNull(ticker, "ticker");
        this.idle = requireNonNull(idle, "idle");
        this.collector = requireNonNull(collector, "collector");
    }

    /** Gives up something that can be made again. */
    @FunctionalInterface
    public interface Trimmer {

        /** Gives up what the pressure warrants and returns how many things that were. */
        long trim(MemoryPressure pressure);
    }

    /**
     * Adds a trimmer after those of its stage and of every stage before it.
     *
     * @param name what it gives up, for reports ({@code expired results})
     */
    public synchronized void register(String name, TrimStage stage, Trimmer trimmer) {
        Registration added = new Registration(
                requireNonNull(name, "name"), requireNonNull(stage, "stage"), requireNonNull(trimmer, "trimmer"));
        int place = trimmers.size();
        while (place > 0 && trimmers.get(place - 1).stage.compareTo(stage) > 0) {
            place--;
        }
        trimmers.add(place, added);
    }

    /**
     * Reads the memory, runs the trimmers that the pressure warrants, stage by stage, and returns the pressure. What
     * they release shows at a later check, when the JVM has collected it.
     *
     * @throws RuntimeException what the first failing trimmer threw, after all the others have run
     */
    public synchronized MemoryPressure check() {
        MemoryReading reading = source.read();
        pressure = level(reading.usedShare());
        checks++;
        trim();
        if (config.collection() == GovernorConfig.Collection.WHEN_WORTH_IT && isWorthCollecting(reading)) {
            collect();
        }
        return pressure;
    }

    private void trim() {
        RuntimeException failure = null;
        for (Registration trimmer : trimmers) {
            try {
                trimmer.runUnder(pressure);
            } catch (RuntimeException failed) {
                if (failure == null) {
                    failure = failed;
                } else {
                    failure.addSuppressed(failed);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Asks the JVM for a collection now, whatever the configuration: an operator's command. */
    public synchronized void collect() {
        collections++;
        lastCollectionNanos = ticker.read();
        collector.run();
    }

    /** Returns what it has seen and done so far. */
    public synchronized GovernorStats stats() {
        return new GovernorStats(
                pressure,
                checks,
                collections,
                trimmers.stream().map(Registration::stats).toList());
    }

    private MemoryPressure level(double share) {
        if (share >= threshold(MemoryPressure.CRITICAL, config.criticalShare())) {
            return MemoryPressure.CRITICAL;
        }
        return share >= threshold(MemoryPressure.ELEVATED, config.elevatedShare())
                ? MemoryPressure.ELEVATED
                : MemoryPressure.NORMAL;
    }

    /* A level once reached ends only clearly below where it began, or it would come and go with every reading. */
    private double threshold(MemoryPressure level, double share) {
        return pressure.compareTo(level) >= 0 ? share - config.hysteresis() : share;
    }

    private boolean isWorthCollecting(MemoryReading reading) {
        boolean rested = collections == 0
                || ticker.read() - lastCollectionNanos
                        >= config.collectionInterval().toNanos();
        boolean mostlyGarbage = reading.liveHeapBytes() < WORTH_BELOW_LIVE_SHARE * reading.committedHeapBytes();
        return rested && mostlyGarbage && idle.getAsBoolean();
    }

    private static final class Registration {
        private final String name;
        private final TrimStage stage;
        private final Trimmer trimmer;
        private long runs;
        private long released;

        Registration(String name, TrimStage stage, Trimmer trimmer) {
            this.name = name;
            this.stage = stage;
            this.trimmer = trimmer;
        }

        void runUnder(MemoryPressure pressure) {
            if (pressure.compareTo(stage.from()) >= 0) {
                runs++;
                released += trimmer.trim(pressure);
            }
        }

        GovernorStats.Trimmed stats() {
            return new GovernorStats.Trimmed(name, runs, released);
        }
    }
}
