package dev.fettle.report.ink;

import java.awt.AWTError;
import java.util.function.Supplier;

/** A picture, or the reason why there is none. */
public sealed interface Drawing {
    /** What a Java without fonts is told. */
    String NO_FONTS = "No figure: this Java finds no fonts. Maybe  apt-get install fontconfig fonts-dejavu-core"
            + "  and restart the kernel.";

    /** The picture. */
    record Drawn(Picture picture) implements Drawing {}

    /**
     * None.
     *
     * @param reason one sentence with what to do
     */
    record Missing(String reason) implements Drawing {}

    /**
     * Draws a plot. A Java without fonts throws errors of many kinds when it draws its first letter; a report must survive
     * them. Anything else that is thrown comes out.
     */
    static Drawing of(Supplier<Plot> plot, Format format) {
        try {
            return new Drawn(Picture.of(plot.get(), format));
        } catch (LinkageError | InternalError | AWTError e) {
            return new Missing(NO_FONTS);
        } catch (RuntimeException e) {
            if (fromFonts(e)) {
                return new Missing(NO_FONTS);
            }
            throw e;
        }
    }

    private static boolean fromFonts(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            StackTraceElement[] stack = t.getStackTrace();
            if (stack.length > 0 && stack[0].getClassName().matches("sun\\.(font|awt)\\..*")) {
                return true;
            }
        }
        return false;
    }
}
