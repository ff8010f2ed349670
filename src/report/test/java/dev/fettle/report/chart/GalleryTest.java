package dev.fettle.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.report.chart.GalleryStudies.Study;
import dev.fettle.report.ink.Format;
import dev.fettle.report.ink.Picture;
import dev.fettle.report.ink.PictureRules;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.space.Scalar;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every plot of every study that is hard to draw, in {@code target/gallery} for eyes, and measured: labels do not touch each
 * other, nothing lies outside or is clipped, words have contrast on light pages and on dark ones.
 */
class GalleryTest {
    /** In PNG too, which takes long; the painter is the same. */
    private static final String SHARP = "net of few trials";

    /** Of more trials each plot is asked once: some take a second. */
    private static final int MANY = 1000;

    private static final Plots PLOTS = Plots.found();
    private static final GalleryFolder FOLDER = new GalleryFolder();

    static List<Study> studies() {
        return GalleryStudies.all();
    }

    /** Each plot of the first parameters, and of the last ones, which are often of another kind. */
    private static List<List<String>> questions(Study study) {
        List<String> names =
                study.report().space().scalars().stream().map(Scalar::name).toList();
        List<String> back = new ArrayList<>(names);
        Collections.reverse(back);
        boolean many = study.report().history().size() > MANY;
        return PLOTS.kinds().stream()
                .filter(k -> study.plots().isEmpty() || study.plots().contains(k.name()))
                .flatMap(kind -> Stream.of(words(kind, names), words(kind, many ? names : back)))
                .distinct()
                .toList();
    }

    private static List<String> words(PlotKind kind, List<String> names) {
        return Stream.concat(
                        Stream.of(kind.name()),
                        names.stream().limit(kind.arguments().size()))
                .toList();
    }

    /** A picture, and what is wrong with it. */
    private record Hung(String name, Plot plot, Picture svg, List<String> broken) {
        static Optional<Hung> of(Study study, List<String> words) {
            return of(String.join(" ", words), () -> PLOTS.draw(study.report(), words));
        }

        /** Beside itself, under another name. */
        static Optional<Hung> compared(Study study) {
            Map<String, StudyReport> twice = new LinkedHashMap<>();
            twice.put("first", study.report());
            twice.put("the_same_study_under_another_name", study.report());
            return of("compare", () -> new Comparison(twice).plot());
        }

        private static Optional<Hung> of(String name, Supplier<Plot> maker) {
            return plot(maker).map(plot -> {
                Picture svg = Picture.of(plot, Format.SVG);
                return new Hung(name, plot, svg, PictureRules.broken(plot, svg));
            });
        }

        private static Optional<Plot> plot(Supplier<Plot> maker) {
            try {
                return Optional.of(maker.get());
            } catch (IllegalArgumentException nothingToShow) {
                assertThat(nothingToShow).hasMessageEndingWith(".");
                return Optional.empty();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("studies")
    void everyPictureCanBeRead(Study study) throws IOException {
        List<Hung> all = Stream.concat(
                        questions(study).parallelStream().map(words -> Hung.of(study, words)),
                        Stream.of(Hung.compared(study)))
                .flatMap(Optional::stream)
                .toList();
        for (Hung each : all) {
            FOLDER.add(study.name(), each.name, each.svg);
            if (study.name().equals(SHARP)) {
                FOLDER.sharp(Picture.of(each.plot, Format.PNG));
            }
        }
        assertThat(all).allSatisfy(each -> assertThat(each.broken).as(each.name).isEmpty());
    }

    @BeforeAll
    static void anEmptyFolder() throws IOException {
        FOLDER.clear();
    }

    @AfterAll
    static void onePageOfAll() throws IOException {
        FOLDER.page();
    }
}
