package dev.fettle.kernel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * One thing to show, in several forms.
 *
 * @param forms text by MIME type; a page takes the richest it can show
 * @param verbatim whether its words are of users or their data, and so not ours to translate
 */
public record MimeBundle(Map<String, String> forms, boolean verbatim) {
    public MimeBundle {
        forms = Collections.unmodifiableMap(new LinkedHashMap<>(forms));
    }

    /** One whose words are ours. */
    public MimeBundle(Map<String, String> forms) {
        this(forms, false);
    }

    /** The same, whose words are of others. */
    public MimeBundle asVerbatim() {
        return new MimeBundle(forms, true);
    }

    /** The same with other words in its form of this type, if it has one. */
    public MimeBundle with(String type, UnaryOperator<String> words) {
        Map<String, String> changed = new LinkedHashMap<>(forms);
        changed.computeIfPresent(type, (key, form) -> words.apply(form));
        return new MimeBundle(changed, verbatim);
    }

    /** HTML for a page, and plain text for a terminal and for tests. */
    public static MimeBundle of(String html, String text) {
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("text/html", html);
        forms.put("text/plain", text);
        return new MimeBundle(forms);
    }
}
