package dev.fettle.kernel.magic;

import dev.fettle.kernel.CellError;
import dev.fettle.kernel.Kernel;
import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.cell.Preset;
import dev.fettle.kernel.option.Vocabulary;
import dev.fettle.kernel.variable.Session;
import dev.fettle.report.language.Language;
import dev.fettle.space.text.Mistake;
import dev.fettle.space.text.Read;
import dev.fettle.word.Maybe;
import java.util.List;
import java.util.stream.Collectors;

/** {@code %tune set}: what holds from now on for all cells of a session, options and the language in which it speaks. */
record Presets(Session session, Vocabulary vocabulary, Kernel kernel) {
    /** Sets what the words say; none change nothing. */
    void set(List<String> words) {
        if (words.isEmpty()) {
            return;
        }
        if (words.get(0).replaceFirst("^-+", "").equals(Preset.LANGUAGE)) {
            session.speak(language(words.subList(1, words.size())));
            return;
        }
        Read<Preset> preset = Preset.read(words, vocabulary, new Notebook(kernel.shell()));
        session.set(preset.found()
                .orElseThrow(() -> new CellError(
                        preset.mistakes().stream().map(Mistake::message).collect(Collectors.joining("\n")))));
    }

    /** What holds, a line each. */
    static String text(Session session) {
        String options = Preset.text(session.defaults());
        return session.language() == Language.EN
                ? options
                : options + "\n" + Preset.LANGUAGE + " " + session.language().code();
    }

    private static Language language(List<String> words) {
        if (words.isEmpty()) {
            return Language.EN;
        }
        String code = String.join(" ", words);
        return Language.of(code)
                .orElseThrow(() -> new CellError("Setting (language) must be " + String.join(" or ", Language.codes())
                        + ", not " + code + "." + Maybe.sentence(code, Language.codes())));
    }
}
