package dev.fettle.report.html;

import dev.fettle.report.text.Wording;
import dev.fettle.space.Parameter;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.condition.Expression;
import dev.fettle.word.Words;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A space before anything runs: a row for each parameter, the constraints, the size in words, what the caller knows besides.
 * The HTML has at most about 40 kB, the text at most 20 lines. Stateless, for any thread.
 *
 * <pre>{@code
 * SearchSpace space = SpaceText.parse("alpha ~ logUniform(1e-5, 1e-1)\nsolver in {sgd, adam}");
 * String text = SpacePage.of(space, List.of("double", "String"), OptionalLong.empty(), 0, List.of()).text();
 * }</pre>
 */
public final class SpacePage {
    private static final int SIZE = 30_000;
    private static final int LONG = 60;
    private static final int LINE = 200;
    private static final int LINES = 20;
    private static final int CONSTRAINTS = 3;
    private static final int FREE = 3;
    private static final long EXACT = 1_000_000;

    private SpacePage() {}

    /**
     * The page of a space.
     *
     * @param types the Java type of each parameter, {@code double}, {@code int[]}, in the order of the space
     * @param points how many different points there are that the constraints allow; empty if they are infinitely many, or
     *     nobody has counted
     * @param duplicates how many combinations of values mean the same as another, since conditions switch parameters off; 0
     *     if there are none or nobody has counted
     * @param lines said at the end, each a sentence: the time of one point, an estimate of the whole; as many as the
     *     parameters leave room for, and three in any case
     * @throws IllegalArgumentException unless there is a type for each parameter
     */
    public static Bundle of(
            SearchSpace space, List<String> types, OptionalLong points, long duplicates, List<String> lines) {
        if (types.size() != space.parameters().size()) {
            throw new IllegalArgumentException("Types (" + types.size() + ") must be as many as the parameters, "
                    + space.parameters().size() + ".");
        }
        TextTable rows = rows(space, types);
        List<String> below = new ArrayList<>();
        List<String> constraints = space.constraints().stream()
                .map(c -> Wording.line("require " + c.text(), LINE))
                .toList();
        below.addAll(limited(constraints, CONSTRAINTS, "constraint"));
        below.add(size(space, points, duplicates));
        int room = LINES - 1 - rows.rows().size() - below.size();
        below.addAll(limited(lines.stream().map(l -> Wording.line(l, LINE)).toList(), Math.max(FREE, room), "line"));
        return new Bundle(html(rows, below), text(rows, below));
    }

    private static String html(TextTable rows, List<String> below) {
        TextTable shown = rows.fitting(SIZE);
        StringBuilder html = new StringBuilder("<div>" + shown.html());
        int more = rows.rows().size() - shown.rows().size();
        if (more > 0) {
            html.append(Markup.paragraph("… " + Wording.count(more, "more parameter")));
        }
        below.forEach(l -> html.append(Markup.paragraph(Markup.text(l))));
        return html.append("</div>").toString();
    }

    private static String text(TextTable rows, List<String> below) {
        int room = LINES - below.size() - 1;
        int all = rows.rows().size();
        List<String> text = new ArrayList<>();
        int shown = all <= room ? all : room - 1;
        text.addAll(Arrays.asList(rows.limit(shown).text().split("\n")));
        if (shown < all) {
            text.add("… " + Wording.count(all - shown, "more parameter"));
        }
        text.addAll(below);
        return String.join("\n", text);
    }

    private static TextTable rows(SearchSpace space, List<String> types) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            Parameter p = space.parameters().get(i);
            Expression condition = p.condition();
            rows.add(List.of(
                    p.name(),
                    Wording.line(p.domain(), LONG),
                    types.get(i),
                    words(p.defaultValue()),
                    condition == null ? "" : Wording.line("if " + condition.text(), LONG)));
        }
        boolean conditions = rows.stream().anyMatch(r -> !r.get(4).isEmpty());
        int columns = conditions ? 5 : 4;
        return new TextTable(
                List.of("parameter", "values", "Java", "default", "condition").subList(0, columns),
                List.of(true, true, true, true, true).subList(0, columns),
                rows.stream().map(r -> r.subList(0, columns)).toList());
    }

    private static String words(@Nullable Object value) {
        return value == null ? Wording.NONE : Wording.line(Words.of(value), LONG);
    }

    private static List<String> limited(List<String> lines, int most, String noun) {
        if (lines.size() <= most) {
            return lines;
        }
        List<String> first = new ArrayList<>(lines.subList(0, most - 1));
        first.add("… " + Wording.count(lines.size() - first.size(), "more " + noun));
        return first;
    }

    /** {@code 54 points; 18 of 72 combinations repeat others, as conditions switch parameters off.} */
    private static String size(SearchSpace space, OptionalLong points, long duplicates) {
        if (space.size().isEmpty()) {
            return "Infinitely many points.";
        }
        String all = points.isPresent()
                ? count(points.getAsLong(), "point")
                : (plain(space) ? "" : "At most ") + count(space.size().getAsLong(), "point");
        return duplicates == 0
                ? all + "."
                : all + "; " + count(duplicates, "") + " of "
                        + count(space.size().getAsLong(), "combination")
                        + (duplicates == 1 ? " repeats another" : " repeat others")
                        + ", as conditions switch parameters off.";
    }

    private static boolean plain(SearchSpace space) {
        return space.constraints().isEmpty() && space.parameters().stream().allMatch(p -> p.condition() == null);
    }

    /** {@code 72 points}, {@code 10^12 points}, {@code about 3.5·10^12 points}; the number alone if there is no noun. */
    static String count(long n, String noun) {
        String number = number(n);
        return noun.isEmpty() ? number : number + " " + noun + (n == 1 ? "" : "s");
    }

    private static String number(long n) {
        if (n < EXACT) {
            return Long.toString(n);
        }
        if (n == Long.MAX_VALUE) {
            return "over 9·10^18";
        }
        BigDecimal rounded = new BigDecimal(n).round(new MathContext(2)).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        String factor = rounded.unscaledValue().intValue() == 1
                ? ""
                : rounded.movePointLeft(exponent).toPlainString() + "·";
        String about = rounded.compareTo(new BigDecimal(n)) == 0 ? "" : "about ";
        return about + factor + "10^" + exponent;
    }
}
