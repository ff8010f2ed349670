package dev.fettle.learner;

import dev.fettle.word.Maybe;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * The learners by name: those that a {@code META-INF/services/dev.fettle.learner.Learner} on the class path names, ours
 * among them. Looked for afresh each time, since a notebook may have got another jar. For any thread.
 *
 * <pre>{@code
 * Learner mlp = Learners.of("mlp");
 * }</pre>
 */
public final class Learners {
    /** A loader that fails again and again at the same place is left. */
    private static final int MOST_FAILURES = 100;

    private final List<Learner> all = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    private Learners() {}

    /** All of them; ours first, and of one name the first. */
    public static List<Learner> all() {
        return List.copyOf(found().all);
    }

    /**
     * The learner with a name.
     *
     * @throws IllegalArgumentException if there is none; the message says what could not be loaded
     */
    public static Learner of(String name) {
        Learners found = found();
        List<String> names = found.all.stream().map(Learner::name).toList();
        int i = names.indexOf(name);
        if (i >= 0) {
            return found.all.get(i);
        }
        String broken =
                found.failures.isEmpty() ? "" : " Some could not be loaded: " + String.join("; ", found.failures) + ".";
        throw new IllegalArgumentException("Model (" + name + ") must be one of " + String.join(", ", names) + "."
                + Maybe.sentence(ScikitLearn.name(name), names) + broken);
    }

    /** One that cannot be loaded does not take the others along. */
    private static Learners found() {
        Learners found = new Learners();
        Iterator<Learner> others = ServiceLoader.load(Learner.class, loader()).iterator();
        while (found.failures.size() < MOST_FAILURES) {
            try {
                if (!others.hasNext()) {
                    break;
                }
                found.all.add(others.next());
            } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
                found.failures.add(
                        String.valueOf(e.getMessage()).replaceFirst("^" + Learner.class.getName() + ": ", ""));
            }
        }
        found.sort();
        return found;
    }

    /** Ours first, in the order of our file; whoever stands earlier on the class path does not take a name from us. */
    private void sort() {
        all.sort(Comparator.comparing(learner -> !isOurs(learner)));
        Set<String> names = new HashSet<>();
        all.removeIf(learner -> !names.add(learner.name()));
    }

    private static boolean isOurs(Learner learner) {
        return Objects.equals(
                learner.getClass().getProtectionDomain().getCodeSource(),
                Learners.class.getProtectionDomain().getCodeSource());
    }

    /**
     * That of the thread, which on a notebook's cell threads knows the notebook's jars, if it knows this very house; threads
     * of the common pool have one that may not.
     */
    private static ClassLoader loader() {
        ClassLoader own = Objects.requireNonNull(Learner.class.getClassLoader());
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        try {
            return context != null && Class.forName(Learner.class.getName(), false, context) == Learner.class
                    ? context
                    : own;
        } catch (ClassNotFoundException e) {
            return own;
        }
    }
}
