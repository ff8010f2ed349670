package dev.fettle.kernel;

import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;

/**
 * Java of a notebook as JShell has compiled it.
 *
 * @param type the class in which it stands: {@code REPL.$JShell$12}
 * @param name of what it declares; empty for a statement
 * @param source as it was typed
 * @param lines its line, from 1, for a line of the file of the class; for any thread
 */
public record Compiled(String type, String name, String source, IntUnaryOperator lines) {
    private static final Pattern BLANK = Pattern.compile("\\A(?:[ \\t\\r]*\\n)+");

    static Compiled of(Snippet snippet, JShell shell) {
        SnippetWrapper wrapper = shell.sourceCodeAnalysis().wrapper(snippet);
        String name = snippet instanceof DeclarationSnippet declared ? declared.name() : "";
        // IJava leaves to a declaration the end of the line before it.
        String source = BLANK.matcher(snippet.source()).replaceFirst("");
        int blank = newlines(snippet.source()) - newlines(source);
        return new Compiled(wrapper.fullClassName(), name, source, line -> line(wrapper, line) - blank);
    }

    private static int line(SnippetWrapper wrapper, int line) {
        String file = wrapper.wrapped();
        int at = 0;
        for (int i = 1; i < line; i++) {
            at = file.indexOf('\n', at) + 1;
        }
        while (at < file.length() - 1 && Character.isWhitespace(file.charAt(at))) {
            at++;
        }
        return 1 + newlines(wrapper.source().substring(0, Math.max(0, wrapper.wrappedToSourcePosition(at))));
    }

    private static int newlines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }
}
