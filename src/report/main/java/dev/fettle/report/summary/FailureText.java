package dev.fettle.report.summary;

import dev.fettle.report.text.Wording;
import dev.fettle.trial.Failure;
import java.util.ArrayList;
import java.util.List;

/**
 * One failure for who looks for the bug: what was thrown, a picture of the place, the calls that led there, and the same of each
 * cause down to the root. Stateless, for any thread.
 */
public final class FailureText {
    private static final int LONG = 300;
    /** Calls that are shown of each exception. */
    private static final int CALLS = 12;

    private FailureText() {}

    /** All of it, line by line. */
    public static List<String> of(Failure failure) {
        List<String> lines = new ArrayList<>(List.of(Wording.line(failure.said(), LONG)));
        lines.addAll(lines(failure));
        return lines;
    }

    /** All but the first line: places, calls and causes, without a line for what is not known. */
    public static List<String> lines(Failure failure) {
        List<String> lines = new ArrayList<>();
        String shown = "";
        List<String> before = List.of();
        boolean caused = false;
        for (Failure f : failure.chain()) {
            if (caused) {
                lines.add("caused by " + Wording.line(f.said(), LONG));
            }
            caused = true;
            if (!f.place().isEmpty() && !f.place().equals(shown)) {
                lines.addAll(List.of(f.place().split("\n", -1)));
                shown = f.place();
            }
            List<String> own = f.frames().subList(0, f.frames().size() - shared(f.frames(), before));
            own.stream().limit(CALLS).forEach(call -> lines.add("at " + Wording.line(call, LONG)));
            if (own.size() > CALLS) {
                lines.add("… " + Wording.count(own.size() - CALLS, "call") + " more");
            }
            before = f.frames();
        }
        return lines;
    }

    /** How many calls at the end are those of the exception before. */
    private static int shared(List<String> frames, List<String> before) {
        int same = 0;
        while (same < Math.min(frames.size(), before.size())
                && frames.get(frames.size() - 1 - same).equals(before.get(before.size() - 1 - same))) {
            same++;
        }
        return same;
    }
}
