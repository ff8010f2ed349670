package dev.fettle.kernel.source;

import dev.fettle.kernel.Compiled;
import dev.fettle.kernel.Notebook;
import dev.fettle.space.text.Place;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Objective;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where in the notebook the classes come from that JShell has made of it, so that a failure can be told in the words of the
 * notebook: the line with a caret instead of {@code REPL.$JShell$67.lambda$do_it$$0($JShell$67.java:9)}. Immutable, for any
 * thread; it knows the notebook as it was when this was made.
 */
public final class Origins implements Serializable {
    private static final long serialVersionUID = 1;
    private static final Pattern FRAME =
            Pattern.compile("(REPL\\.\\$JShell\\$[^$.]+)((?:\\$[^$.]+)*)\\.([^(]+)\\((?:[^:]*:(\\d+))?.*");
    /** Those that can be serialised have a hash before their number. */
    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.+?)(?:\\$[0-9a-f]{1,8})?\\$\\d+");

    private static final Pattern LIBRARY =
            Pattern.compile("(?:[^/]*/)*(?:[a-z_][\\w]*\\.)*([\\w$.]+\\.[\\w$<>]+)\\(.*");
    private static final Pattern CLASS = Pattern.compile("REPL\\.\\$JShell\\$[^$.\\s]+[$.]");
    private static final Pattern LOADERS = Pattern.compile(" \\([^()]* (?:is|are) in (?:unnamed )?module .*");
    private static final Pattern UNNAMED = Pattern.compile("\"[^\"]*<(?:local|parameter)\\d+>[^\"]*\"");
    /** What JShell calls the method around a statement. */
    private static final String STATEMENT = "do_it$";

    private final HashMap<String, Written> written = new HashMap<>();

    /**
     * A piece of the notebook.
     *
     * @param name empty for the cell itself
     * @param first number of the first line of the source
     */
    private record Written(
            String name, String source, int first, @Nullable Compiled compiled) implements Serializable {
        private static final long serialVersionUID = 1;
    }

    /**
     * A call in the notebook's own Java.
     *
     * @param line 0 if it is not known
     */
    private record Call(Written in, String what, int line, String callee) {
        String text() {
            return what + (what.isEmpty() || line == 0 ? "" : ", ") + (line == 0 ? "" : "line " + line);
        }
    }

    private Origins() {}

    /** Those of all that the notebook has declared. */
    public static Origins of(Notebook notebook) {
        Origins origins = new Origins();
        for (Compiled c : notebook.compiled()) {
            origins.written.put(c.type(), new Written(c.name(), c.source(), 1, c));
        }
        return origins;
    }

    /**
     * The same with Java of a cell, which stands in a statement of ours behind one line.
     *
     * @param firstLine its own in the cell
     */
    public Origins with(Compiled statement, String java, int firstLine) {
        Origins all = new Origins();
        all.written.putAll(written);
        all.written.put(statement.type(), new Written("", java, firstLine, statement));
        return all;
    }

    /** The same objective, whose failures are told in the words of the notebook. */
    public Objective told(Objective objective) {
        return (point, probe) -> {
            try {
                return objective.evaluate(point, probe);
            } catch (Throwable e) {
                throw in(Failure.of(e)).exception();
            }
        };
    }

    /** A failure in the words of the notebook. */
    public Failure in(Failure failure) {
        List<Call> calls = calls(failure.frames());
        Optional<Call> known = calls.stream().filter(c -> c.line() > 0).findFirst();
        Optional<Suspect> suspect = known.flatMap(c -> suspect(c, failure));
        return new Failure(
                failure.kind(),
                failure.type(),
                message(failure.message(), suspect),
                known.map(c -> place(c, suspect)).orElse(""),
                frames(failure.frames(), calls),
                failure.cause() == null ? null : in(failure.cause()));
    }

    private List<Call> calls(List<String> frames) {
        List<Call> calls = new ArrayList<>();
        String callee = "";
        for (String frame : frames) {
            Matcher own = FRAME.matcher(frame);
            if (own.matches()) {
                call(own, callee).ifPresent(calls::add);
            }
            callee = method(frame);
        }
        return calls;
    }

    private static String method(String frame) {
        String called = frame.replaceFirst("\\(.*", "");
        return called.substring(called.lastIndexOf('.') + 1);
    }

    /** A statement that is not known is one of ours. */
    private Optional<Call> call(Matcher frame, String callee) {
        Written in = written.get(frame.group(1));
        String method = LAMBDA.matcher(frame.group(3)).replaceFirst("$1");
        String type = frame.group(2).replaceFirst("^\\$", "").replace('$', '.');
        boolean statement = method.equals(STATEMENT);
        if (in == null) {
            return statement
                    ? Optional.empty()
                    : Optional.of(new Call(new Written("", "", 1, null), what(type, method), 0, callee));
        }
        int line = frame.group(4) == null || in.compiled() == null
                ? 0
                : in.compiled().line(Integer.parseInt(frame.group(4)));
        boolean ofCell = in.name().isEmpty();
        int inSource = ofCell ? line - 1 : line;
        boolean known = inSource >= 1 && inSource <= in.source().lines().count();
        String what = statement ? in.name() : what(type, method);
        return Optional.of(new Call(in, what, known ? in.first() + inSource - 1 : 0, callee));
    }

    private static String what(String type, String method) {
        return switch (method) {
            case "<init>" -> "new " + type;
            case "<clinit>" -> type;
            default -> type.isEmpty() ? method : type + "." + method;
        };
    }

    private static Optional<Suspect> suspect(Call call, Failure failure) {
        return Suspect.on(
                call.in().source(),
                call.line() - call.in().first() + 1,
                failure.type(),
                failure.message(),
                call.callee().equals("<clinit>") ? "" : call.callee());
    }

    private static String place(Call call, Optional<Suspect> suspect) {
        Written in = call.in();
        int index = call.line() - in.first();
        String line = in.source().split("\\R", -1)[index];
        int begin =
                in.source().lines().limit(index).mapToInt(l -> l.length() + 1).sum();
        int blanks = line.length() - line.stripLeading().length();
        int from = Math.max(blanks, suspect.map(s -> s.start() - begin).orElse(blanks));
        int to = Math.min(
                line.stripTrailing().length(), suspect.map(s -> s.end() - begin).orElse(line.length()));
        Place place = new Place(call.line(), from + 1, Math.max(1, to - from));
        String before = in.name().isEmpty() ? "" : call.what() + ", ";
        return before + place.picture("\n".repeat(in.first() - 1) + in.source());
    }

    private static String message(String message, Optional<Suspect> suspect) {
        String plain = CLASS.matcher(LOADERS.matcher(message).replaceAll("")).replaceAll("");
        String receiver = suspect.map(Suspect::receiver).orElse("");
        String named = receiver.isEmpty() ? "a local variable" : "\"" + receiver + "\"";
        return UNNAMED.matcher(plain).replaceAll(Matcher.quoteReplacement(named));
    }

    /** Those of the notebook, and what the innermost has called; repeats are one with a count. Our own tell the user nothing. */
    private List<String> frames(List<String> all, List<Call> calls) {
        Stream<String> library = all.stream()
                .takeWhile(f -> !FRAME.matcher(f).matches())
                .reduce((first, last) -> last)
                .filter(f -> !calls.isEmpty())
                .map(f -> LIBRARY.matcher(f).replaceFirst("$1"))
                .stream();
        List<String> counted = new ArrayList<>();
        String last = "";
        int times = 0;
        for (String text :
                Stream.concat(library, calls.stream().map(Call::text)).toList()) {
            times = text.equals(last) ? times + 1 : 1;
            if (times > 1) {
                counted.remove(counted.size() - 1);
            }
            counted.add(times > 1 ? text + " (" + times + " times or more)" : text);
            last = text;
        }
        boolean ours = calls.isEmpty() && all.stream().anyMatch(f -> f.startsWith("dev.fettle."));
        return !calls.isEmpty() ? counted : ours ? List.of() : all;
    }
}
