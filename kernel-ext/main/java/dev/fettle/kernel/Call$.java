package dev.fettle.kernel;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import org.jspecify.annotations.Nullable;

/**
 * A call of a magic in the Java of a cell. IJava writes {@code cellMagic(new String(Base64.…("…")),List.of(…),…)} and JJava
 * {@code org.dflib.….cellMagic(new String(java.util.Base64.…("…")),java.util.List.of(…),…)}: a record {@code List}, a variable
 * {@code org} or {@code import java.awt.*}, by which {@code List} becomes ambiguous, leave a session without any magic. Here the
 * same call needs one name, which no notebook has. Public because Java of the notebook names it. Safe for any thread.
 */
public final class Call$ {
    private static final String TEXT =
            "new String\\((?:java\\.util\\.)?Base64\\.getDecoder\\(\\)\\.decode\\(\"([^\"]*)\"\\)\\)";
    private static final Pattern WORD = Pattern.compile(TEXT);
    private static final Pattern CALL = Pattern.compile("(?:[\\w.]+\\.)?(cell|line)Magic\\(" + TEXT
            + ",(?:java\\.util\\.)?List\\.of\\((?:" + TEXT + ",?)*+\\)(?:," + TEXT + ")?\\)");

    private static volatile @Nullable Runner kernel;

    private Call$() {}

    /** Runs any magic of a kernel, ours or not. */
    @FunctionalInterface
    public interface Runner {
        /** Answers with what the magic gives; the body is null for a line magic. */
        @Nullable
        Object run(String name, List<String> arguments, @Nullable String body);
    }

    /** Whom the calls go to; there is one kernel in a process. */
    public static void by(Runner runner) {
        kernel = runner;
    }

    /** The Java of a cell that begins, with its calls of magics written anew, and their name imported if there are any. */
    public static String in(String java, JShell shell) {
        Seat.Bell.begin();
        String written = CALL.matcher(java).replaceAll(call -> {
            String words = WORD.matcher(call.group())
                    .results()
                    .map(word -> "\"" + word.group(1) + "\"")
                    .collect(Collectors.joining(", "));
            return Matcher.quoteReplacement("Call$." + call.group(1) + "(" + words + ")");
        });
        if (written.equals(java)) {
            return java;
        }
        try {
            new Notebook(shell).use(Call$.class);
            return written;
        } catch (JavaException e) {
            return java;
        }
    }

    /** Runs a cell magic: its name, its arguments and its body in Base64, as the kernels write them. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the kernels' own are
    public static <T> @Nullable T cell(String... words) {
        List<String> plain = plain(words);
        int last = plain.size() - 1;
        return (T) runner().run(plain.get(0), plain.subList(1, last), plain.get(last));
    }

    /** Runs a line magic: its name and its arguments. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public static <T> @Nullable T line(String... words) {
        List<String> plain = plain(words);
        return (T) runner().run(plain.get(0), plain.subList(1, plain.size()), null);
    }

    private static Runner runner() {
        Runner runner = kernel;
        if (runner == null) {
            throw new IllegalStateException("Magic must be called in a notebook.");
        }
        return runner;
    }

    /** The charset is the kernels', which do not say one. */
    private static List<String> plain(String... words) {
        return Arrays.stream(words)
                .map(word -> new String(Base64.getDecoder().decode(word), Charset.defaultCharset()))
                .toList();
    }
}
