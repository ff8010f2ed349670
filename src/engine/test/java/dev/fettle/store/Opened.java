package dev.fettle.store;

import java.io.IOException;
import java.nio.file.Path;

/** Where the contracts find the store of a test. */
public interface Opened {
    /** The kind of store. */
    Opener opener();

    /** An address of this kind at which there is nothing yet. */
    String place(Path folder);

    /** Opens the store of a test, as often as it likes. */
    default Store open(Path folder) throws IOException {
        return opener().open(place(folder));
    }

    /** Another process that does something with the store of a test. */
    default Child other(Path folder, String... what) throws IOException {
        String[] arguments = new String[what.length + 2];
        arguments[0] = opener().getClass().getName();
        arguments[1] = place(folder);
        System.arraycopy(what, 0, arguments, 2, what.length);
        return new Child(Visitor.class, arguments);
    }
}
