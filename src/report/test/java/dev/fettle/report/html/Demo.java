package dev.fettle.report.html;

import dev.fettle.report.chart.*;
import dev.fettle.report.view.*;
import java.nio.file.*;
import java.util.*;

public class Demo {
    public static void main(String[] a) throws Exception {
        StudyReport r = Histories.iris72Report();
        Path d = Path.of("/tmp/rep/out");
        Files.createDirectories(d);
        for (Format f : Format.values()) {
            for (String k : List.of("standard", "history", "values", "heatmap alpha solver", "share")) {
                long t = System.nanoTime();
                Plot p = k.equals("standard") ? Plots.standard(r) : Plots.of(r, List.of(k.split(" ")));
                Picture pic = Picture.of(p, f);
                Files.write(d.resolve(k.split(" ")[0] + "." + f.name().toLowerCase()), pic.bytes());
                System.out.println(k + " " + f + " " + pic.bytes().length + " " + (System.nanoTime() - t) / 1000000
                        + " ms " + pic.alt());
            }
        }
        Bundle b = ReportPage.of(r, 5, Drawing.of(() -> Plots.standard(r), Format.SVG));
        System.out.println(b.html().length());
        System.out.println(b.text());
        Files.writeString(d.resolve("report.html"), b.html());
    }
}
