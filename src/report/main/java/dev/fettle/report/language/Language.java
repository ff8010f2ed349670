package dev.fettle.report.language;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The languages that can be read. Immutable, for any thread. */
public enum Language {
    /** In which all is written; nothing is looked up. */
    EN("en"),
    /** Simplified Chinese. */
    ZH("zh");

    /** What the entries of a language are divided into, by theme. */
    private static final List<String> FILES = List.of(
            "clauses", "heads", "help", "models", "reports", "plots", "runs", "cells", "spaces", "data", "stores");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** As it is typed: {@code zh}. */
    public String code() {
        return code;
    }

    /** What is typed for all of them. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(Language::code).toList();
    }

    /** The one of this code; empty if there is none. */
    public static Optional<Language> of(String code) {
        return Arrays.stream(values()).filter(l -> l.code.equals(code)).findFirst();
    }

    /** Its translator, the same each time; read from its files when it is first asked for. */
    public Translator translator() {
        return this == EN ? Translator.NONE : Chinese.TRANSLATOR;
    }

    /** The patterns of the English sentences that it has a translation for, as translators write them. */
    public List<String> keys() {
        return (this == EN ? List.<String>of() : FILES)
                .stream()
                        .flatMap(file -> Catalog.entries(code, file).stream())
                        .map(Entry::key)
                        .toList();
    }

    /** Read once, and only if somebody reads Chinese. */
    private static final class Chinese {
        static final Translator TRANSLATOR = new Translator(Catalog.read(ZH.code, FILES));
    }
}
