package dev.fettle.report.html;

import dev.fettle.space.text.Mistake;
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
        mistakes.stream().sorted().forEach(m -> {
            html.append(Markup.block(m.place().picture(source)));
            html.append(Markup.paragraph(Markup.text(m.message())));
            text.append('\n').append(m.render(source));
        });
        return new Bundle(html.append("</div>").toString(), text.toString());
    }

    /** {@code bayesopt: 2 mistakes, nothing was run; study irisBo is unchanged.} */
    public static String title(String method, @Nullable String unchanged, int mistakes) {
        return method + ": " + mistakes + (mistakes == 1 ? " mistake" : " mistakes") + ", nothing was run"
                + (unchanged == null ? "" : "; study " + unchanged + " is unchanged") + ".";
    }
}
