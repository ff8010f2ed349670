package dev.fettle.kernel.magic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spoils cells: by tokens and lines, as a hand would, and by characters, as a broken file would. */
final class Mutations {
    private static final Pattern TOKEN = Pattern.compile(
            "[A-Za-z_]\\w*|\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?|[ \\t]+|\\n|--|\\.\\.|&&|\\|\\||[=!<>]=|\\$\\{|.",
            Pattern.DOTALL);
    private static final String[] NUMBERS = {
        "0",
        "-1",
        "1e308",
        "1e-320",
        "-0.0",
        "1e999",
        "2147483647",
        "2147483648",
        "9223372036854775808",
        "1000000000",
        "0.1.2",
        "NaN",
        "Infinity",
        "0x1F",
        "1_000",
        "1e",
        "007",
        "99999999999999999999999999"
    };
    private static final String[] BRACKETS = {"(", ")", "{", "}", "[", "]", "\"", "'", "/*", "*/", "//", "${"};
    private static final String[] OPTIONS = {
        "--trials 0",
        "--trials 1000000000",
        "--seed random",
        "--seed x",
        "--jobs 0",
        "--jobs 99",
        "--cv 1",
        "--test 1.5",
        "--metric recall",
        "--until NaN",
        "--patience -1",
        "--time 0s",
        "--like old",
        "--from old",
        "--quiet",
        "--live no",
        "--plot none",
        "--show -3",
        "--on-error stop",
        "--qmc",
        "--batch 7",
        "--journal a.db",
        "--trails 5",
        "-z",
        "--",
        "-n",
        "--model mlp",
        "--data iris",
        "--target species",
        "--objective f",
        "--help",
        "--figure gif",
        "--folds group",
        "--positive 3"
    };
    private static final String[] NAMES = {
        "class",
        "x",
        "old",
        "sentinel",
        "probe",
        "null",
        "true",
        "in",
        "if",
        "require",
        "try",
        "default",
        "maximize",
        "minimize",
        "uniform",
        "logUniform",
        "int",
        "normal",
        "größe",
        "_",
        "String",
        "step",
        "return",
        "var",
        "NaN"
    };
    private static final String[] STRANGE = {
        "\u0000", "\r", "\t", "\u00a0", "\u2028", "\uD800", "🎉", "\\", "$", "%", "…", ";", "~", "\uFEFF"
    };

    private final SplittableRandom random;

    Mutations(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** A text with one mutation, half of the time, or more. */
    String of(String text) {
        String mutated = text;
        for (int i = 1 + Integer.numberOfTrailingZeros(random.nextInt() | 8); i > 0; i--) {
            mutated = kinds().get(random.nextInt(kinds().size())).apply(mutated);
        }
        return mutated;
    }

    private List<Function<String, String>> kinds() {
        return List.of(
                text -> tokens(text, (all, i) -> Collections.swap(all, i, random.nextInt(all.size()))),
                text -> tokens(text, List::remove),
                text -> tokens(text, (all, i) -> all.add(i, all.get(i))),
                text -> tokens(text, (all, i) -> all.set(i, misspelt(all.get(i)))),
                text -> tokens(text, (all, i) -> all.set(i, one(NAMES))),
                text -> tokens(text, (all, i) -> all.set(i, all.get(random.nextInt(all.size())))),
                text -> replaced(text, "\\d+(\\.\\d+)?([eE]-?\\d+)?", one(NUMBERS)),
                text -> replaced(text, "[({\\[\\])}\"]", ""),
                text -> inserted(text, one(BRACKETS)),
                text -> lines(text, (all, i) -> Collections.swap(all, i, random.nextInt(all.size()))),
                text -> lines(text, List::remove),
                text -> lines(text, (all, i) -> all.add(i, all.get(i))),
                text -> " " + one(OPTIONS) + text,
                text -> replaced(text, "--\\w+( [^-\\s]+)?", one(OPTIONS)),
                text -> inserted(text, one(STRANGE)),
                text -> inserted(text, String.valueOf((char) random.nextInt(0x20, 0x180))),
                this::withoutRange,
                text -> text.substring(0, random.nextInt(text.length() + 1)));
    }

    private interface Change {
        void at(List<String> all, int i);
    }

    private String tokens(String text, Change change) {
        List<String> all = new ArrayList<>();
        Matcher m = TOKEN.matcher(text);
        while (m.find()) {
            all.add(m.group());
        }
        return changed(all, change, "");
    }

    private String lines(String text, Change change) {
        return changed(new ArrayList<>(List.of(text.split("\n", -1))), change, "\n");
    }

    private String changed(List<String> all, Change change, String glue) {
        if (!all.isEmpty()) {
            change.at(all, random.nextInt(all.size()));
        }
        return String.join(glue, all);
    }

    private String misspelt(String word) {
        int at = random.nextInt(word.length());
        String rest = word.substring(at + 1);
        return switch (random.nextInt(3)) {
            case 0 -> word.substring(0, at) + rest;
            case 1 -> word.substring(0, at + 1) + word.charAt(at) + rest;
            default -> word.substring(0, at) + (char) ('a' + random.nextInt(26)) + rest;
        };
    }

    private String replaced(String text, String pattern, String by) {
        List<int[]> places = new ArrayList<>();
        Matcher m = Pattern.compile(pattern).matcher(text);
        while (m.find()) {
            places.add(new int[] {m.start(), m.end()});
        }
        if (places.isEmpty()) {
            return text;
        }
        int[] place = places.get(random.nextInt(places.size()));
        return text.substring(0, place[0]) + by + text.substring(place[1]);
    }

    private String inserted(String text, String piece) {
        int at = random.nextInt(text.length() + 1);
        return text.substring(0, at) + piece + text.substring(at);
    }

    private String withoutRange(String text) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(12));
        return text.substring(0, from) + text.substring(to);
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }
}
