package dev.fettle.store.file;

import java.nio.file.Path;

/** What may happen to a text journal, at each of its bytes. */
public final class FileFaults {
    private FileFaults() {}

    /** Flips each bit of a file in a folder. */
    public static String flips(Path folder) throws Exception {
        return "all of " + new DamageTest(folder).flipped() + " bits noticed, the other trials read, nothing written";
    }

    /** Breaks an append off at each of its bytes, then appends three times. */
    public static String torn(Path folder) throws Exception {
        return "torn at each of " + new TornTest(folder).torn() + " bytes: only that append is missing";
    }
}
