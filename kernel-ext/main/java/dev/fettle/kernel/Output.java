package dev.fettle.kernel;

import java.util.function.BiConsumer;

/** The output area of one cell. Safe for any thread. */
public interface Output {
    /** Shows something new under an id of its own. */
    void show(String id, MimeBundle bundle);

    /** Replaces what was shown under the id. */
    void update(String id, MimeBundle bundle);

    /** An output of two functions of a kernel, called by one thread at a time. */
    static Output of(BiConsumer<String, MimeBundle> show, BiConsumer<String, MimeBundle> update) {
        return new Output() {
            @Override
            public synchronized void show(String id, MimeBundle bundle) {
                show.accept(id, bundle);
            }

            @Override
            public synchronized void update(String id, MimeBundle bundle) {
                update.accept(id, bundle);
            }
        };
    }
}
