package dev.fettle.kernel.objective;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import dev.fettle.kernel.JavaProblem;
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
 * @param faults places count from the first character of the source
 */
record Syntax(
        CompilationUnitTree unit,
        List<? extends Tree> members,
        SourcePositions positions,
        int origin,
        List<JavaProblem.Fault> faults) {
    private static final String HEAD = "class $ {";
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    static Syntax ofMembers(String source) {
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        JavacTask task = (JavacTask) COMPILER.getTask(
                Writer.nullWriter(), null, said, List.of("-proc:none"), null, List.of(new Text(HEAD + source + "\n}")));
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            List<JavaProblem.Fault> faults = said.getDiagnostics().stream()
                    .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                    .map(Syntax::fault)
                    .toList();
            boolean one = unit.getTypeDecls().size() == 1
                    && unit.getTypeDecls().get(0) instanceof com.sun.source.tree.ClassTree;
            List<? extends Tree> members =
                    one ? ((com.sun.source.tree.ClassTree) unit.getTypeDecls().get(0)).getMembers() : List.of();
            return new Syntax(unit, members, Trees.instance(task).getSourcePositions(), HEAD.length(), faults);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The only member, if it is a method and there is no mistake. */
    Optional<MethodTree> onlyMethod() {
        return faults.isEmpty() && members.size() == 1 && members.get(0) instanceof MethodTree m
                ? Optional.of(m)
                : Optional.empty();
    }

    int start(Tree tree) {
        return (int) positions.getStartPosition(unit, tree) - origin;
    }

    int end(Tree tree) {
        return (int) positions.getEndPosition(unit, tree) - origin;
    }

    private static JavaProblem.Fault fault(Diagnostic<? extends JavaFileObject> d) {
        return new JavaProblem.Fault(
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
