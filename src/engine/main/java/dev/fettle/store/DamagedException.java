package dev.fettle.store;

import java.io.IOException;

/** Something that was kept is not what it was. Nothing was changed; what is whole can still be read. */
public final class DamagedException extends IOException {
    private static final long serialVersionUID = 1;

    /** With a sentence that names the place, and what is damaged there. */
    public DamagedException(String message) {
        super(message);
    }
}
