package dev.fettle.report.ink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.report.chart.Plots;
import dev.fettle.report.summary.Histories;
import dev.fettle.report.text.Part;
import java.awt.AWTError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DrawingTest {
    static List<Throwable> withoutFonts() {
        RuntimeException font = new IllegalStateException("Fontconfig head is null, check your fonts");
        font.setStackTrace(
                new StackTraceElement[] {new StackTraceElement("sun.awt.FontConfiguration", "init", null, 1)});
        return List.of(
                new InternalError("java.lang.reflect.InvocationTargetException"),
                new NoClassDefFoundError("Could not initialize class sun.font.SunFontManager"),
                new UnsatisfiedLinkError("libfreetype.so.6: cannot open shared object file"),
                new AWTError("no toolkit"),
                font,
                new RuntimeException(font));
    }

    @ParameterizedTest
    @MethodSource("withoutFonts")
    void aJavaWithoutFontsSaysWhatToInstall(Throwable thrown) {
        Part<Picture> drawing = Drawing.of(() -> DrawingTest.<RuntimeException>sneak(thrown), Format.SVG);
        assertThat(drawing).isEqualTo(new Part.Missing<>(Drawing.NO_FONTS));
        assertThat(Drawing.NO_FONTS).contains("apt-get install fontconfig");
    }

    @Test
    void anythingElseIsASentenceToo() {
        assertThat(Drawing.of(
                        () -> DrawingTest.<RuntimeException>sneak(new IllegalArgumentException("Ours.")), Format.SVG))
                .isEqualTo(new Part.Missing<>("Ours."));
        assertThat(Drawing.of(() -> DrawingTest.<RuntimeException>sneak(new StackOverflowError()), Format.SVG))
                .isEqualTo(new Part.Missing<>("The figure failed: StackOverflowError."));
        assertThat(Drawing.of(
                        () -> DrawingTest.<RuntimeException>sneak(new AbstractMethodError("of a jar")), Format.SVG))
                .isEqualTo(new Part.Missing<>("The figure failed: AbstractMethodError \"of a jar\"."));
    }

    @Test
    void withFontsThereIsAPicture() {
        assertThat(Drawing.of(() -> Plots.found().figure(Histories.iris72Report(), List.of()), Format.SVG))
                .isInstanceOf(Part.Made.class);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> Plot sneak(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
