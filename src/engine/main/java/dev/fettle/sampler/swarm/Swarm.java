package dev.fettle.sampler.swarm;

import dev.fettle.random.Seed;
import dev.fettle.sampler.population.Brood;
import dev.fettle.sampler.population.Founders;
import dev.fettle.sampler.population.Genes;
import dev.fettle.sampler.population.Outcome;
import dev.fettle.sampler.population.Population;
import dev.fettle.space.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A swarm between two moves. Immutable, for any thread.
 *
 * @param particles empty before the first move and when it has collapsed
 * @param known the best that somebody else has told; null for nothing
 */
record Swarm(
        SwarmSampler settings,
        Coordinates coordinates,
        Founders founders,
        int size,
        int restart,
        List<Particle> particles,
        @Nullable Outcome known)
        implements Population {
    /** χ and χ·φ/2 with φ = 4.1 (Clerc and Kennedy, 2002, section V). */
    private static final double CHI = 0.7298;

    private static final double PULL = 1.49618;
    private static final int DRAWS = 100;
    private static final double COLLAPSED = 1e-6;

    Swarm {
        particles = List.copyOf(particles);
    }

    @Override
    public Swarm knowing(Outcome earlier) {
        boolean better = known == null || Outcome.BEST_FIRST.compare(earlier, known) < 0;
        return better ? new Swarm(settings, coordinates, founders, size, restart, particles, earlier) : this;
    }

    @Override
    public @Nullable Brood breed(Seed seed, BooleanSupplier goOn) {
        if (particles.isEmpty()) {
            List<Point> points = founders.draw(size, seed, goOn);
            return points == null ? null : new Move(this, founded(points, seed.child("inactive")));
        }
        List<Particle> moved = new ArrayList<>(size);
        for (int i = 0; i < particles.size(); i++) {
            if (!goOn.getAsBoolean()) {
                return null;
            }
            moved.add(moved(i, seed.child(i).random(), goOn));
        }
        return new Move(this, List.copyOf(moved));
    }

    private List<Particle> founded(List<Point> points, Seed seed) {
        List<Particle> all = new ArrayList<>(size);
        for (Point point : points) {
            RandomGenerator random = seed.child(all.size()).random();
            double[] place = coordinates.place(point, random);
            double[] velocity = new double[place.length];
            for (int i = 0; i < velocity.length; i++) {
                velocity[i] = (random.nextDouble() - place[i]) * settings.clamp();
            }
            all.add(new Particle(point, place, velocity, null, null));
        }
        Outcome told = known;
        if (told != null) {
            Particle first = all.get(0);
            double[] place = coordinates.place(told.point(), seed.child("known").random());
            all.set(0, new Particle(first.point(), first.place(), first.velocity(), place, told));
        }
        return List.copyOf(all);
    }

    private Particle moved(int i, RandomGenerator random, BooleanSupplier goOn) {
        Particle now = particles.get(i);
        double[] leader = leader(i);
        for (int draw = 0; draw < DRAWS; draw++) {
            Particle next = moved(now, leader, random);
            if (coordinates.genes().space().allows(next.point())) {
                return next;
            }
        }
        Particle last = moved(now, leader, random);
        Point near = coordinates.allowed(last.place(), random, goOn);
        return near == null
                ? new Particle(now.point(), now.place(), new double[now.place().length], now.bestPlace(), now.best())
                : new Particle(near, coordinates.place(near, random), last.velocity(), now.bestPlace(), now.best());
    }

    private Particle moved(Particle now, double[] leader, RandomGenerator random) {
        double[] own = now.bestPlace() == null ? now.place() : now.bestPlace();
        double[] place = new double[own.length];
        double[] velocity = new double[own.length];
        for (int d = 0; d < place.length; d++) {
            double at = now.place()[d];
            double v = CHI * now.velocity()[d]
                    + PULL * random.nextDouble() * (own[d] - at)
                    + PULL * random.nextDouble() * (leader[d] - at);
            v = Math.min(settings.clamp(), Math.max(-settings.clamp(), v));
            place[d] = Genes.reflected(at + v);
            velocity[d] = at + v < 0 || at + v > 1 ? -v : v;
        }
        return new Particle(coordinates.point(place), place, velocity, now.bestPlace(), now.best());
    }

    /** Where the best of those was that a particle hears of; of equal ones the first. */
    private double[] leader(int i) {
        Particle best = particles.get(i);
        int reach = settings.topology() == SwarmSampler.Topology.RING ? 1 : particles.size();
        for (int k = -Math.min(reach, i); k <= Math.min(reach, particles.size() - 1 - i); k++) {
            best = better(particles.get(i + k), best);
        }
        if (reach == 1) {
            best = better(particles.get((i + 1) % particles.size()), best);
            best = better(particles.get((i + particles.size() - 1) % particles.size()), best);
        }
        return best.bestPlace() == null ? best.place() : best.bestPlace();
    }

    private static Particle better(Particle a, Particle b) {
        Outcome one = a.best();
        Outcome other = b.best();
        return one != null && (other == null || Outcome.BEST_FIRST.compare(one, other) < 0) ? a : b;
    }

    private Swarm after(List<Particle> moved) {
        boolean same = moved.stream().map(Particle::point).distinct().count() == 1;
        boolean over = same || Genes.width(moved.stream().map(Particle::place).toList()) < COLLAPSED;
        return over
                ? new Swarm(settings, coordinates, founders, size, restart + 1, List.of(), null)
                : new Swarm(settings, coordinates, founders, size, restart, moved, known);
    }

    /** A move whose points are being tried. */
    private record Move(Swarm before, List<Particle> particles) implements Brood {
        @Override
        public int size() {
            return particles.size();
        }

        @Override
        public Point point(int index) {
            return particles.get(index).point();
        }

        @Override
        public Brood with(int index, Point point) {
            Particle old = particles.get(index);
            double[] place = before.coordinates()
                    .place(point, new Seed(index).child("other").random());
            List<Particle> all = new ArrayList<>(particles);
            all.set(index, new Particle(point, place, old.velocity(), old.bestPlace(), old.best()));
            return new Move(before, List.copyOf(all));
        }

        @Override
        public int restart() {
            return before.restart();
        }

        @Override
        public double width() {
            return Genes.width(particles.stream().map(Particle::place).toList());
        }

        @Override
        public Population after(List<Outcome> ends) {
            List<Particle> all = new ArrayList<>(particles);
            for (int i = 0; i < ends.size(); i++) {
                all.set(i, particles.get(i).ended(ends.get(i)));
            }
            return before.after(all);
        }
    }
}
