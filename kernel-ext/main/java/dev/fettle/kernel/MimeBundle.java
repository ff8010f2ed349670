package dev.fettle.kernel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing to show, in several forms.
 *
 * @param forms text by MIME type; a page takes the richest it can show
 */
public record MimeBundle(Map<String, String> forms) {
    public MimeBundle {
        forms = Collections.unmodifiableMap(new LinkedHashMap<>(forms));
    }

    /** HTML for a page, and plain text for a terminal and for tests. */
    public static MimeBundle of(String html, String text) {
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("text/html", html);
        forms.put("text/plain", text);
        return new MimeBundle(forms);
    }
}
