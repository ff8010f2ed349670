package dev.fettle.kernel.magic;

import dev.fettle.kernel.MimeBundle;
import dev.fettle.kernel.option.Method;
import dev.fettle.kernel.option.Vocabulary;
import dev.fettle.kernel.run.Show;
import dev.fettle.report.chart.Plots;
import dev.fettle.report.html.Note;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The help pages: one sentence, a cell to copy, the space on six lines, the options in groups. */
final class Help {
    private static final String SPACE = """
            name in {v, v}  {(100, 50)}  {small < large}  1..9  1..15 step 2  lin(0, 1, 5)  log(1e-5, 1e-1, 5)  ${java}
            name ~ uniform(a, b)  logUniform(a, b)  int(a, b, step 2)  logInt(a, b)  normal(mean, sd)  logNormal(mean, sd)
            name[10] ~ …   name[2][2] ~ …     arrays: double[] and double[][] in Java
            … default v   … if solver == sgd && hidden > 50          name = value          a constant
            require a + b < 1     try name = v, name = v             a point to run first
            maximize NAME | minimize NAME      all below is Java: one expression, or statements that return
            """;

    private Help() {}

    /** The plots, a line for each. */
    static String plots() {
        return plotsHead() + "\n"
                + Plots.found().help().stream().map(l -> "  " + l).collect(Collectors.joining("\n"));
    }

    private static String plotsHead() {
        return "Plots: %tune plot NAME, .plot(…); panels of the figure are "
                + String.join(", ", Plots.found().panels());
    }

    static MimeBundle of(Method method, Vocabulary vocabulary) {
        String title = "%%" + method.magic() + " " + method.sentence() + ".";
        String text = title + "\n\n" + method.example() + "\n" + SPACE + "\n" + vocabulary.help(method) + "\n\n"
                + plots()
                + "\n\nThe variable is a study: .best() .score() .table() .plot(\"slice\", \"alpha\") .resume(150) .model()";
        List<String> heads = new ArrayList<>(vocabulary.heads());
        heads.add(title);
        return of(text, heads);
    }

    /** A page whose plots have a head, as have the parts that these lines begin. */
    static MimeBundle of(String text, List<String> heads) {
        Set<String> all = new HashSet<>(heads);
        all.add(plotsHead());
        return Show.of(Note.headed(text, all));
    }
}
