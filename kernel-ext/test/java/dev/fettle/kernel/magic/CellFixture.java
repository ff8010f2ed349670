package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.kernel.CellError;
import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.RecordingKernel;
import dev.fettle.kernel.method.Methods;
import dev.fettle.kernel.option.Options;
import dev.fettle.kernel.option.Vocabulary;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A notebook with the magics, for tests of cells. */
abstract class CellFixture {

    final RecordingKernel kernel = new RecordingKernel();
    final Notebook notebook = new Notebook(kernel.shell());

    /** What cells may say. */
    Vocabulary vocabulary() {
        return new Vocabulary(Methods.ALL, Options.ALL);
    }

    /** Where studies are kept for which a cell names no place. */
    Optional<Path> journals() {
        return Optional.empty();
    }

    @BeforeEach
    void install() throws Exception {
        // Both kernels import it.
        notebook.run("import java.util.*;");
        Magics.install(kernel, vocabulary(), journals());
    }

    @AfterEach
    void close() {
        kernel.close();
    }

    void run(String cell) throws Exception {
        try {
            kernel.start(cell).get();
        } catch (ExecutionException e) {
            throw new AssertionError(kernel.text(), e);
        }
    }

    void fails(String cell, String message) {
        Future<Object> bad = kernel.start(cell);
        assertThatThrownBy(bad::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(CellError.class)
                .hasMessageContaining(message);
    }
}
