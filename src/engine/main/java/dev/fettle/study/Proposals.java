package dev.fettle.study;

import dev.fettle.sampler.Pace;
import dev.fettle.sampler.Search;
import dev.fettle.sampler.Told;
import dev.fettle.space.Point;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Trial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which proposal gets the next number: those of the user first, then the search's. What a proposal knows depends on its
 * number alone, as {@link Pace} says, so that the jobs cannot change it. A search that does not listen need not hear of a
 * repeat: its proposals that have a number are skipped. Confined to its study, but for {@link Thought#think}.
 */
final class Proposals {
    /** After so many skipped proposals in a row a search that does not listen counts as exhausted. */
    static final int SKIPS = 10_000;
    /** After so many repeats in a row, and two generations, a search that listens has nothing new to propose. */
    static final int REPEATS = 100;

    private final StudyConfig config;
    private final Map<Proposal.Key, Integer> firstWith = Collections.synchronizedMap(new HashMap<>());
    /** Those that have a number, if the search does not listen and asks for more than is essential. */
    private final Set<Proposal.Key> seen = ConcurrentHashMap.newKeySet();

    private Search search;
    private Pace pace;
    /** The first number of the generation that is being asked for. */
    private int generation;

    private int heard;
    private int numbered;
    private int repeats;
    private @Nullable Proposal ready;
    private boolean exhausted;
    /** How many proposals were made in a replay since the last one that was thought, and the last of them. */
    private int replayed;

    private Proposal.@Nullable Key last;
    /** Another one whenever a proposal was made: what was thought before is then out of date. */
    private Object moment = new Object();

    /** @param planned how many trials the sampler plans with; null if nobody knows */
    Proposals(StudyConfig config, @Nullable Integer planned) {
        this.config = config;
        OptionalInt trials = planned == null ? OptionalInt.empty() : OptionalInt.of(planned);
        this.search = config.search(trials);
        this.pace = search.pace();
        this.generation = config.tries().size() + 1;
    }

    /** How many proposals have a number. */
    int numbered() {
        return numbered;
    }

    /** How many trials must have been told before the next number is given, and are known to it. */
    int known() {
        int next = numbered + 1;
        if (next <= config.tries().size()) {
            return config.prunes() ? Math.max(0, next - config.batch()) : 0;
        }
        if (pace instanceof Pace.Generation g) {
            return next < generation + g.size() ? generation - 1 : next - 1;
        }
        if (pace instanceof Pace.Window w) {
            return Math.max(0, next - Math.max(w.lag(), config.batch()));
        }
        return config.prunes() ? Math.max(0, next - config.batch()) : 0;
    }

    /** The proposal that the next number will have, if it is there already. */
    Optional<Proposal> peek() {
        int tried = config.tries().size();
        return numbered < tried ? Optional.of(config.tries().get(numbered)) : Optional.ofNullable(ready);
    }

    /**
     * What must be thought to have the next proposal; null if the search is exhausted.
     *
     * @param told all trials so far, by number; at least {@link #known}
     */
    @Nullable
    Thought thought(List<Trial.Finished> told) {
        return exhausted ? null : about(news(told));
    }

    private Thought about(List<Told> news) {
        return new Thought(
                moment, search, news, isFree(), isWhole() ? firstWith::containsKey : seen::contains, replayed, last);
    }

    /** Whether all of a point is essential. */
    private boolean isWhole() {
        return config.essence() == StudyConfig.WHOLE;
    }

    private boolean isFree() {
        return pace instanceof Pace.Free;
    }

    private List<Told> news(List<Trial.Finished> told) {
        List<Told> news = new ArrayList<>();
        int known = isFree() ? 0 : known();
        for (int i = heard; i < known; i++) {
            news.add(Told.of(told.get(i), config.goals()));
        }
        return news;
    }

    /**
     * Work on a state that nobody changes, done outside every lock.
     *
     * @param moment when it was begun
     * @param replayed the state may lag by what was skipped before each of so many proposals
     * @param last of those
     */
    record Thought(
            Object moment,
            Search search,
            List<Told> news,
            boolean free,
            Predicate<Proposal.Key> numbered,
            int replayed,
            Proposal.@Nullable Key last) {
        Thinking think(BooleanSupplier goOn) {
            Search told = told();
            Search now = told;
            for (long left = SKIPS * (1L + replayed); left > 0 && goOn.getAsBoolean(); left--) {
                Search.Step step = now.propose(1, goOn);
                boolean fresh = !free
                        || step.proposals().isEmpty()
                        || !numbered.test(step.proposals().get(0).key());
                if (fresh) {
                    return new Thinking(moment, told, step);
                }
                if (step.proposals().get(0).key().equals(last)) {
                    // From here on as it was when that one had just been thought.
                    left = SKIPS + 1;
                }
                now = step.next();
            }
            return new Thinking(moment, told, new Search.Step(List.of(), now));
        }

        private Search told() {
            Search now = search;
            for (Told one : news) {
                now = now.tell(one);
            }
            return now;
        }
    }

    /**
     * What came of it.
     *
     * @param moment when it was begun
     * @param told the state that had heard the news, before it proposed
     * @param step with one proposal, or with none if there is nothing left
     */
    record Thinking(Object moment, Search told, Search.Step step) {}

    /** Takes what was thought, unless another has proposed in the meantime. */
    void accept(Thinking thinking) {
        if (thinking.moment() != moment) {
            return;
        }
        moment = new Object();
        hear(thinking.told());
        search = thinking.step().next();
        replayed = 0;
        last = null;
        List<Proposal> proposals = thinking.step().proposals();
        exhausted = proposals.isEmpty();
        ready = exhausted ? null : proposals.get(0);
    }

    /** Numbers a proposal that was made before, by this study in another life, or by another that writes the same journal. */
    void assume(Proposal proposal, List<Trial.Finished> told) {
        boolean known = peek().filter(p -> p.key().equals(proposal.key())).isPresent();
        if (numbered >= config.tries().size() && !known) {
            Search informed = about(news(told)).told();
            moment = new Object();
            hear(informed);
            search = informed.made(List.of(proposal));
            ready = proposal;
            replayed++;
            last = proposal.key();
        }
    }

    private void hear(Search told) {
        heard = Math.max(heard, known());
        if (pace instanceof Pace.Generation g && numbered + 1 >= generation + g.size()) {
            generation = numbered + 1;
            pace = told.pace();
        }
    }

    /** Numbers what {@link #peek} shows; the number under which it was proposed before, or null. */
    @Nullable
    Integer take() {
        Proposal taken = peek().orElseThrow();
        boolean own = numbered >= config.tries().size();
        numbered++;
        Proposal.Key key = taken.key();
        if (isFree() && !isWhole()) {
            seen.add(key);
        }
        Integer first = firstWith.putIfAbsent(isWhole() ? key : essence(key), numbered);
        if (own) {
            ready = null;
            repeats = first == null || isFree() ? 0 : repeats + 1;
            exhausted |= repeats >= mostRepeats();
        }
        return first;
    }

    /** The number of the first proposal that asks for the same; null if there is none. */
    @Nullable
    Integer first(Proposal proposal) {
        return firstWith.get(essence(proposal.key()));
    }

    /** The same key where nothing is left away: there is one for each trial. */
    private Proposal.Key essence(Proposal.Key key) {
        Point essence = config.essence().apply(key.point());
        return essence.equals(key.point()) ? key : new Proposal.Key(essence, key.resource());
    }

    private int mostRepeats() {
        return pace instanceof Pace.Generation g ? Math.max(REPEATS, 2 * g.size()) : REPEATS;
    }
}
