package dev.fettle.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.report.language.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever a notebook shows in words can be said in the other languages. */
class LanguageTest {
    /** Two words, the second of small letters: what has fewer is a name, or stands within other words. */
    private static final Pattern WORDS = Pattern.compile("(?s).*[\\p{L})][,;:]? [a-z]{2,}(?![\\w(.=\"]).*");

    /** SQL, Java, HTML, SVG, patterns, and cells to copy. */
    private static final Pattern CODE = Pattern.compile("(?s).*(?:</?[a-z]+[ >/]|\\\\|\\(\\?|;\\n|\\n[a-z]+ ).*"
            + "|(?:SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|BEGIN|VACUUM|SET|DROP|ALTER|SHOW) .*|import .*|new .*|.*Exception \\{.*");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[0-9][#=*?]?}");

    /** Parts of these that no notebook shows: programs have them, consoles, or errors that only a defect of ours can cause. */
    private static final List<String> ELSEWHERE = List.of("bench", "kernel/worker", "kernel/ijava", "kernel/jjava");

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** What stands between the placeholders of keys, each with a mark at its ends. */
    private static String keys() {
        return Language.ZH.keys().stream()
                .map(key -> "\n" + plain(PLACEHOLDER.matcher(key).replaceAll("\t")) + "\n")
                .collect(Collectors.joining());
    }

    private static List<String> shown(List<String> literals) {
        return literals.stream()
                .filter(l -> WORDS.matcher(l).matches() && !CODE.matcher(l).matches())
                .toList();
    }

    /** A literal is covered if each of its lines, and each of its sentences, stands in a key. */
    private static boolean isCovered(String literal, String keys) {
        return Arrays.stream(literal.split("\n|%s|(?<=\\.) ", -1))
                .map(part -> plain(part).replaceAll("^[,;:.) ]+|[(,;: ]+$", ""))
                .allMatch(part -> keys.contains(part));
    }

    @Test
    void everySentenceHasAnEntry() {
        String keys = keys();
        List<Path> files = Sources.main().stream()
                .filter(f -> ELSEWHERE.stream()
                        .noneMatch(room -> f.toString().replace('\\', '/').contains("/" + room + "/")))
                .toList();
        List<String> missing = new ArrayList<>();
        Literals.of(files).forEach((file, literals) -> shown(literals).stream()
                .filter(l -> !isCovered(l, keys))
                .forEach(l -> missing.add(file.getFileName() + ": " + l)));
        assertThat(missing).isEmpty();
    }
}
