package dev.fettle.space.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into tokens. A line end inside brackets means nothing, unless the next line looks like a statement of its
 * own: then the bracket was forgotten, and the rest of the text should not suffer.
 */
final class Lexer {
    private static final Pattern SPACE = Pattern.compile("[ \\t\\f\\u00A0]+|//[^\\r\\n]*|#[^\\r\\n]*");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?(\\*/|\\z)", Pattern.DOTALL);
    private static final Pattern END = Pattern.compile("\\r\\n|\\n|\\r");
    private static final Pattern NUMBER =
            Pattern.compile("(?:\\d[\\d_]*(?:\\.(?!\\.)\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?(?![A-Za-z_])");
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{M}\\p{N}_]*");
    private static final Pattern QUOTED =
            Pattern.compile("\"((?:[^\"\\\\\\r\\n]|\\\\.)*)\"|'((?:[^'\\\\\\r\\n]|\\\\.)*)'");
    private static final Pattern SYMBOL =
            Pattern.compile("\\.\\.|==|!=|<=|>=|&&|\\|\\||\\*\\*|[{}()\\[\\],.<>=~:;!+*/%-]");
    private static final Pattern STATEMENT =
            Pattern.compile("\\s*(?:['\"]?[\\p{L}_][\\p{L}\\p{M}\\p{N}_]*['\"]?\\s*(?:\\[\\s*\\d+\\s*]\\s*){0,2}"
                    + "(?:in\\b|~|=(?!=)|:)|require\\b|try\\b|$)");

    private final String source;
    private final Matcher matcher;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line;
    private int lineStart;
    private int depth;

    private Lexer(String source, int firstLine) {
        this.source = source;
        this.matcher = SPACE.matcher(source);
        this.line = firstLine;
    }

    /** All tokens, with a NEWLINE behind each statement and at the end. */
    static List<Token> tokens(String source, int firstLine) {
        Lexer lexer = new Lexer(source, firstLine);
        while (lexer.at < source.length()) {
            lexer.next();
        }
        lexer.add(Token.Kind.NEWLINE, "", lexer.at, 1);
        return lexer.tokens;
    }

    private void next() {
        Matcher m;
        // The first character rules most patterns out, which makes this several times faster.
        int c = source.codePointAt(at);
        if (" \t\f\u00A0/#".indexOf(c) >= 0 && match(SPACE) != null) {
            return;
        }
        if (c == '/' && (m = match(COMMENT)) != null) {
            countLines(m.group(), m.start());
        } else if ((c == '\n' || c == '\r') && (m = match(END)) != null) {
            end(m);
        } else if (c == '$' && source.startsWith("${", at)) {
            java();
        } else if ((c == '.' || (c >= '0' && c <= '9')) && (m = match(NUMBER)) != null) {
            add(Token.Kind.NUMBER, m.group(), m.start(), m.end() - m.start());
        } else if ((c == '_' || Character.isLetter(c)) && (m = match(WORD)) != null) {
            add(Token.Kind.WORD, m.group(), m.start(), m.end() - m.start());
        } else if ((c == '"' || c == '\'') && (m = match(QUOTED)) != null) {
            String inner = m.group(1) == null ? m.group(2) : m.group(1);
            add(Token.Kind.QUOTED, unescaped(inner), m.start(), m.end() - m.start());
        } else if ((m = match(SYMBOL)) != null) {
            depth += "{([".contains(m.group()) ? 1 : 0;
            depth -= "})]".contains(m.group()) && depth > 0 ? 1 : 0;
            add(Token.Kind.SYMBOL, m.group(), m.start(), m.end() - m.start());
        } else {
            int length = Character.charCount(c);
            add(Token.Kind.BAD, source.substring(at, at + length), at, length);
            at += length;
        }
    }

    /** Backslash n, r and t as in Java; any other character behind a backslash is itself. */
    private static String unescaped(String inner) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if (c == '\\' && i + 1 < inner.length()) {
                c = inner.charAt(++i);
                c = c == 'n' ? '\n' : c == 'r' ? '\r' : c == 't' ? '\t' : c;
            }
            text.append(c);
        }
        return text.toString();
    }

    /** The matcher, until the next call, if the pattern stands here; steps behind it. */
    private @Nullable Matcher match(Pattern pattern) {
        matcher.usePattern(pattern).region(at, source.length());
        if (matcher.lookingAt()) {
            at = matcher.end();
            return matcher;
        }
        return null;
    }

    private void end(Matcher m) {
        boolean statement = STATEMENT.matcher(source).region(at, lineEnd()).lookingAt();
        if (depth == 0 || statement) {
            add(Token.Kind.NEWLINE, "", m.start(), 1);
            depth = 0;
        }
        line++;
        lineStart = at;
    }

    private int lineEnd() {
        int end = at;
        while (end < source.length() && source.charAt(end) != '\n' && source.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private void countLines(String comment, int start) {
        Matcher ends = END.matcher(comment);
        while (ends.find()) {
            line++;
            lineStart = start + ends.end();
        }
    }

    /** {@code ${…}} up to the brace that closes it; braces inside count. */
    private void java() {
        int start = at;
        int open = 1;
        int end = at + 2;
        while (end < lineEnd() && open > 0) {
            char c = source.charAt(end++);
            open += c == '{' ? 1 : c == '}' ? -1 : 0;
        }
        boolean closed = open == 0;
        String inner = source.substring(start + 2, closed ? end - 1 : end);
        add(
                closed ? Token.Kind.JAVA : Token.Kind.BAD,
                closed ? inner : source.substring(start, end),
                start,
                end - start);
        at = end;
    }

    private void add(Token.Kind kind, String text, int start, int length) {
        tokens.add(new Token(kind, text, new Place(line, start - lineStart + 1, length)));
    }
}
