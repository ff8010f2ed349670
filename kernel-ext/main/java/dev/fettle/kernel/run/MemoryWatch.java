package dev.fettle.kernel.run;

import dev.fettle.kernel.size.Footprint;
import dev.fettle.study.Study;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryNotificationInfo;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Comparator;
import java.util.Optional;
import javax.management.ListenerNotFoundException;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;

/**
 * Tells when hardly any memory is left behind a garbage collection, which is before it runs out: then nobody could say
 * any more what is finished, and a kernel may die. Where the collector cannot tell, it is silent.
 */
final class MemoryWatch implements AutoCloseable {
    /** The share of the memory that is in use by then. */
    private static final double FULL = 0.8;

    private final NotificationEmitter emitter = (NotificationEmitter) ManagementFactory.getMemoryMXBean();
    private final NotificationListener listener;
    private final Optional<MemoryPoolMXBean> pool;
    private final long before;

    /**
     * @param study others may hold the memory: only where its trials are a good part of it anything is told
     * @param full called on a thread of the machine's each time when memory begins to be short
     */
    MemoryWatch(Study study, Runnable full) {
        listener = (notification, source) -> {
            boolean exceeded =
                    notification.getType().equals(MemoryNotificationInfo.MEMORY_COLLECTION_THRESHOLD_EXCEEDED);
            double memory = Runtime.getRuntime().maxMemory();
            if (exceeded
                    && Footprint.of(study.config().space(), study.trials().size(), memory)
                            .isGreat()) {
                full.run();
            }
        };
        pool = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(p -> p.getType() == MemoryType.HEAP && p.isCollectionUsageThresholdSupported())
                .max(Comparator.comparing(p -> p.getUsage().getMax()));
        before = pool.map(MemoryPoolMXBean::getCollectionUsageThreshold).orElse(0L);
    }

    /** Begins to watch; once. */
    void start() {
        pool.ifPresent(p -> p.setCollectionUsageThreshold(
                (long) (FULL * Math.max(0, p.getUsage().getMax()))));
        emitter.addNotificationListener(listener, null, null);
    }

    @Override
    public void close() {
        pool.ifPresent(p -> p.setCollectionUsageThreshold(before));
        try {
            emitter.removeNotificationListener(listener);
        } catch (ListenerNotFoundException e) {
            // It was never started.
        }
    }
}
