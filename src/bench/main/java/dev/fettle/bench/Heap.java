package dev.fettle.bench;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** The memory of this JVM. */
final class Heap {
    private Heap() {}

    /**
     * Bytes of all objects that something still refers to, to the byte. What a collector calls free is not: G1 leaves dead
     * objects in regions that are nearly full.
     */
    static long used() {
        try {
            Object histogram = ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
            String[] total = histogram.toString().strip().split("\\s+", -1);
            return Long.parseLong(total[total.length - 1]);
        } catch (JMException e) {
            throw new IllegalStateException("This JVM cannot count its objects.", e);
        }
    }
}
