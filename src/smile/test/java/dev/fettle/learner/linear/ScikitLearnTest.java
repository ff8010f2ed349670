package dev.fettle.learner.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.learner.Learners;
import dev.fettle.learner.Peer;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of scikit_learn.py, which stands beside their values. */
class ScikitLearnTest {
    private static final Set<String> ITERATIVE = Set.of("logistic", "lasso", "elastic_net");

    static Stream<Peer> peers() {
        return Peer.all(ScikitLearnTest.class);
    }

    @ParameterizedTest
    @MethodSource("peers")
    void predictionsAndScoresAreThoseOfScikitLearn(Peer peer) {
        Peer ours = peer.ours(Learners.of(peer.model()));
        assertThat(ours.scores()).containsExactly(peer.scores(), within(1e-3 * peer.mean() * (exact(peer) ? 1e-5 : 1)));
        for (int i = 0; i < peer.said().length; i++) {
            double size = Math.max(1, Math.abs(peer.said()[i][0]));
            assertThat(ours.said()[i]).containsExactly(peer.said()[i], within(size * (exact(peer) ? 1e-6 : 1e-3)));
        }
    }

    /** Whether there is one answer: where an iteration is stopped early, two ways to it are apart. */
    private static boolean exact(Peer peer) {
        return !ITERATIVE.contains(peer.model()) || peer.values().containsKey("tol");
    }
}
