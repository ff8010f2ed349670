package dev.fettle.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first line of a file: name and version of the format, and their checksum. */
final class Header {
    private static final String NAME = "fettle-journal";

    static final int VERSION = 1;

    private static final Pattern SHAPE = Pattern.compile("(" + NAME + " (\\d{1,9})) ([0-9a-f]{8})\n.*", Pattern.DOTALL);

    private static final byte[] LINE = written(VERSION).getBytes(StandardCharsets.US_ASCII);

    /** A first line with so few wrong bytes is a damaged one, with more it is none of ours. */
    private static final int FEW = 2;

    /** A longer file that begins with NULs is no first append that broke off. */
    private static final int LONGEST_TORN = 1 << 16;

    private Header() {}

    static String written(int version) {
        String head = NAME + " " + version;
        return head + " " + sum(head) + "\n";
    }

    private static String sum(String head) {
        byte[] bytes = head.getBytes(StandardCharsets.US_ASCII);
        return Checksum.of(bytes, 0, bytes.length);
    }

    /** Begins to read a file. In an empty one, or one whose very first append broke off, nothing is known to be there. */
    static Scan begin(FileChannel channel, String subject) throws IOException {
        byte[] bytes = new byte[(int) Math.min(channel.size(), LONGEST_TORN)];
        channel.read(ByteBuffer.wrap(bytes), 0);
        if (bytes.length == channel.size() && isBegun(bytes)) {
            return new Scan(0, false);
        }
        int shown = Math.min(bytes.length, 2 * LINE.length);
        Matcher header = SHAPE.matcher(new String(bytes, 0, shown, StandardCharsets.ISO_8859_1));
        if (header.matches() && sum(header.group(1)).equals(header.group(3))) {
            if (!header.group(2).equals(Integer.toString(VERSION))) {
                throw Sentences.newer(subject, VERSION, header.group(2));
            }
            return new Scan(LINE.length, false);
        }
        if (wrong(bytes) > FEW) {
            throw Sentences.foreign(subject);
        }
        return new Scan(Math.min(bytes.length, LINE.length), true);
    }

    /** The beginning of a header, and perhaps NULs. */
    private static boolean isBegun(byte[] bytes) {
        int length = 0;
        while (length < bytes.length && length < LINE.length - 1 && bytes[length] == LINE[length]) {
            length++;
        }
        return Scan.isEmpty(bytes, length) && !(length == LINE.length - 1 && bytes.length == LINE.length);
    }

    private static int wrong(byte[] bytes) {
        int wrong = Math.max(0, LINE.length - bytes.length);
        for (int i = 0; i < Math.min(bytes.length, LINE.length); i++) {
            wrong += bytes[i] == LINE[i] ? 0 : 1;
        }
        return wrong;
    }
}
