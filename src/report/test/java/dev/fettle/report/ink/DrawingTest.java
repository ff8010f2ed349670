package dev.fettle.report.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.report.chart.Plots;
import dev.fettle.report.summary.Histories;
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
        Drawing drawing = Drawing.of(() -> DrawingTest.<RuntimeException>sneak(thrown), Format.SVG);
        assertThat(drawing).isEqualTo(new Drawing.Missing(Drawing.NO_FONTS));
        assertThat(Drawing.NO_FONTS).contains("apt-get install fontconfig");
    }

    @Test
    void ourOwnMistakesComeOut() {
        assertThatThrownBy(() -> Drawing.of(
                        () -> {
                            throw new IllegalArgumentException("ours");
                        },
                        Format.SVG))
                .hasMessage("ours");
    }

    @Test
    void withFontsThereIsAPicture() {
        assertThat(Drawing.of(() -> Plots.standard(Histories.iris72Report()), Format.SVG))
                .isInstanceOf(Drawing.Drawn.class);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> Plot sneak(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
