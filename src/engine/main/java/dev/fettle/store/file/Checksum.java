package dev.fettle.store.file;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/** CRC32C (Castagnoli, 1993) as eight hexadecimal digits: it finds every burst of up to 32 wrong bits. */
final class Checksum {
    static final int LENGTH = 8;

    private static final String HEX = "0123456789abcdef";

    private Checksum() {}

    static String of(byte[] bytes, int from, int to) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, from, to - from);
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    /** Whether the digits are those of the bytes; compared as text, so that a changed digit is never the same number. */
    static boolean is(byte[] bytes, int digits, int from, int to) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, from, to - from);
        long left = sum.getValue();
        for (int i = digits + LENGTH - 1; i >= digits; i--) {
            if (bytes[i] != HEX.charAt((int) (left & 0xf))) {
                return false;
            }
            left >>= 4;
        }
        return true;
    }

    /** The end at or behind {@code from} with which the digits are those of the bytes, the last one if possible; -1 if none is. */
    static int end(byte[] bytes, int digits, int from) {
        if (is(bytes, digits, from, bytes.length)) {
            return bytes.length;
        }
        int wanted;
        try {
            String text = new String(bytes, digits, LENGTH, StandardCharsets.US_ASCII);
            wanted = HexFormat.fromHexDigits(text);
        } catch (IllegalArgumentException e) {
            return -1;
        }
        CRC32C sum = new CRC32C();
        for (int end = from; end < bytes.length; end++) {
            if ((int) sum.getValue() == wanted) {
                return is(bytes, digits, from, end) ? end : -1;
            }
            sum.update(bytes[end]);
        }
        return -1;
    }
}
