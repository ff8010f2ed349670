package dev.fettle.report.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.random.Seed;
import dev.fettle.report.summary.Histories;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Score;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OptimismTest {
    /** Of each trial which rows it has got right, as a text of 0 and 1. */
    private record Right(int units) implements Rescorer {
        @Override
        public Optional<ToDoubleFunction<double[]>> of(Score score) {
            String right = score.predictions();
            return right == null ? Optional.empty() : Optional.of(counts -> share(right, counts));
        }

        private static double share(String right, double[] counts) {
            double hits = IntStream.range(0, counts.length)
                    .filter(row -> right.charAt(row) == '1')
                    .mapToDouble(row -> counts[row])
                    .sum();
            return hits / Arrays.stream(counts).sum();
        }
    }

    private static History history(String... right) {
        return Histories.grid(SearchSpace.of(Whole.between("i", 1, right.length)), Goal.maximize("accuracy"), p -> {
            String own = right[p.whole("i") - 1];
            double share = (double) own.chars().filter(c -> c == '1').count() / own.length();
            return Score.of(share).withPredictions(own);
        });
    }

    private static Optional<Optimism> optimism(History history, int rows) {
        return Optimism.of(history, new Right(rows), new Seed(3));
    }

    /**
     * Against the same in NumPy with 400,000 draws: mean 0.58728, deviation 0.1732, so that the mean of 1000 draws lies
     * within 0.025 but once in 200,000 times.
     */
    @Test
    void agreesWithNumpy() {
        Optimism optimism = optimism(history("11101011101101", "10111010111011", "01110110101110"), 14)
                .orElseThrow();
        assertThat(optimism.expected()).isCloseTo(0.58728, within(0.025));
        assertThat(optimism.low()).isCloseTo(0.25, within(0.06));
        assertThat(optimism.high()).isEqualTo(1);
        assertThat(optimism.trials()).isEqualTo(3);
    }

    /**
     * Classifiers that guess, so that the truth is 0.5. Of 200 studies the interval must cover it in 90 of 100; fewer than 163 would
     * be so by chance, if the probability were 0.9, once in 10,000 times (binomial). The best score, with the interval of its
     * rows, covers it in hardly any.
     */
    @Test
    void theIntervalCoversChanceWhereNothingIsLearnt() {
        SplittableRandom random = new SplittableRandom(11);
        int rows = 100;
        int covered = 0;
        int naive = 0;
        double sum = 0;
        for (int study = 0; study < 200; study++) {
            History history = history(
                    IntStream.range(0, 50).mapToObj(i -> guesses(random, rows)).toArray(String[]::new));
            Optimism optimism =
                    Optimism.of(history, new Right(rows), new Seed(study)).orElseThrow();
            covered += optimism.low() <= 0.5 && 0.5 <= optimism.high() ? 1 : 0;
            sum += optimism.expected();
            double best = history.best().orElseThrow().score().value();
            naive += best - 1.96 * Math.sqrt(best * (1 - best) / rows) <= 0.5 ? 1 : 0;
        }
        assertThat(covered).isGreaterThanOrEqualTo(163);
        assertThat(naive).isLessThan(100);
        assertThat(sum / 200).isCloseTo(0.5, within(0.01));
    }

    /**
     * One is better than the other where its own row is drawn more often, and they share
     * the draws in which they are level; of 1000 draws a share lies within 0.07 but once in 10,000 times.
     */
    @Test
    void howOftenTheWinnerIsTheBest() {
        Optimism even = optimism(history("1011100000", "0111100000"), 10).orElseThrow();
        assertThat(even.best()).isCloseTo(0.5, within(0.07));
        String same = "1010101010";
        assertThat(optimism(history(same, same, same), 10).orElseThrow().best()).isCloseTo(1 / 3.0, within(1e-9));
        Optimism ahead = optimism(history("1111100000", "0111100000"), 10).orElseThrow();
        // They are level where the one row is not drawn, in 0.9¹⁰ of the draws.
        assertThat(ahead.best()).isCloseTo(1 - Math.pow(0.9, 10) / 2, within(0.07));
    }

    private static String guesses(SplittableRandom random, int rows) {
        return IntStream.range(0, rows)
                .mapToObj(row -> random.nextBoolean() ? "1" : "0")
                .collect(Collectors.joining());
    }

    @Test
    void aWinnerWithoutRivalsWorthTheNameIsHardlyFlattered() {
        String good = "1".repeat(90) + "0".repeat(10);
        String bad = "0".repeat(90) + "1".repeat(10);
        Optimism optimism = optimism(history(bad, good, bad), 100).orElseThrow();
        assertThat(optimism.expected()).isCloseTo(0.9, within(0.01));
    }

    @Test
    void theSameSeedGivesTheSame() {
        History history = history("11101010101101", "10110110101011", "00111101010101");
        assertThat(optimism(history, 14)).isEqualTo(optimism(history, 14));
    }

    @Test
    void withoutPredictionsRowsOrRivalsNothingIsSaid() {
        assertThat(optimism(history("1".repeat(20)), 20)).as("one trial").isEmpty();
        assertThat(optimism(history("1".repeat(9), "0".repeat(9)), 9))
                .as("few rows")
                .isEmpty();
        History bare = Histories.grid(
                SearchSpace.of(Whole.between("i", 1, 3)), Goal.maximize("accuracy"), p -> Score.of(p.whole("i")));
        assertThat(optimism(bare, 20)).isEmpty();
    }
}
