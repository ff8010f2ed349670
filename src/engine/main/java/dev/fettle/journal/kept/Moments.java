package dev.fettle.journal.kept;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** Reads times as {@link Instant} and {@link Duration} write them; the usual forms many times as fast as these do, and the others by them. For one thread. */
final class Moments {
    private static final int DAY_SECONDS = 86_400;
    private static final int NANO_DIGITS = 9;
    private static final String FORM = "0000-00-00T00:00:00";

    /** Where the seconds are in it. */
    private static final int MINUTE = 17;

    /** That of the last instant, up to its seconds: those of a journal are close together. */
    private String minute = "";

    /** When it began, in seconds since 1970. */
    private long begin;

    /** {@code 2026-11-29T01:18:03.471217202Z}. */
    Instant instant(String text) {
        int end = text.length() - 1;
        int dot = FORM.length();
        if (end < dot || text.charAt(end) != 'Z' || !isFraction(text, dot, end) || !isOfMinute(text)) {
            return Instant.parse(text);
        }
        return Instant.ofEpochSecond(begin + whole(text, MINUTE, dot), nanos(text, dot, end));
    }

    /** Whether all before the fraction has the usual form; then its minute is that of the last one. */
    private boolean isOfMinute(String text) {
        if (minute.isEmpty() || !text.startsWith(minute)) {
            if (!hasForm(text) || whole(text, 11, 13) > 23 || whole(text, 14, 16) > 59) {
                return false;
            }
            LocalDate date = LocalDate.of(whole(text, 0, 4), whole(text, 5, 7), whole(text, 8, 10));
            begin = date.toEpochDay() * DAY_SECONDS + whole(text, 11, 13) * 3600L + whole(text, 14, 16) * 60L;
            minute = text.substring(0, MINUTE);
        }
        return areDigits(text, MINUTE, FORM.length()) && whole(text, MINUTE, FORM.length()) <= 59;
    }

    /** {@code PT0.000260606S}. */
    static Duration duration(String text) {
        int end = text.length() - 1;
        int dot = text.indexOf('.');
        int point = dot < 0 ? end : dot;
        boolean usual = end > 2
                && point > 2
                && point < 2 + NANO_DIGITS
                && text.startsWith("PT")
                && text.charAt(end) == 'S'
                && areDigits(text, 2, point)
                && isFraction(text, point, end);
        return usual ? Duration.ofSeconds(whole(text, 2, point), nanos(text, point, end)) : Duration.parse(text);
    }

    private static boolean hasForm(String text) {
        for (int i = 0; i < FORM.length(); i++) {
            char c = text.charAt(i);
            if (FORM.charAt(i) == '0' ? !isDigit(c) : c != FORM.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Nothing, or a dot and digits. */
    private static boolean isFraction(String text, int dot, int end) {
        int digits = end - dot - 1;
        return dot == end
                || (text.charAt(dot) == '.' && digits > 0 && digits <= NANO_DIGITS && areDigits(text, dot + 1, end));
    }

    private static int nanos(String text, int dot, int end) {
        int nanos = dot == end ? 0 : whole(text, dot + 1, end);
        for (int digits = Math.max(0, end - dot - 1); digits < NANO_DIGITS; digits++) {
            nanos *= 10;
        }
        return nanos;
    }

    private static boolean areDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Of digits, at most nine. */
    private static int whole(String text, int from, int to) {
        int whole = 0;
        for (int i = from; i < to; i++) {
            whole = 10 * whole + text.charAt(i) - '0';
        }
        return whole;
    }
}
