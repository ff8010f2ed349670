package dev.fettle.learner.xgboost;

import dev.fettle.learner.Learner.Need;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The library, whether it is there, and what to say if it cannot be used. */
final class Library {
    static final String COORDINATES = "ml.dmlc:xgboost4j_2.12:3.4.0";

    private static final String KRYO_VERSION = "5.6.2";

    /** A part without which it cannot be loaded, and which {@code %maven} of IJava gets and then leaves aside. */
    static final String KRYO = "com.esotericsoftware:kryo:" + KRYO_VERSION;

    private Library() {}

    /** Looked for afresh each time, since a notebook may have got another jar; nothing native is loaded. */
    static Optional<Need> missing() {
        if (!isThere("ml.dmlc.xgboost4j.java.DMatrix")) {
            return Optional.of(new Need(COORDINATES, "%maven " + COORDINATES));
        }
        return isThere("com.esotericsoftware.kryo.KryoSerializable")
                ? Optional.empty()
                : Optional.of(kryo(Path.of(System.getProperty("user.home"))));
    }

    /** How to get the part, where IJava may have left it below a home folder. */
    static Need kryo(Path home) {
        Path left = home.resolve(".ivy2/cache/com.esotericsoftware/kryo/bundles/kryo-" + KRYO_VERSION + ".jar");
        return new Need(KRYO, Files.exists(left) ? "%jars " + left : "%maven " + KRYO);
    }

    private static boolean isThere(String name) {
        try {
            Class.forName(name, false, Library.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /** Why a training cannot begin: something is not there, is of another version, or lacks OpenMP. */
    static IllegalStateException unusable(LinkageError error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String said = String.valueOf(root);
        return new IllegalStateException(
                missing()
                        .map(Library::problem)
                        .orElseGet(() ->
                                "Model (xgboost) must have " + COORDINATES + " and load its native code; it said: "
                                        + said + ". Maybe OpenMP is not installed; on a Mac: brew install libomp."),
                error);
    }

    static String problem(Need need) {
        return "Model (xgboost) must have " + need.library() + " on the class path.";
    }
}
