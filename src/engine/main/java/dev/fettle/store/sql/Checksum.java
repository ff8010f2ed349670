package dev.fettle.store.sql;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * What stands beside each row so that a changed one is noticed: the CRC-32C (Castagnoli, 1993) of what is in it and of where it
 * belongs. SQLite has no checksums of its own, and PostgreSQL has them only where its keeper wants them.
 */
final class Checksum {
    private final CRC32C crc = new CRC32C();

    Checksum add(long number) {
        crc.update(ByteBuffer.allocate(Long.BYTES).putLong(0, number));
        return this;
    }

    /** Length and UTF-8, so that two texts are not taken for two others. */
    Checksum add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        crc.update(bytes);
        return this;
    }

    /** From 0 to 2³² − 1. */
    long value() {
        return crc.getValue();
    }
}
