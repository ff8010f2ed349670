package dev.fettle.report.html;

import dev.fettle.report.text.Wording;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One display in two forms; each stands alone. Immutable, for any thread.
 *
 * @param html a fragment; what users, data or libraries wrote is escaped in it
 * @param text plain, its lines apart by {@code \n}, without one at the end
 */
public record Bundle(String html, String text) {
    public Bundle {
        text = Wording.harmless(text);
    }

    /** Both by MIME type, {@code text/html} first. */
    public Map<String, String> mimes() {
        Map<String, String> mimes = new LinkedHashMap<>();
        mimes.put("text/html", html);
        mimes.put("text/plain", text);
        return mimes;
    }
}
