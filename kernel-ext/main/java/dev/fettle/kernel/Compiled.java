package dev.fettle.kernel;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
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
 * @param lines its line, from 1, for each line of the file of the class, from 1 on
 */
public record Compiled(String type, String name, String source, List<Integer> lines) implements Serializable {
    private static final long serialVersionUID = 1;

    private static final Pattern BLANK = Pattern.compile("\\A(?:[ \\t\\r]*\\n)+");

    static Compiled of(Snippet snippet, JShell shell) {
        SnippetWrapper wrapper = shell.sourceCodeAnalysis().wrapper(snippet);
        String name = snippet instanceof DeclarationSnippet declared ? declared.name() : "";
        // IJava leaves to a declaration the end of the line before it.
        String source = BLANK.matcher(snippet.source()).replaceFirst("");
        int blank = newlines(snippet.source()) - newlines(source);
        return new Compiled(wrapper.fullClassName(), name, source, lines(wrapper, blank));
    }

    /** The line for a line of the file of the class; 0 for one that is none. */
    public int line(int ofFile) {
        return ofFile < 1 || ofFile > lines.size() ? 0 : lines.get(ofFile - 1);
    }

    private static List<Integer> lines(SnippetWrapper wrapper, int blank) {
        String file = wrapper.wrapped();
        int[] above = above(wrapper.source());
        List<Integer> lines = new ArrayList<>();
        for (int at = 0; at < file.length(); at = end(file, at) + 1) {
            int first = at;
            while (first < file.length() - 1 && Character.isWhitespace(file.charAt(first))) {
                first++;
            }
            lines.add(1 + above[Math.max(0, wrapper.wrappedToSourcePosition(first))] - blank);
        }
        return List.copyOf(lines);
    }

    private static int end(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    /** How many lines end above each character, and above the end. */
    private static int[] above(String text) {
        int[] above = new int[text.length() + 1];
        for (int i = 0; i < text.length(); i++) {
            above[i + 1] = above[i] + (text.charAt(i) == '\n' ? 1 : 0);
        }
        return above;
    }

    private static int newlines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }
}
