package dev.fettle.report.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The entries of a language. A file has two lines for each: the English pattern, and the translation behind two blanks; lines that
 * begin with {@code //} are remarks. {@code (s)} in a pattern stands for an s or none.
 */
final class Catalog {
    private static final String REMARK = "//";
    private static final String PLURAL = "(s)";

    /** The most specific first, as they are tried. */
    private final List<Entry> entries;

    private final Map<String, List<Integer>> byWord = new HashMap<>();

    private Catalog(List<Entry> entries) {
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(Entry::weight).reversed())
                .toList();
        for (int i = 0; i < this.entries.size(); i++) {
            byWord.computeIfAbsent(this.entries.get(i).word(), word -> new ArrayList<>())
                    .add(i);
        }
    }

    /** The files of a language, of which each is looked at where its scope says. */
    static Catalog read(String language, List<String> files) {
        return new Catalog(
                files.stream().flatMap(file -> entries(language, file).stream()).toList());
    }

    /** The entries of a file in their order. */
    static List<Entry> entries(String language, String file) {
        List<Entry> entries = new ArrayList<>();
        String key = "";
        for (String line : text(language + "/" + file + ".txt").lines().toList()) {
            if (line.isBlank() || line.startsWith(REMARK)) {
                continue;
            }
            if (!line.startsWith("  ")) {
                key = line;
                continue;
            }
            for (String one : plurals(key)) {
                entries.add(new Entry(one, line.strip(), Scope.of(file)));
            }
        }
        return entries;
    }

    private static List<String> plurals(String key) {
        int at = key.indexOf(PLURAL);
        if (at < 0) {
            return List.of(key);
        }
        String before = key.substring(0, at);
        return plurals(key.substring(at + PLURAL.length())).stream()
                .flatMap(rest -> Stream.of(before + rest, before + "s" + rest))
                .toList();
    }

    private static String text(String file) {
        try (InputStream in = Catalog.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("File (" + file + ") must be in the jar.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The translation by the first entry that fits.
     *
     * @param scopes of the entries
     * @param asked which entries besides
     * @param words how words of ours within the text are translated
     */
    Optional<String> find(
            String text, Set<Scope> scopes, Predicate<Entry> asked, Function<String, Optional<String>> words) {
        BitSet tried = candidates(text);
        for (int i = tried.nextSetBit(0); i >= 0; i = tried.nextSetBit(i + 1)) {
            Entry entry = entries.get(i);
            if (scopes.contains(entry.scope()) && asked.test(entry)) {
                Optional<String> said = entry.apply(text, words);
                if (said.isPresent()) {
                    return said;
                }
            }
        }
        return Optional.empty();
    }

    /** Those whose longest word stands in the text. */
    private BitSet candidates(String text) {
        BitSet found = new BitSet(entries.size());
        byWord.getOrDefault("", List.of()).forEach(found::set);
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean letter = i < text.length() && isLetter(text.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                byWord.getOrDefault(text.substring(start, i).toLowerCase(Locale.ROOT), List.of())
                        .forEach(found::set);
                start = -1;
            }
        }
        return found;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
