package dev.fettle.study;

import dev.fettle.trial.Ending;

/** What reaches the thread of a {@link Runner}: a {@link Flight} that has landed, or the wish to end the run. */
sealed interface Message permits Flight, Message.Stop {
    record Stop(Ending reason) implements Message {}
}
