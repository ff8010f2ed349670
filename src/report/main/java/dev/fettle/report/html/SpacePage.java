package dev.fettle.report.html;
import java.util.*; import dev.fettle.space.*;
public final class SpacePage { public static Bundle of(SearchSpace s, List<String> t, OptionalLong points, List<String> lines) { return Note.of(s.text() + "\n" + points + "\n" + String.join("\n", lines)); } }
