package dev.fettle.kernel.magic;

import dev.fettle.kernel.option.Method;
import dev.fettle.random.Seed;
import dev.fettle.sampler.Pace;
import dev.fettle.sampler.Question;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.Search;
import dev.fettle.sampler.Told;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.Proposal;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** A method that stands for those that come: it walks along the diagonal of the unit cube. */
record ToySearch(int steps) implements Sampler {
    static final Method METHOD = new Method(
            "toysearch",
            "Toy search",
            "walks along the diagonal",
            "%%toysearch walk --steps-of-toys 4\nx ~ uniform(0, 1)\nmaximize a\nx\n",
            List.of(),
            3,
            false,
            true,
            options -> new ToySearch(options.get(ToyOption.STEPS)));

    @Override
    public Search start(Question question, Seed seed) {
        return new Walk(question.space(), steps, 0);
    }

    private record Walk(SearchSpace space, int steps, int at) implements Search {
        @Override
        public Pace pace() {
            return new Pace.Free();
        }

        @Override
        public Step propose(int count, BooleanSupplier goOn) {
            List<Proposal> proposals =
                    IntStream.range(at, at + count).mapToObj(this::proposal).toList();
            return new Step(proposals, new Walk(space, steps, at + count));
        }

        private Proposal proposal(int number) {
            double[] cube = new double[space.dimensions()];
            Arrays.fill(cube, (number % steps) / (double) steps);
            return Proposal.of(space.decode(cube), "walk");
        }

        @Override
        public Search tell(Told told) {
            return this;
        }
    }
}
