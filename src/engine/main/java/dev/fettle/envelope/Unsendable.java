package dev.fettle.envelope;

import java.io.NotSerializableException;

/**
 * Why a value cannot be sent.
 *
 * @param what of it cannot, in words: a class, or what was thrown
 * @param remedy for that alone; empty for none
 */
record Unsendable(String what, String remedy) {
    static Unsendable of(Throwable thrown) {
        if (!(thrown instanceof NotSerializableException)) {
            return new Unsendable(
                    thrown instanceof StackOverflowError ? "what is linked so deeply" : String.valueOf(thrown), "");
        }
        String type = String.valueOf(thrown.getMessage()).split("[\\s]", 2)[0];
        if (type.contains("$$Lambda")) {
            return new Unsendable("a lambda", "a method instead of the lambda");
        }
        if (ClassSource.has(type)) {
            String name = type.substring(type.lastIndexOf('$') + 1);
            return new Unsendable(name, "class " + name + " implements java.io.Serializable");
        }
        return new Unsendable(type, "");
    }

    /** As a sentence, with one more remedy. */
    String of(String subject, String other) {
        return subject + " must hold what can be sent to another JVM, and " + what + " cannot. Maybe "
                + (remedy.isEmpty() ? other : remedy) + ".";
    }
}
