package dev.fettle.spark;

import dev.fettle.run.Listener.Landing;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Report;
import dev.fettle.trial.Score;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a task sends back.
 *
 * @param score that was returned; null if none was
 * @param failure that was thrown; null if nothing was
 * @param reports all of them
 */
record Reply(@Nullable Score score, @Nullable Failure failure, List<Report> reports) implements Serializable {
    private static final long serialVersionUID = 1;

    /** Nothing was evaluated: the executor on which it was before is gone. */
    static final Reply LOST = new Reply(null, null, List.of());

    Landing landing(String lost) {
        return score != null
                ? new Landing.Returned(score)
                : failure != null ? new Landing.Threw(failure) : new Landing.Lost(lost);
    }

    /** Written here: the session may have a serialiser that does not know records. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Reply of(byte[] bytes) throws IOException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (Reply) in.readObject();
        } catch (ClassNotFoundException e) {
            throw new IOException(e);
        }
    }
}
