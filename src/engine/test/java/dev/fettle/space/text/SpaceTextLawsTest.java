package dev.fettle.space.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.random.Seed;
import dev.fettle.space.Grid;
import dev.fettle.space.Point;
import dev.fettle.space.Real;
import dev.fettle.space.Scalar;
import dev.fettle.space.SearchSpace;
import java.util.LinkedHashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws over random spaces, written as text and so through the whole grammar. */
class SpaceTextLawsTest {
    private static final String[] DOMAINS = {
        "in {a, b, c}",
        "in {true, false}",
        "in {1, 2.5, 3}",
        "in {(50), (100, 50)}",
        "in {x < y}",
        "in 1..4",
        "in -3..9 step 4",
        "in log(1e-3, 10, 3)",
        "in {auto, 7, \"a b\"}",
        "~ int(2, 5)"
    };
    private static final String[] CONTINUOUS = {
        "~ uniform(-1, 2)", "~ uniform(0, 1, step 0.1)", "~ logUniform(1e-5, 0.1)", "~ logInt(1, 1000)"
    };
    private static final String[] CONDITIONS = {
        "p0 == a",
        "p0 != b && k > 1",
        "!(p0 in {a, b}) || k * 2 <= 5 - 1",
        "k % 2 == 0",
        "-k < -1 && (p0 == a || p0 == c)"
    };

    /** A parameter p0 of words, k of numbers, and some others. */
    static String text(RandomGenerator random, boolean finite) {
        StringBuilder text = new StringBuilder("p0 in {a, b, c}\nk in 1..3\n");
        int more = random.nextInt(4);
        for (int i = 1; i <= more; i++) {
            String[] domains = finite || random.nextInt(2) == 0 ? DOMAINS : CONTINUOUS;
            text.append('p').append(i).append(' ').append(domains[random.nextInt(domains.length)]);
            if (random.nextInt(2) == 0) {
                text.append(" if ").append(CONDITIONS[random.nextInt(CONDITIONS.length)]);
            }
            text.append('\n');
        }
        if (random.nextInt(3) == 0) {
            text.append("require ")
                    .append(CONDITIONS[random.nextInt(CONDITIONS.length)])
                    .append('\n');
        }
        return text.toString();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void thePrintedSpaceParsesToAnEqualOne(long seed) {
        RandomGenerator random = new Seed(seed).random();
        for (int i = 0; i < 3000; i++) {
            SearchSpace space = SpaceText.parse(text(random, false));
            assertThat(SpaceText.parse(space.text())).isEqualTo(space);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void encodingLeadsBackToThePoint(long seed) {
        RandomGenerator random = new Seed(seed).random();
        for (int i = 0; i < 3000; i++) {
            SearchSpace space = SpaceText.parse(text(random, false));
            double[] u = random.doubles(space.dimensions()).toArray();
            Point point = space.decode(u);
            assertThat(space.canonical(point.entries())).isEqualTo(point);
            for (Scalar p : space.scalars()) {
                Object value = point.find(p.name());
                if (value == null) {
                    continue;
                }
                assertThat(p.contains(value)).isTrue();
                Object back = p.decode(p.encode(value));
                if (p instanceof Real r && r.step() == 0) {
                    double v = (Double) value;
                    assertThat(Math.abs((Double) back - v))
                            .isLessThanOrEqualTo(4 * Math.ulp(Math.max(Math.abs(v), 1e-300))
                                    + 4 * Math.ulp(Math.abs(r.low()) * (r.low() < 0 ? 1 : 0)));
                } else {
                    assertThat(back).isEqualTo(value);
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aGridHoldsEachLegalConfigurationOnce(long seed) {
        RandomGenerator random = new Seed(seed).random();
        for (int i = 0; i < 300; i++) {
            SearchSpace space = SpaceText.parse(text(random, true));
            Grid grid = new Grid(space);
            Set<Point> expected = new LinkedHashSet<>();
            for (long index = 0; index < grid.size(); index++) {
                Point point = grid.point(index);
                if (space.allows(point)) {
                    expected.add(point);
                }
            }
            Set<Point> actual = new LinkedHashSet<>();
            for (OptionalLong at = grid.next(0); at.isPresent(); at = grid.next(at.getAsLong() + 1)) {
                assertThat(actual.add(grid.point(at.getAsLong()))).isTrue();
            }
            assertThat(actual).isEqualTo(expected);
            assertThat(grid.count()).isEqualTo(expected.size());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void mutatedTextGivesASpaceOrMistakesAndNeverAnException(long seed) {
        RandomGenerator random = new Seed(seed).random();
        String spare =
                " \t\r\n{}()[],<>=!&|+-*/%~:;.'\"$\\#0123456789eE_abzß☃\u0000\ud800in default if require try step";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(text(random, false));
            for (int m = 1 + random.nextInt(6); m > 0 && text.length() > 2; m--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(4)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, spare.charAt(random.nextInt(spare.length())));
                    case 2 -> text.setCharAt(at, spare.charAt(random.nextInt(spare.length())));
                    default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(12))));
                }
            }
            String mutated = text.toString();
            SpaceText read = SpaceText.read(mutated, 1, JavaValues.NONE);
            for (Diagnostic mistake : read.mistakes()) {
                assertThat(mistake.message()).isNotBlank().doesNotContain("Exception");
                assertThat(mistake.render(mutated)).contains("^");
            }
            if (read.mistakes().isEmpty()) {
                assertThat(SpaceText.parse(read.space().text())).isEqualTo(read.space());
            }
        }
    }
}
