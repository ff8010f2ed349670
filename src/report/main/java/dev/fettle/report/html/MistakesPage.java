package dev.fettle.report.html;

import dev.fettle.space.text.Mistake;
import dev.fettle.space.text.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mistakes of a cell, all of them, each with its place. Stateless, for any thread. */
public final class MistakesPage {
    private MistakesPage() {}

    /**
     * The mistakes of a cell of which nothing was run.
     *
     * @param method the word behind {@code %%}
     * @param unchanged the study that stays as it was; null if there is none
     * @param mistakes at least one, shown in the order of their places
     * @param source the whole cell, to which their lines belong
     */
    public static Bundle of(String method, @Nullable String unchanged, List<Mistake> mistakes, String source) {
        String title = title(method, unchanged, mistakes.size());
        StringBuilder html = new StringBuilder("<div>" + Markup.paragraph("<b>" + Markup.text(title) + "</b>"));
        StringBuilder text = new StringBuilder(title);
        for (List<Mistake> line : byLine(mistakes, source)) {
            String picture = Place.picture(line.stream().map(Mistake::place).toList(), source);
            html.append(Markup.block(picture));
            text.append('\n').append(picture);
            line.forEach(m -> {
                html.append(Markup.paragraph(Markup.text(m.message())));
                text.append("\n  ").append(m.message());
            });
        }
        return new Bundle(html.append("</div>").toString(), text.toString());
    }

    /** Those that share a picture are together. */
    private static List<List<Mistake>> byLine(List<Mistake> mistakes, String source) {
        List<List<Mistake>> lines = new ArrayList<>();
        Place before = null;
        for (Mistake m : mistakes.stream().sorted().toList()) {
            if (before == null || !m.place().shares(before, source)) {
                lines.add(new ArrayList<>());
            }
            lines.get(lines.size() - 1).add(m);
            before = m.place();
        }
        return lines;
    }

    /** {@code bayesopt: 2 mistakes, nothing was run; study irisBo is unchanged.} */
    public static String title(String method, @Nullable String unchanged, int mistakes) {
        return method + ": " + mistakes + (mistakes == 1 ? " mistake" : " mistakes") + ", nothing was run"
                + (unchanged == null ? "" : "; study " + unchanged + " is unchanged") + ".";
    }
}
