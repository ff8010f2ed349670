package dev.fettle.store.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of the file: {@code HHHHHHHH KIND NUMBER LEFT STUDY TTTTTTTT TEXT}, where T is the checksum of the text and H that of
 * what stands between, so that a text which is damaged still says whose it was.
 *
 * @param kind what it says of the study
 * @param number of a line, the number in its study; otherwise 0
 * @param left how many lines that were appended together follow
 * @param text a line, or the other name; null if it is damaged
 * @param end where the row ends in the bytes it was read from; if that is before their end, its line break was damaged
 */
record Row(
        Kind kind,
        String study,
        long number,
        int left,
        @Nullable String text,
        int end) {
    enum Kind {
        ADD,
        RENAME,
        REMOVE;

        private static final List<Kind> ALL = List.of(values());

        private final String word = name().toLowerCase(Locale.ROOT);

        private static Kind of(String word) {
            for (Kind kind : ALL) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException(word);
        }
    }

    /** Between the checksum of a head and the text: kind, number, left, study, checksum of the text. */
    private static final int WORDS = 5;

    private static final int HEAD = Checksum.LENGTH + 1;

    static Row of(Kind kind, String study, long number, int left, String text) {
        return new Row(kind, study, number, left, text, 0);
    }

    /** The row with its line break. */
    static String written(Row row) {
        String text = Escaped.of(row.text == null ? "" : row.text);
        String head = String.join(
                " ",
                row.kind.word,
                Long.toString(row.number),
                Integer.toString(row.left),
                Escaped.word(row.study),
                checksum(text));
        return checksum(head) + " " + head + " " + text + "\n";
    }

    private static String checksum(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Checksum.of(bytes, 0, bytes.length);
    }

    /** Bytes without their line break as a row; null if its head is not whole, so that it could be about anything. */
    static @Nullable Row read(byte[] line) {
        int head = headEnd(line);
        if (head < 0 || line[Checksum.LENGTH] != ' ' || !Checksum.is(line, 0, HEAD, head)) {
            return null;
        }
        String words = new String(line, HEAD, head - HEAD, StandardCharsets.UTF_8);
        int number = words.indexOf(' ') + 1;
        int left = words.indexOf(' ', number) + 1;
        int study = words.indexOf(' ', left) + 1;
        int sum = words.indexOf(' ', study) + 1;
        int from = head + 1;
        int end = Checksum.end(line, head - Checksum.LENGTH, from);
        boolean whole = end >= 0 && isRest(line, end);
        try {
            return new Row(
                    Kind.of(words.substring(0, number - 1)),
                    Escaped.read(words.substring(study, sum - 1)),
                    Long.parseLong(words, number, left - 1, 10),
                    Integer.parseInt(words, left, study - 1, 10),
                    whole ? Escaped.read(new String(line, from, end - from, StandardCharsets.UTF_8)) : null,
                    end < 0 ? line.length : end);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Where the blank before the text is; -1 if there are too few blanks. */
    private static int headEnd(byte[] line) {
        int blanks = 0;
        for (int i = HEAD; i < line.length; i++) {
            if (line[i] == ' ' && ++blanks == WORDS) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a text can end here: with the line, before one wrong byte, or before that and another row. */
    private static boolean isRest(byte[] line, int end) {
        return line.length - end <= 1 || read(Arrays.copyOfRange(line, end + 1, line.length)) != null;
    }
}
