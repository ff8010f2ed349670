package dev.fettle.study;

import dev.fettle.journal.Event;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Ending;
import dev.fettle.trial.History;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Trial;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the events of a study have made of it: their fold, the same code live and in a replay. Confined to its study. */
final class State {
    /** Reasons to end a run that do not lie in what was told. */
    private static final Set<Ending> OUTSIDE =
            EnumSet.of(Ending.INTERRUPTED, Ending.TIME, Ending.MEMORY, Ending.BROKEN);

    private final StudyConfig config;
    private final Open open = new Open();
    private final Results results;
    private final Map<Integer, Run> runs = new TreeMap<>();
    /** How many trials the sampler plans with: those of the first opening. */
    private @Nullable Integer planned;

    private Proposals proposals;
    private Budget budget = Budget.unlimited();
    /** The limit of the budget that was reached. */
    private @Nullable Ending reached;
    /** What was told when one trial had last ended the study, of a study that goes on in spite of it. */
    private History before;

    /** @param ending null while it goes on */
    private record Run(
            String writer, String where, @Nullable Ending ending) {}

    State(StudyConfig config) {
        this.config = config;
        this.planned = config.trials().stream().boxed().findFirst().orElse(null);
        this.results = new Results(config.goals());
        this.before = results.history();
        this.proposals = new Proposals(config, planned);
    }

    @Nullable
    Integer planned() {
        return planned;
    }

    Open open() {
        return open;
    }

    Results results() {
        return results;
    }

    Proposals proposals() {
        return proposals;
    }

    Budget budget() {
        return budget;
    }

    /** How many runs have begun. */
    int begun() {
        return runs.size();
    }

    /** Why the budget ends the study, if it does. */
    Optional<Ending> reached() {
        return Optional.ofNullable(reached);
    }

    /** Why a run is over; empty while it goes on. */
    Optional<Ending> ending(int run) {
        Ending own = Objects.requireNonNull(runs.get(run)).ending();
        return own == Ending.TAKEN_OVER || reached == null ? Optional.ofNullable(own) : reached();
    }

    /** Whether a run has said that it ended, or another has said so. */
    boolean isOver(int run) {
        return Objects.requireNonNull(runs.get(run)).ending() != null;
    }

    /** The run of a writer. */
    int run(String writer) {
        return runs.entrySet().stream()
                .filter(run -> run.getValue().writer().equals(writer))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    /** By whom others see whether a run lives. */
    String writer(int run) {
        return Objects.requireNonNull(runs.get(run)).writer();
    }

    /** Where a run is, for people. */
    String where(int run) {
        return Objects.requireNonNull(runs.get(run)).where();
    }

    /** Runs that have not ended, and those that have left trials behind. */
    List<Integer> unfinished() {
        List<Integer> unfinished = new ArrayList<>(open.byRun().keySet());
        runs.forEach((number, run) -> {
            if (run.ending() == null && !unfinished.contains(number)) {
                unfinished.add(number);
            }
        });
        return unfinished;
    }

    /** Whether the budget would end the study now, counted from where it last went on in spite of an end. */
    Optional<Ending> reached(Budget other) {
        int full = config.mostResource().orElse(Proposal.ALL);
        return other.reached(results.history(), before, full);
    }

    void apply(Event event) {
        if (event instanceof Event.Opened e) {
            opened(e);
        } else if (event instanceof Event.Began e) {
            begin(e);
        } else if (event instanceof Event.Asked e) {
            asked(e);
        } else if (event instanceof Event.Reported e) {
            open.report(e.number(), e.report());
        } else if (event instanceof Event.Released e) {
            open.lose(e.number());
        } else if (event instanceof Event.Told e) {
            told(e);
        } else if (event instanceof Event.Stopped e) {
            stopped(e);
        }
    }

    private void opened(Event.Opened e) {
        Replay.check(config, e, null, true);
        if (!Objects.equals(planned, e.trials())) {
            planned = e.trials();
            proposals = new Proposals(config, planned);
        }
    }

    private void begin(Event.Began e) {
        runs.put(runs.size() + 1, new Run(e.writer(), Objects.requireNonNullElse(e.where(), "another process"), null));
        budget = e.budget();
        open.loseAll(run -> Objects.requireNonNull(runs.get(run)).ending() != null);
        // A study that was killed goes on as it would have; one that had ended goes on in spite of its end.
        before = reached != null && reached.decided() ? results.history() : before;
        reached = reached(budget).orElse(null);
        drain();
    }

    private void asked(Event.Asked e) {
        Trial.Running trial = new Trial.Running(e.number(), e.attempt(), e.proposal(), List.of(), e.at());
        if (e.attempt() == 1) {
            Replay.next(e, proposals.numbered() + 1);
            proposals.assume(e.proposal(), results.history().trials());
            Integer first = proposals.take();
            if (first != null) {
                results.repeat(trial, first);
                drain();
                return;
            }
        }
        open.ask(trial, e.run(), e.told(), results.known(config.prunes() ? e.told() : 0));
    }

    private void told(Event.Told e) {
        Trial.Running trial = open.running(e.number(), e.attempt());
        if (trial == null) {
            throw new IllegalStateException(
                    "Trial (" + e.number() + ") of the journal must be running. Maybe lines are missing.");
        }
        open.remove(e.number());
        results.arrive(trial.end(e.outcome(), e.took()));
        drain();
    }

    private void stopped(Event.Stopped e) {
        runs.computeIfPresent(e.run(), (number, run) -> new Run(run.writer(), run.where(), e.ending()));
        if (e.ending() == Ending.TAKEN_OVER) {
            open.loseAll(run -> run == e.run());
        }
    }

    /** Hands results to the budget in number order, until one is missing or the budget is reached. */
    private void drain() {
        while (reached == null) {
            if (results.take().isEmpty()) {
                return;
            }
            reached = reached(budget).orElse(null);
        }
    }

    /** Whether something that a run had decided on another history may happen now. */
    boolean fits(Event event, int run) {
        if (event instanceof Event.Asked e) {
            return ending(run).isEmpty() && isNext(e);
        } else if (event instanceof Event.Reported e) {
            return open.running(e.number(), e.attempt(), run) != null;
        } else if (event instanceof Event.Released e) {
            return open.running(e.number(), e.attempt(), run) != null;
        } else if (event instanceof Event.Told e) {
            return open.running(e.number(), e.attempt(), run) != null;
        }
        // What the study itself has led to must be seen again.
        return event instanceof Event.Stopped e
                && OUTSIDE.contains(e.ending())
                && ending(run).isEmpty();
    }

    private boolean isNext(Event.Asked e) {
        Trial.Running lost = open.lost();
        if (e.attempt() > 1) {
            return lost != null && lost.number() == e.number() && lost.attempt() + 1 == e.attempt();
        }
        return e.number() == proposals.numbered() + 1 && e.told() == proposals.known(e.number()) && isTurn(e.number());
    }

    /** Whether a number may be given when those before it are, as far as the budget and the pace go. */
    boolean isTurn(int number) {
        return reached == null && number <= budget.trials() && results.history().size() >= proposals.known(number);
    }
}
