package dev.fettle.kernel.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import dev.fettle.kernel.JavaException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * What javac's parser makes of the members of a class; nothing is compiled.
 *
 * @param members the class around them left off
 * @param errors places count from the first character of the source
 */
public record Syntax(
        CompilationUnitTree unit,
        List<? extends Tree> members,
        SourcePositions positions,
        int origin,
        List<JavaException.SourceError> errors) {
    private static final String HEAD = "class $ {";
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** The members of a class, without the class. */
    public static Syntax ofMembers(String source) {
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        JavacTask task = (JavacTask) COMPILER.getTask(
                Writer.nullWriter(), null, said, List.of("-proc:none"), null, List.of(new Text(HEAD + source + "\n}")));
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            List<JavaException.SourceError> errors = said.getDiagnostics().stream()
                    .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                    .map(Syntax::error)
                    .toList();
            boolean one = unit.getTypeDecls().size() == 1
                    && unit.getTypeDecls().get(0) instanceof com.sun.source.tree.ClassTree;
            List<? extends Tree> members =
                    one ? ((com.sun.source.tree.ClassTree) unit.getTypeDecls().get(0)).getMembers() : List.of();
            return new Syntax(unit, members, Trees.instance(task).getSourcePositions(), HEAD.length(), errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The only member, if it is a method and there is no mistake. */
    public Optional<MethodTree> onlyMethod() {
        return errors.isEmpty() && members.size() == 1 && members.get(0) instanceof MethodTree m
                ? Optional.of(m)
                : Optional.empty();
    }

    /** The first character of a tree, from 0. */
    public int start(Tree tree) {
        return (int) positions.getStartPosition(unit, tree) - origin;
    }

    /** Behind its last character; below {@link #start} if the parser has made it up. */
    public int end(Tree tree) {
        return (int) positions.getEndPosition(unit, tree) - origin;
    }

    private static JavaException.SourceError error(Diagnostic<? extends JavaFileObject> d) {
        return new JavaException.SourceError(
                (int) d.getStartPosition() - HEAD.length(),
                (int) d.getEndPosition() - HEAD.length(),
                d.getCode(),
                d.getMessage(Locale.ENGLISH));
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(String text) {
            super(URI.create("string:///$.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
