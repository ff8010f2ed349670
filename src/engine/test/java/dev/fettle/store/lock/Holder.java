package dev.fettle.store.lock;

import dev.fettle.store.Child;
import dev.fettle.store.Presence;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A process that is there. */
final class Holder {
    private Holder() {}

    public static void main(String[] store) throws IOException {
        Rhythm quick = new Rhythm(Duration.ofMillis(1), Duration.ofSeconds(15), Duration.ofSeconds(60));
        LockFiles locks = new LockFiles(Path.of(store[0]), "Journal (a)", quick, System::nanoTime);
        try (Presence presence = locks.enter()) {
            System.out.println(presence.writer());
            Child.stay();
        }
    }
}
