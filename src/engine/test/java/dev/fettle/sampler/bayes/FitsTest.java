package dev.fettle.sampler.bayes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.random.Seed;
import dev.fettle.sampler.evidence.Observation;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FitsTest {
    private static final SearchSpace SPACE = SpaceText.parse("x ~ uniform(0, 1)\ny ~ uniform(0, 1)");
    private static final Embedding EMBEDDING = new Embedding(SPACE);

    private static List<Observation> heard(int n, DoubleUnaryOperator loss) {
        RandomGenerator random = new Seed(7).random();
        return IntStream.range(0, n)
                .mapToObj(i -> {
                    double[] u = {random.nextDouble(), random.nextDouble()};
                    double bowl = Math.pow(u[0] - 0.3, 2) + Math.pow(u[1] - 0.6, 2);
                    return new Observation(SPACE.decode(u), u, loss.applyAsDouble(bowl), Double.NaN, true);
                })
                .toList();
    }

    private static Fits fits(int most) {
        return new Fits(EMBEDDING, false, most);
    }

    @Test
    void aSmoothFunctionIsSeenStraightAndOneThatSpansDecadesBent() {
        assertThat(fits(250).fresh(heard(40, b -> b)).view()).isEqualTo(View.STRAIGHT);
        assertThat(fits(250).fresh(heard(40, b -> Math.exp(40 * b))).view()).isEqualTo(View.BENT);
    }

    /** Deep equality, as records of arrays compare by reference. */
    private static void same(Fit a, Fit b) {
        assertThat(a).usingRecursiveComparison().isEqualTo(b);
    }

    @Test
    void whatIsRememberedIsWhatWouldBeFitted() {
        List<Observation> heard = heard(40, b -> b);
        Fits grown = fits(250);
        for (int n = 1; n <= 40; n++) {
            same(
                    grown.scheduled(heard.subList(0, n), () -> true),
                    fits(250).scheduled(heard.subList(0, n), () -> true));
        }
    }

    /** On both sides of the hand-over, and of the place where the schedule begins anew. */
    @Test
    void whatIsRememberedIsWhatWouldBeFittedBeyondTheMost() {
        List<Observation> heard = heard(200, b -> b);
        Fits grown = fits(50);
        for (int n = 1; n <= 200; n++) {
            Fit fit = grown.scheduled(heard.subList(0, n), () -> true);
            if ((n > 45 && n < 60) || n > 170) {
                same(fit, fits(50).scheduled(heard.subList(0, n), () -> true));
            }
        }
    }

    @Test
    void anotherPastIsFittedAnew() {
        Fits fits = fits(250);
        fits.scheduled(heard(20, b -> b), () -> true);
        List<Observation> other = heard(20, b -> -b);
        same(fits.scheduled(other, () -> true), fits(250).scheduled(other, () -> true));
    }

    @Test
    void beyondTheMostTheScheduleForgetsTheFirst() {
        List<Observation> heard = heard(300, b -> b);
        Fits fits = fits(50);
        fits.scheduled(heard, () -> true);
        assertThat(fits.memory()).containsOnlyKeys(179, 195, 211, 227, 243, 259, 275, 291);
    }
}
