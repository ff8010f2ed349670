package dev.fettle.space.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.random.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is typed gives a space or mistakes, soon, and never an exception. */
@Tag("slow")
class MutatedTextTest {
    /** Of each kind and seed; the long form is {@code -Dfettle.texts=25000}. */
    private static final int TEXTS = Integer.getInteger("fettle.texts", 8000);

    private static final String SPARE =
            " \t\r\n{}()[],<>=!&|+-*/%~:;.'\"$\\#0123456789eE_abzß☃\u0000\ud800in default if require try step";
    private static final Pattern PIECE = Pattern.compile("[A-Za-z_0-9.]+|\\s+|.", Pattern.DOTALL);
    private static final List<String> WORDS = List.of(
            "p0",
            "k",
            "w",
            "w[0]",
            "w[9]",
            "if",
            "in",
            "default",
            "require",
            "try",
            "step",
            "uniform",
            "logNormal",
            "normal",
            "int",
            "true",
            "None",
            "maximize",
            "probe",
            "np.linspace",
            "-1",
            "1e400",
            "0",
            "99999999999",
            "2147483647",
            "1e-320",
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            "[2]",
            "..",
            "~",
            "=",
            "==",
            "&&",
            "${x}",
            "\"",
            "\n");

    private static final List<String> PASTED = List.of(
            "param_grid = [{'a': ['x'], 'b': [1, 2.5]}, {'a': ['y'], 'c': np.logspace(-3, 0, num=4)}]",
            "grid = dict(\n    a=[10**-i for i in range(1, 5)],\n    b=(True, None),\n)\nk in 1..9",
            "'mlp__a': 10.0 ** -np.arange(1, 5) / 3,\n'b': [(x,) for x in range(50, 200, 50)] + [(5, 5)],",
            "a = trial.suggest_int(\n    \"a\",\n    low=1,\n    high=9,\n)\nb ~ stats.uniform(0.5, 0.4)",
            "space = {'a': hp.loguniform('a', -7, np.log(1)), 'b': hp.choice('b', [1, 2]), 'n': scope.int(hp.quniform('n', 1, 9, 2))}",
            "{\n'a': uniform(loc=0, scale=2),\n'b': randint(1, 9),\n'c': Real(1e-6, 1, prior='log-uniform')\n} if a > 1");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void byteByByte(long seed) {
        RandomGenerator random = new Seed(seed).random();
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder(RandomSpaces.text(random, false));
            for (int m = 1 + random.nextInt(6); m > 0 && text.length() > 2; m--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(4)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, SPARE.charAt(random.nextInt(SPARE.length())));
                    case 2 -> text.setCharAt(at, SPARE.charAt(random.nextInt(SPARE.length())));
                    default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(12))));
                }
            }
            survives(text.toString());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void pieceByPiece(long seed) {
        RandomGenerator random = new Seed(seed).child("pieces").random();
        for (int i = 0; i < TEXTS; i++) {
            List<String> lines = new ArrayList<>(
                    Arrays.asList(RandomSpaces.text(random, false).split("(?<=\n)")));
            if (random.nextInt(4) == 0) {
                lines.add(random.nextInt(lines.size()), lines.get(random.nextInt(lines.size())));
            }
            if (random.nextInt(4) == 0) {
                Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
            }
            List<String> pieces = new ArrayList<>(PIECE.matcher(String.join("", lines))
                    .results()
                    .map(java.util.regex.MatchResult::group)
                    .toList());
            for (int m = random.nextInt(4); m > 0; m--) {
                int at = random.nextInt(pieces.size());
                switch (random.nextInt(4)) {
                    case 0 -> pieces.set(at, "");
                    case 1 -> pieces.set(at, RandomSpaces.any(WORDS, random));
                    case 2 -> pieces.add(at, " " + RandomSpaces.any(WORDS, random) + " ");
                    default -> Collections.swap(pieces, at, random.nextInt(pieces.size()));
                }
            }
            survives(String.join("", pieces));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void pastedPython(long seed) {
        RandomGenerator random = new Seed(seed).child("python").random();
        for (int i = 0; i < TEXTS / 5; i++) {
            List<String> pieces = new ArrayList<>(PIECE.matcher(RandomSpaces.any(PASTED, random))
                    .results()
                    .map(java.util.regex.MatchResult::group)
                    .toList());
            for (int m = 1 + random.nextInt(4); m > 0; m--) {
                int at = random.nextInt(pieces.size());
                switch (random.nextInt(4)) {
                    case 0 -> pieces.set(at, "");
                    case 1 -> pieces.set(at, RandomSpaces.any(WORDS, random));
                    case 2 -> pieces.set(at, pieces.get(random.nextInt(pieces.size())));
                    default -> Collections.swap(pieces, at, random.nextInt(pieces.size()));
                }
            }
            survives(String.join("", pieces));
        }
    }

    private static void survives(String text) {
        long start = System.nanoTime();
        SpaceText read = SpaceText.read(text, 1, JavaValues.NONE);
        long took = System.nanoTime() - start;
        // The promise is a second; a pause of the machine is no fault of the parser.
        assertThat(took).as(text).isLessThan(3_000_000_000L);
        for (Mistake mistake : read.mistakes()) {
            assertThat(mistake.message())
                    .isNotBlank()
                    .doesNotContain("Exception")
                    .doesNotContain("null");
            assertThat(mistake.render(text)).contains("^");
        }
        if (read.mistakes().isEmpty()) {
            assertThat(SpaceText.parse(read.space().text())).as(text).isEqualTo(read.space());
        }
    }
}
