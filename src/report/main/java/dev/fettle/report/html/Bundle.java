package dev.fettle.report.html;

import java.util.LinkedHashMap;
import java.util.Map;

/** One display in two forms; each stands alone. */
public record Bundle(String html, String text) {
    /** By MIME type, the richest first. */
    public Map<String, String> mimes() {
        Map<String, String> mimes = new LinkedHashMap<>();
        mimes.put("text/html", html);
        mimes.put("text/plain", text);
        return mimes;
    }
}
