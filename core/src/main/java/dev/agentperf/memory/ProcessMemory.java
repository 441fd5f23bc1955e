package dev.agentperf.memory;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import oshi.SystemInfo;
import oshi.software.os.OSProcess;

/** The memory of the running process. Thread-safe: OSHI's process is refreshed under its own lock. */
final class ProcessMemory implements MemorySource {
    private static final long NEVER_COLLECTED = -1;

    private final MemoryMXBean heap = ManagementFactory.getMemoryMXBean();
    private final AtomicLong liveHeapBytes = new AtomicLong(NEVER_COLLECTED);
    private final Set<String> heapPools;
    private final OSProcess process;
    private final long physicalBytes;

    private ProcessMemory() {
        SystemInfo system = new SystemInfo();
        process = system.getOperatingSystem().getCurrentProcess();
        physicalBytes = physicalBytes(system);
        heapPools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    /* Finding out about the system takes some 300 ms, which nobody pays who asks nothing. */
    private static final class Opened {
        static final ProcessMemory OF_THIS_PROCESS = open();
    }

    /** Returns the memory of this process, opened by the first who asks. */
    static ProcessMemory ofThisProcess() {
        return Opened.OF_THIS_PROCESS;
    }

    private static ProcessMemory open() {
        ProcessMemory memory = new ProcessMemory();
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (collector instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener((notification, context) -> memory.collected(notification), null, null);
            }
        }
        return memory;
    }

    @Override
    public MemoryReading read() {
        MemoryUsage now = heap.getHeapMemoryUsage();
        long live = liveHeapBytes.get();
        return new MemoryReading(
                residentBytes(),
                physicalBytes,
                live == NEVER_COLLECTED ? now.getUsed() : live,
                now.getCommitted(),
                Math.max(1, now.getMax() < 0 ? now.getCommitted() : now.getMax()));
    }

    private long residentBytes() {
        synchronized (process) {
            return process.updateAttributes() ? Math.max(0, process.getResidentMemory()) : 0;
        }
    }

    private void collected(Notification notification) {
        if (notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            Map<String, MemoryUsage> after = GarbageCollectionNotificationInfo.from(
                            (CompositeData) notification.getUserData())
                    .getGcInfo()
                    .getMemoryUsageAfterGc();
            liveHeapBytes.set(after.entrySet().stream()
                    .filter(pool -> heapPools.contains(pool.getKey()))
                    .mapToLong(pool -> pool.getValue().getUsed())
                    .sum());
        }
    }

    private static long physicalBytes(SystemInfo system) {
        long machine = system.getHardware().getMemory().getTotal();
        long group = system.getOperatingSystem().getCgroupInfo().getMemoryLimit();
        return group > 0 ? Math.min(machine, group) : machine;
    }
}
