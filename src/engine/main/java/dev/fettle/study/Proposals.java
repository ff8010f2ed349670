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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which proposals get the next numbers: those of the user first, then the search's. A search that does not listen need not hear
 * of a repeat: its proposals that have a number are skipped. Confined to its study, but for {@link Thought#think}.
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

    /** As of the last proposal that has a number. */
    private Progress progress;
    /** What is thought and has no number yet, in order. */
    private final List<Ready> ahead = new ArrayList<>();

    private int numbered;
    private int repeats;
    private boolean exhausted;
    /** How many proposals were made in a replay since the last one that was thought, and the last of them. */
    private int replayed;

    private Proposal.@Nullable Key last;
    /** Another one whenever the last proposal is another: what was thought before is then out of date. */
    private Object moment = new Object();

    /** @param after the progress when it has its number */
    private record Ready(Proposal proposal, Progress after) {}

    /** @param planned how many trials the sampler plans with; null if nobody knows */
    Proposals(StudyConfig config, @Nullable Integer planned) {
        this.config = config;
        OptionalInt trials = planned == null ? OptionalInt.empty() : OptionalInt.of(planned);
        this.progress = Progress.begin(config, config.search(trials));
    }

    /** How many proposals have a number. */
    int numbered() {
        return numbered;
    }

    /** How many have one that the search has made, or the user's tries if there are more. */
    private int before() {
        return Math.max(numbered, config.tries().size());
    }

    /** The progress as of the last proposal that was thought. */
    private Progress end() {
        return ahead.isEmpty() ? progress : ahead.get(ahead.size() - 1).after();
    }

    /** How many trials must have been told before a number is given, and are known to it; of one that is next, or behind what is ready. */
    int known(int number) {
        int place = number - before() - 1;
        return (place < 1 ? progress : ahead.get(place - 1).after()).known(number);
    }

    /** The proposal that a number behind {@link #numbered} will have, if it is there already. */
    Optional<Proposal> ready(int number) {
        if (number <= config.tries().size()) {
            return Optional.of(config.tries().get(number - 1));
        }
        int place = number - before() - 1;
        return place < ahead.size() ? Optional.of(ahead.get(place).proposal()) : Optional.empty();
    }

    /**
     * What must be thought to have the first proposal that is not ready; null if the search is exhausted.
     *
     * @param told all trials so far, by number; at least as many as are {@link #known} to it
     */
    @Nullable
    Thought thought(List<Trial.Finished> told) {
        if (exhausted) {
            return null;
        }
        Progress end = end();
        Set<Proposal.Key> thought =
                ahead.stream().map(ready -> ready.proposal().key()).collect(Collectors.toUnmodifiableSet());
        Predicate<Proposal.Key> taken = isWhole() ? firstWith::containsKey : seen::contains;
        return new Thought(
                moment,
                end,
                end.news(before() + ahead.size() + 1, told),
                key -> thought.contains(key) || taken.test(key),
                replayed,
                last);
    }

    /** Whether all of a point is essential. */
    private boolean isWhole() {
        return config.essence() == StudyConfig.WHOLE;
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
            Progress progress,
            List<Told> news,
            Predicate<Proposal.Key> numbered,
            int replayed,
            Proposal.@Nullable Key last) {
        Thinking think(BooleanSupplier goOn) {
            Search told = progress.told(news);
            Search now = told;
            for (long left = SKIPS * (1L + replayed); left > 0 && goOn.getAsBoolean(); left--) {
                Search.Step step = now.propose(1, goOn);
                boolean fresh = !progress.isFree()
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
        List<Proposal> proposals = thinking.step().proposals();
        exhausted = proposals.isEmpty();
        if (!exhausted) {
            add(proposals.get(0), thinking.told(), thinking.step().next());
        }
        moment = new Object();
        replayed = 0;
        last = null;
    }

    private void add(Proposal proposal, Search told, Search next) {
        ahead.add(new Ready(proposal, end().after(before() + ahead.size() + 1, told, next)));
    }

    /** Numbers a proposal that was made before, by this study in another life, or by another that writes the same journal. */
    void assume(Proposal proposal, List<Trial.Finished> told) {
        boolean known =
                ready(numbered + 1).filter(p -> p.key().equals(proposal.key())).isPresent();
        if (numbered >= config.tries().size() && !known) {
            ahead.clear();
            exhausted = false;
            Search informed = progress.told(progress.news(numbered + 1, told));
            add(proposal, informed, informed.made(List.of(proposal)));
            moment = new Object();
            replayed++;
            last = proposal.key();
        }
    }

    /** Numbers the one that is ready for the next; the number under which it was proposed before, or null. */
    @Nullable
    Integer take() {
        Proposal taken = ready(numbered + 1).orElseThrow();
        boolean own = numbered >= config.tries().size();
        numbered++;
        if (own) {
            progress = ahead.remove(0).after();
        }
        Proposal.Key key = taken.key();
        if (progress.isFree() && !isWhole()) {
            seen.add(key);
        }
        Integer first = firstWith.putIfAbsent(isWhole() ? key : essence(key), numbered);
        if (own) {
            repeats = first == null || progress.isFree() ? 0 : repeats + 1;
            exhausted |= repeats >= mostRepeats();
        }
        return first;
    }

    /** The first of the numbers before one that asks for the same; null if there is none. */
    @Nullable
    Integer first(int number) {
        Proposal.Key essence = essence(ready(number).orElseThrow().key());
        Integer first = firstWith.get(essence);
        for (int earlier = numbered + 1; first == null && earlier < number; earlier++) {
            first = essence(ready(earlier).orElseThrow().key()).equals(essence) ? (Integer) earlier : null;
        }
        return first;
    }

    /** The same key where nothing is left away: there is one for each trial. */
    private Proposal.Key essence(Proposal.Key key) {
        Point essence = config.essence().apply(key.point());
        return essence.equals(key.point()) ? key : new Proposal.Key(essence, key.resource());
    }

    private int mostRepeats() {
        return progress.pace() instanceof Pace.Generation g ? Math.max(REPEATS, 2 * g.size()) : REPEATS;
    }
}
