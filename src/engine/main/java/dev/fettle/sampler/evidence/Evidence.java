package dev.fettle.sampler.evidence;

import dev.fettle.sampler.Told;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.Proposal;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * All that a search has heard, in the order in which it was told, and what it has proposed and not heard of. An immutable
 * value over one memory that only grows: one more takes constant time. For any thread.
 *
 * <pre>{@code
 * double loss(SearchSpace space, List<Proposal> proposals, Told told) {
 *     Evidence evidence = Evidence.none(space).made(proposals).tell(told);
 *     return evidence.observations().get(0).loss();
 * }
 * }</pre>
 */
public final class Evidence {
    private final SearchSpace space;
    private final Memory memory;
    private final int heard;
    private final List<Point> pending;
    private final int made;

    private Evidence(SearchSpace space, Memory memory, int heard, List<Point> pending, int made) {
        this.space = space;
        this.memory = memory;
        this.heard = heard;
        this.pending = pending;
        this.made = made;
    }

    /** Nothing heard, nothing made. */
    public static Evidence none(SearchSpace space) {
        return new Evidence(space, new Memory(List.of()), 0, List.of(), 0);
    }

    /** The space of all points. */
    public SearchSpace space() {
        return space;
    }

    /** In the order in which they were told; a view in constant time. */
    public List<Observation> observations() {
        return new Heard(memory, heard);
    }

    /** Points that are under way and not heard of, in the order in which they began. */
    public List<Point> pending() {
        return pending;
    }

    /** How many proposals there were; the next one draws from the random stream of this number. */
    public int made() {
        return made;
    }

    /** How many trials are told or under way. */
    public int size() {
        return heard + pending.size();
    }

    /** Whether the point was heard of, or is under way. */
    public boolean knows(Point point) {
        return pending.contains(point) || memory.first(point) < heard;
    }

    /** With proposals that are under way from now on. */
    public Evidence made(List<Proposal> proposals) {
        Evidence more = expecting(proposals.stream().map(Proposal::point).toList());
        return new Evidence(space, memory, heard, more.pending, made + proposals.size());
    }

    /** With points under way that nobody here has proposed. */
    public Evidence expecting(List<Point> points) {
        List<Point> all = new ArrayList<>(pending);
        all.addAll(points);
        return new Evidence(space, memory, heard, List.copyOf(all), made);
    }

    /** With the end of a trial, whoever proposed it. */
    public Evidence tell(Told told) {
        Memory grown = memory.plus(heard, Observation.of(space, told));
        List<Point> rest = pending;
        int at = pending.indexOf(told.trial().point());
        if (at >= 0) {
            List<Point> left = new ArrayList<>(pending);
            left.remove(at);
            rest = List.copyOf(left);
        }
        return new Evidence(space, grown, heard + 1, rest, made);
    }

    /** Observations with the place at which each point stands first. All access is synchronized. */
    private static final class Memory {
        private final List<Observation> all;
        private final Map<Point, Integer> first = new HashMap<>();

        Memory(List<Observation> some) {
            this.all = new ArrayList<>(some);
            for (int i = 0; i < all.size(); i++) {
                first.putIfAbsent(all.get(i).point(), i);
            }
        }

        synchronized Observation get(int index) {
            return all.get(index);
        }

        /** Where the point stands first; at no place it is the last number of all. */
        synchronized int first(Point point) {
            return first.getOrDefault(point, Integer.MAX_VALUE);
        }

        /** A memory whose first {@code size} observations are those of this one, with one more behind them. */
        synchronized Memory plus(int size, Observation one) {
            Memory memory = all.size() == size ? this : new Memory(all.subList(0, size));
            memory.all.add(one);
            memory.first.putIfAbsent(one.point(), size);
            return memory;
        }
    }

    private static final class Heard extends AbstractList<Observation> implements RandomAccess {
        private final Memory memory;
        private final int size;

        Heard(Memory memory, int size) {
            this.memory = memory;
            this.size = size;
        }

        @Override
        public Observation get(int index) {
            return memory.get(Objects.checkIndex(index, size));
        }

        @Override
        public int size() {
            return size;
        }
    }
}
