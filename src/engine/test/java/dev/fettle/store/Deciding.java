package dev.fettle.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Decides on all that it has heard since it decided last. */
public final class Deciding<T> implements Decision<T> {
    private final UnaryOperator<List<T>> decision;
    private final List<T> heard = new ArrayList<>();

    public Deciding(UnaryOperator<List<T>> decision) {
        this.decision = decision;
    }

    @Override
    public void hear(List<T> news) {
        heard.addAll(news);
    }

    @Override
    public List<T> decide() {
        List<T> news = List.copyOf(heard);
        heard.clear();
        return decision.apply(news);
    }
}
