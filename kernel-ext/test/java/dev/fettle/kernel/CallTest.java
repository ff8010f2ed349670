package dev.fettle.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallTest {
    private final RecordingKernel kernel = new RecordingKernel();
    private final Notebook notebook = new Notebook(kernel.shell());
    private final List<String> called = new ArrayList<>();

    @AfterEach
    void close() {
        kernel.close();
    }

    private static String word(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(Charset.defaultCharset()));
    }

    private static String ijava(String text) {
        return "new String(Base64.getDecoder().decode(\"" + word(text) + "\"))";
    }

    private static String jjava(String text) {
        return "new String(java.util.Base64.getDecoder().decode(\"" + word(text) + "\"))";
    }

    private void runs(String java) throws Exception {
        Call$.by((name, arguments, body) -> {
            called.add(name + arguments + body);
            return null;
        });
        notebook.run(Call$.in(java, kernel.shell()));
    }

    @Test
    void nothingThatANotebookDeclaresHidesAMagic() throws Exception {
        for (String declaration :
                List.of("record List(int a) {}", "class String {}", "int java = 1;", "int org = 2;")) {
            notebook.run(declaration);
        }
        runs("cellMagic(" + ijava("search") + ",List.of(" + ijava("a b") + "," + ijava("--n=3") + "),"
                + ijava("x in {1}\n\"q\"") + ");");
        runs("org.dflib.Statics.cellMagic(" + jjava("search") + ",java.util.List.of()," + jjava("y") + ");");
        runs("lineMagic(" + ijava("tune") + ",List.of(" + ijava("show") + "));");
        runs("org.dflib.Statics.lineMagic(" + jjava("tune") + ",java.util.List.of());");
        assertThat(called)
                .containsExactly("search[a b, --n=3]x in {1}\n\"q\"", "search[]y", "tune[show]null", "tune[]null");
    }

    @Test
    void aMagicGivesTheTypeThatTheCellWants() throws Exception {
        Call$.by((name, arguments, body) -> arguments);
        notebook.run(Call$.in(
                "java.util.List<String> l = lineMagic(" + ijava("m") + ",List.of(" + ijava("a") + "));",
                kernel.shell()));
        assertThat(notebook.value("l.get(0).length()")).isEqualTo(1);
    }

    @Test
    void javaWithoutMagicsStaysAsItIs() {
        String java = "String s = \"cellMagic(\" + List.of(1);";
        assertThat(Call$.in(java, kernel.shell())).isEqualTo(java);
    }
}
