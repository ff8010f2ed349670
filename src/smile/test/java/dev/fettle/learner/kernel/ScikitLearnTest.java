package dev.fettle.learner.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.learner.Learners;
import dev.fettle.learner.Peer;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of scikit_learn.py, which stands beside their values. */
class ScikitLearnTest {
    static Stream<Peer> peers() {
        return Peer.all(ScikitLearnTest.class);
    }

    /** libsvm keeps its kernels in 24 bits, and two ways up a hill end a little apart. */
    @ParameterizedTest
    @MethodSource("peers")
    void decisionsAndScoresAreThoseOfScikitLearn(Peer peer) {
        Peer ours = peer.ours(Learners.of(peer.model()));
        boolean values = peer.data().equals("diabetes");
        assertThat(ours.scores()).containsExactly(peer.scores(), within(values ? 1e-4 * peer.mean() : 1e-12));
        for (int i = 0; i < peer.said().length; i++) {
            double[] theirs = peer.said()[i];
            double[] said = values ? ours.said()[i] : decisions(ours.said()[i], theirs);
            assertThat(said).containsExactly(theirs, within(values ? 1e-4 * peer.mean() : 2e-4));
        }
    }

    static Stream<Peer> fixed() {
        return peers().filter(p -> p.values().containsKey("length_scale"));
    }

    @ParameterizedTest
    @MethodSource("fixed")
    void aGaussianProcessTakesWhatIsGivenAsItIs(Peer peer) {
        double[][] said = peer.ours(Learners.of(peer.model())).said();
        for (int i = 0; i < said.length; i++) {
            assertThat(said[i]).containsExactly(peer.said()[i], within(1e-9));
        }
    }

    /** The logarithms of shares, up to what all have in common: of two classes beside the first, else beside their mean. */
    private static double[] decisions(double[] shares, double[] theirs) {
        double[] logs = Arrays.stream(shares).map(Math::log).toArray();
        if (theirs.length == 1) {
            return new double[] {logs[1] - logs[0]};
        }
        double apart = IntStream.range(0, logs.length)
                .mapToDouble(k -> theirs[k] - logs[k])
                .average()
                .orElseThrow();
        return Arrays.stream(logs).map(v -> v + apart).toArray();
    }
}
