package dev.fettle.journal.kept;

import com.fasterxml.jackson.core.io.NumberInput;

/** How far a line has been read. Throws where something else stands than what was expected. For one thread. */
final class Cursor {
    /** A whole number of so many digits has 32 bits. */
    private static final int SAFE_DIGITS = 9;

    /** Behind the line there is at least one sign that ends everything. */
    private char[] line = new char[1];

    private int length;
    private int at;

    /** Something else than what was expected. */
    private static final class Unexpected extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unexpected() {
            super("", null, false, false);
        }
    }

    /** Begins another line. */
    void on(String text) {
        length = text.length();
        if (line.length <= length) {
            line = new char[2 * length + 1];
        }
        text.getChars(0, length, line, 0);
        line[length] = 0;
        at = 0;
    }

    /** Passes over a text if it is there. */
    boolean has(String text) {
        int end = at + text.length();
        if (end > length) {
            return false;
        }
        for (int i = at; i < end; i++) {
            if (line[i] != text.charAt(i - at)) {
                return false;
            }
        }
        at = end;
        return true;
    }

    void expect(String text) {
        if (!has(text)) {
            throw new Unexpected();
        }
    }

    /** Whether there is one more behind a comma, and not the end. */
    boolean goesOn(char end) {
        char c = line[at++];
        if (c != ',' && c != end) {
            throw new Unexpected();
        }
        return c == ',';
    }

    void end(String text) {
        expect(text);
        if (at != length) {
            throw new Unexpected();
        }
    }

    /** Up to the quotation mark behind it. */
    String text() {
        int begin = at;
        while (line[at] != '"') {
            if (++at > length) {
                throw new Unexpected();
            }
        }
        return new String(line, begin, at++ - begin);
    }

    /** A text within quotation marks; the same object as one that was there before if it is the same. */
    String text(String before) {
        expect("\"");
        int begin = at;
        if (has(before) && line[at] == '"') {
            at++;
            return before;
        }
        at = begin;
        return text();
    }

    /** A number that is never negative. */
    int whole() {
        int whole = 0;
        int begin = at;
        for (char c = line[at]; isDigit(c); c = line[++at]) {
            whole = 10 * whole + c - '0';
        }
        if (at == begin || at - begin > SAFE_DIGITS) {
            throw new Unexpected();
        }
        return whole;
    }

    /** A number without a point. */
    long integer() {
        int begin = at;
        if (isReal()) {
            throw new Unexpected();
        }
        return Long.parseLong(new String(line, begin, at - begin));
    }

    double real() {
        int begin = at;
        if (!isReal()) {
            throw new Unexpected();
        }
        return real(begin);
    }

    /** An {@link Integer}, or a {@link Double} where there is a point. */
    Object number() {
        int begin = at;
        return isReal() ? real(begin) : (Object) Integer.valueOf(new String(line, begin, at - begin));
    }

    /** The number that was passed over. */
    private double real(int begin) {
        return NumberInput.parseDouble(line, begin, at - begin, true);
    }

    /** Passes over a number; whether it has a point. */
    private boolean isReal() {
        boolean real = false;
        for (char c = line[at]; isOfNumber(c); c = line[++at]) {
            real |= c == '.';
        }
        return real;
    }

    private static boolean isOfNumber(char c) {
        return isDigit(c) || c == '.' || c == '-' || c == 'E';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
