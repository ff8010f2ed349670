package dev.fettle.learner.xgboost;

/** The library, whether it is there, and what to say if it cannot be used. */
final class Library {
    /** For Maven, and for {@code %maven} of a notebook. */
    static final String COORDINATES = "ml.dmlc:xgboost4j_2.12:3.4.0";

    private static final String SOME_CLASS = "ml.dmlc.xgboost4j.java.Booster";

    private Library() {}

    /** Looked for afresh each time, since a notebook may have got another jar; nothing native is loaded. */
    static boolean isThere() {
        try {
            Class.forName(SOME_CLASS, false, Library.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /** Why a training cannot begin: it is not there, is of another version, or lacks OpenMP. */
    static IllegalStateException unusable(LinkageError error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String why = isThere()
                ? " and load its native code; it said: " + root
                        + ". Maybe OpenMP is not installed; on a Mac: brew install libomp."
                : " on the class path.";
        return new IllegalStateException("Model (xgboost) must have " + COORDINATES + why, error);
    }
}
