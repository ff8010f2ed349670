package dev.fettle.sampler.hyperband;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class BracketTest {
    @Test
    void theBracketsOfHyperbandAreThoseOfThePaper() {
        List<Bracket> brackets = Bracket.hyperband(1, 81, 3);
        assertThat(brackets)
                .extracting(Bracket::sizes)
                .containsExactly(
                        List.of(81, 27, 9, 3, 1), List.of(34, 11, 3, 1), List.of(15, 5, 1), List.of(8, 2), List.of(5));
        assertThat(brackets)
                .extracting(Bracket::resources)
                .containsExactly(
                        List.of(1, 3, 9, 27, 81),
                        List.of(3, 9, 27, 81),
                        List.of(9, 27, 81),
                        List.of(27, 81),
                        List.of(81));
        assertThat(brackets.stream().mapToInt(Bracket::trials).sum()).isEqualTo(206);
    }

    @Test
    void halvingIsThatOfScikitLearn() {
        Bracket aggressive = Bracket.halving(60, 20, 180, 3, true);
        assertThat(aggressive.sizes()).containsExactly(60, 20, 7, 3);
        assertThat(aggressive.resources()).containsExactly(20, 20, 60, 180);
        Bracket plain = Bracket.halving(60, 20, 180, 3, false);
        assertThat(plain.sizes()).containsExactly(60, 20, 7);
        assertThat(plain.resources()).containsExactly(20, 60, 180);
    }

    /** The examples of scikit-learn's user guide, section 3.2.3: six candidates, factor 2. */
    @Test
    void theLeastResourceThatExhaustsIsThatOfScikitLearn() {
        assertThat(Bracket.exhausting(6, 20, 1000, 2)).isEqualTo(250);
        Bracket exhausted = Bracket.halving(6, 250, 1000, 2, false);
        assertThat(exhausted.sizes()).containsExactly(6, 3, 2);
        assertThat(exhausted.resources()).containsExactly(250, 500, 1000);
        assertThat(Bracket.exhausting(60, 20, 180, 3)).isEqualTo(20);
    }

    @Test
    void aRatioThatIsNoPowerOfEtaIsRoundedDownFromTheMost() {
        assertThat(Bracket.hyperband(1, 100, 3).get(0).resources()).containsExactly(1, 3, 11, 33, 100);
        assertThat(Bracket.hyperband(2, 5, 3)).containsExactly(new Bracket(List.of(1), List.of(5)));
        assertThat(Bracket.hyperband(7, 7, 2)).containsExactly(new Bracket(List.of(1), List.of(7)));
    }

    @Test
    void whateverIsAskedEachRungIsNarrowerAndLonger() {
        for (int eta = 2; eta < 6; eta++) {
            for (int most = 1; most < 300; most += 7) {
                for (int least = 1; least <= most; least += 11) {
                    List<Bracket> brackets = Bracket.hyperband(least, most, eta);
                    for (Bracket bracket : brackets) {
                        assertThat(bracket.resources().get(bracket.resources().size() - 1))
                                .isEqualTo(most);
                        assertThat(bracket.resources().get(0)).isGreaterThanOrEqualTo(least);
                    }
                }
            }
        }
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> Bracket.hyperband(1, 81, 1)).hasMessage("Eta (1) must be at least 2.");
        assertThatThrownBy(() -> Bracket.hyperband(9, 8, 3))
                .hasMessage("Least resource (9) must be at least 1 and at most the most, 8.");
        assertThatThrownBy(() -> Bracket.halving(9, 0, 8, 3, false))
                .hasMessage("Least resource (0) must be at least 1 and at most the most, 8.");
        assertThatThrownBy(() -> Bracket.halving(0, 1, 8, 3, false)).hasMessage("Candidates (0) must be at least 1.");
        assertThatThrownBy(() -> new Bracket(List.of(3, 4), List.of(1, 2)))
                .hasMessage("Sizes [3, 4] must fall and resources [1, 2] must rise, from 1 at least.");
        assertThatThrownBy(() -> new Bracket(List.of(3), List.of(1, 2)))
                .hasMessage("Sizes [3] must be as many as resources [1, 2], and some.");
    }
}
