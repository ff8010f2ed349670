package dev.fettle.mlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.random.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The only feature of a sample is its number, so that one sees where it went. */
class ValidationTest {
    private static final Seed SEED = new Seed(8);

    private static double[][] numbers(int n) {
        return IntStream.range(0, n).mapToObj(i -> new double[] {i}).toArray(double[][]::new);
    }

    /** Classes by name of a letter, a for 0; one row of targets for each, or for the second of two. */
    private static Samples classes(String letters) {
        int classes = letters.chars().max().orElseThrow() - 'a' + 1;
        double[][] y = new double[classes == 2 ? 1 : classes][letters.length()];
        for (int i = 0; i < letters.length(); i++) {
            int c = letters.charAt(i) - 'a';
            if (classes > 2 || c == 1) {
                y[classes == 2 ? 0 : c][i] = 1;
            }
        }
        return Samples.of(numbers(letters.length()), y);
    }

    private static Samples values(double... y) {
        return Samples.of(numbers(y.length), new double[][] {y});
    }

    private static Validation hold(Samples samples, Output output, double fraction, Seed seed) {
        Network network = Network.of(List.of(1, samples.y().length), Activation.IDENTITY, output);
        return Validation.hold(network, samples, fraction, seed);
    }

    private static int[] numbersOf(Samples samples) {
        return Arrays.stream(samples.x(), 0, samples.size())
                .mapToInt(row -> (int) row[0])
                .toArray();
    }

    private static String lettersOf(Samples samples, String all) {
        StringBuilder letters = new StringBuilder();
        Arrays.stream(numbersOf(samples)).sorted().forEach(i -> letters.append(all.charAt(i)));
        return letters.toString();
    }

    @ParameterizedTest
    @CsvSource({
        // A quarter of 4, 8 and 12 is 1, 2 and 3.
        "aaaabbbbbbbbcccccccccccc, 0.25, abbccc",
        // A fifth of 6, 6 and 3, rounded up: 1.2, 1.2 and 0.6 of three.
        "aaaaaabbbbbbccc, 0.2, abc",
        // The larger remainder: 0.9 of one and 1.1 of two.
        "aaaaaaaaabbbbbbbbbbb, 0.1, ab",
        "aaabbbbbbb, 0.2, ab",
    })
    void eachClassIsHeldInProportion(String letters, double fraction, String held) {
        Output output = letters.contains("c") ? Output.SOFTMAX : Output.LOGISTIC;
        Validation validation = hold(classes(letters), output, fraction, SEED);
        assertThat(lettersOf(validation.held(), letters)).isEqualTo(held);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsHeldIsNotTrainedOn(boolean ofClasses) {
        Samples samples = ofClasses ? classes("abcabcabcabc") : values(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        Validation validation = hold(samples, ofClasses ? Output.SOFTMAX : Output.IDENTITY, 0.25, SEED);
        assertThat(validation.held().size()).isEqualTo(3);
        assertThat(validation.rest().size()).isEqualTo(9);
        int[] both = IntStream.concat(
                        Arrays.stream(numbersOf(validation.held())), Arrays.stream(numbersOf(validation.rest())))
                .sorted()
                .toArray();
        assertThat(both).isEqualTo(IntStream.range(0, 12).toArray());
    }

    /** Forty seeds that hold two of twelve leave one sample out with a chance of 12·(10/12)⁴⁰ = 0.8 %; the seeds are fixed. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anySampleMayBeHeld(boolean ofClasses) {
        Samples samples = ofClasses ? classes("aaaaaabbbbbb") : values(new double[12]);
        Output output = ofClasses ? Output.LOGISTIC : Output.IDENTITY;
        assertThat(IntStream.range(0, 40)
                        .flatMap(s -> Arrays.stream(numbersOf(
                                hold(samples, output, 0.15, new Seed(s)).held())))
                        .distinct()
                        .count())
                .isEqualTo(12);
    }

    @Test
    void twoMustBeHeldAndOneLeft() {
        Samples four = values(1, 2, 3, 4);
        assertThat(hold(four, Output.IDENTITY, 0.5, SEED).held().size()).isEqualTo(2);
        assertThat(hold(four, Output.IDENTITY, 0.75, SEED).rest().size()).isEqualTo(1);
        assertThatThrownBy(() -> hold(four, Output.IDENTITY, 0.25, SEED))
                .hasMessageStartingWith("Validation rows (1 of 4) must be at least 2 and leave some.");
        assertThatThrownBy(() -> hold(four, Output.IDENTITY, 0.8, SEED))
                .hasMessageStartingWith("Validation rows (4 of 4)");
    }

    /** The net is y = weight·x + bias. */
    private static double score(Output output, double[][] y, double weight, double bias) {
        Samples held = Samples.of(numbers(y[0].length), y);
        Network network = Network.of(List.of(1, 1), Activation.IDENTITY, output);
        return new Validation(held, held, network, network.new Pass(held.size())).score(new double[] {weight, bias});
    }

    @Test
    void valuesAreScoredByTheCoefficientOfDetermination() {
        double[][] y = {{1, 3, 2, 6, 8}};
        // Mean 4, so the total is 9 + 1 + 4 + 4 + 16 = 34; residuals of 2x − 1: 2, 2, −1, 1, 1.
        assertThat(score(Output.IDENTITY, y, 2, -1)).isCloseTo(1 - 11 / 34.0, within(1e-15));
        assertThat(score(Output.IDENTITY, y, 0, 4)).isZero();
        assertThat(score(Output.IDENTITY, new double[][] {{5, 5, 5}}, 0, 5)).isZero();
    }

    @Test
    void classesAreScoredByTheShareThatIsRight() {
        // The second class from x = 1.5 on.
        assertThat(score(Output.LOGISTIC, new double[][] {{0, 1, 1, 1}}, 2, -3)).isEqualTo(0.75);
    }

    @Test
    void theClassIsTheFirstOfTheLargest() {
        assertThat(Validation.best(new double[][] {{0.2}, {0.4}, {0.4}}, 0)).isEqualTo(1);
        assertThat(Validation.best(new double[][] {{0.5}}, 0)).isZero();
        assertThat(Validation.best(new double[][] {{0.6}}, 0)).isEqualTo(1);
        assertThat(Validation.best(new double[][] {{0.2}, {Double.NaN}}, 0)).isEqualTo(-1);
    }
}
