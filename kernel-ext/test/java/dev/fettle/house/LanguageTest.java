package dev.fettle.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.report.language.Language;
import dev.fettle.report.language.Translator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a notebook shows in words can be said in the other languages. */
class LanguageTest {
    private static final Translator ZH = Language.ZH.translator();

    /** Two words, the second of small letters: what has fewer is a name, or stands within other words. */
    private static final Pattern WORDS = Pattern.compile("(?s).*[\\p{L})][,;:]? [a-z]{2,}(?![\\w(.=\"]).*");

    /** SQL, Java, HTML, SVG, patterns, and cells to copy. */
    private static final Pattern CODE = Pattern.compile(
            "(?s).*(?:</?[a-z]+[ >/]|\\\\|\\(\\?|;\\n|\\n[a-z]+ | -> |\\[] \\w|fettle\\$|NOT NULL| WHERE | ORDER BY |Exception \\{).*"
                    + "|(?:SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|BEGIN|VACUUM|SET|DROP|ALTER|SHOW) .*"
                    + "|(?:import|new|%tune|name in|SQLite format) .*");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[0-9][#=*?]?}");

    /** Parts of these that no notebook shows: programs have them, consoles, or errors that only a defect of ours can cause. */
    private static final List<String> ELSEWHERE =
            List.of("bench", "fettle/docs", "kernel/worker", "kernel/ijava", "kernel/jjava", "report/language");

    /** What stands in pictures and above columns of numbers, which are English; what a program or its console reads; Java that is made; and rows of failures. */
    private static final Set<String> NOT_SAID = Set.of(
            "is not complete",
            "Execution interrupted",
            "void cannot be converted",
            "of no trial",
            " of the file",
            "// On all ",
            ".model() has seen the ",
            " that were tuned on.",
            "no value of a parameter",
            "next trial",
            "not in the space",
            "beyond the axis",
            ": a model, all else as in trial ",
            " by rung",
            "left behind",
            "end of trial ",
            "% of the points",
            "failed by ",
            "from least to largest",
            "gradient and loss at each step",
            "length of the gradient at each step",
            "another start",
            "mean of the goal",
            "hypervolume of the trials so far",
            " here, with ",
            ": the deeper the better, the best orange",
            ", and what no other beats",
            "no other beats it",
            ": the deeper the better",
            "sigma and axis ratio",
            ": a model, with its 95 % band",
            " not shown",
            "corrected for luck",
            "caused by ",
            ", caused by ",
            ", … caused by ");

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
                .filter(l -> WORDS.matcher(l).matches() && !CODE.matcher(l).matches() && !NOT_SAID.contains(l))
                .toList();
    }

    /** A literal is covered if each of its lines and sentences stands in a key, or is said by one with something around it. */
    private static boolean isCovered(String literal, String keys) {
        return Arrays.stream(literal.split("\n|%\\.?1?[sf]|(?<=\\.) ", -1))
                .map(LanguageTest::plain)
                .allMatch(part -> keys.contains(bare(part))
                        || Stream.of(part, part + " x", part + ".", "x " + part, maybe(part))
                                .anyMatch(LanguageTest::isSaid));
    }

    /** As words are told behind it, which are not the beginning of a sentence. */
    private static String maybe(String part) {
        return part.isEmpty() || Character.isUpperCase(part.charAt(0)) ? part : "Maybe " + part + ".";
    }

    /** Without what a placeholder of a key may hold: the marks around a value, and limits that are numbers. */
    private static String bare(String part) {
        return part.replaceAll("^[],;:.…)} ]+|(?: ?[(,;:{\\[$.]+[0-9e, ∞-]*[)\\]]?\\.?|[ )])+$", "");
    }

    private static boolean isSaid(String sentence) {
        return !sentence.isBlank() && !ZH.text(sentence).equals(sentence);
    }

    @Test
    void aSentenceWithoutAnEntryIsFound() {
        List<String> said =
                List.of("Nobody says this.", ") must sing", "SELECT a FROM b", "sgd", "No trial was scored.");
        assertThat(shown(said).stream().filter(l -> !isCovered(l, keys())))
                .containsExactly("Nobody says this.", ") must sing");
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
