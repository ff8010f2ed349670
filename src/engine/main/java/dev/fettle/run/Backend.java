package dev.fettle.run;

import dev.fettle.envelope.Envelope;
import dev.fettle.envelope.Packer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * A kind of place where trials are evaluated other than on threads of this process: a cluster. Found by {@link
 * java.util.ServiceLoader}. Safe for any thread.
 */
public interface Backend {
    /** The one on the class path of a loader that a word means. */
    static Optional<Backend> find(String word, ClassLoader loader) {
        return ServiceLoader.load(Backend.class, loader).stream()
                .map(ServiceLoader.Provider::get)
                .filter(backend -> backend.answersTo(word))
                .findFirst();
    }

    /** Whether {@code --on} with this word means it: "spark", "spark://host:7077". */
    boolean answersTo(String word);

    /**
     * Gets hold of it, which may take seconds.
     *
     * @throws BackendException if nothing can be evaluated there, with the reason
     */
    Reached reach(String word) throws BackendException;

    /** One that was reached. */
    interface Reached {
        /** Where it is, for people: "Spark 4.2.0, spark://host:7077". */
        String place();

        /** How many trials it can evaluate at once, at least 1. */
        int slots();

        /**
         * Makes sure that an objective can be evaluated there, before anything is.
         *
         * @param jars on which its code depends; those that are not there are sent once
         * @throws BackendException if it cannot, with the reason
         */
        void prepare(Packer.Packed packed, List<Path> jars) throws BackendException;

        /**
         * A crew there.
         *
         * @param envelope the objective that it evaluates, whatever {@link Crew#start} says: one that was {@link #prepare
         *     prepared} for; it is sent once
         * @param places at least 1
         */
        Crew crew(Envelope envelope, int places);

        /** What is to be known of it, whole sentences. */
        List<String> remarks();
    }
}
