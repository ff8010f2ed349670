package dev.fettle.house;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The string literals of sources; those that are only added to each other are one. */
final class Literals extends TreeScanner<@Nullable Void, List<String>> {
    private Literals() {}

    /** By file, in their order; those of annotations are left out. */
    static Map<Path, List<String>> of(List<Path> files) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Map<Path, List<String>> found = new TreeMap<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, List.of(), null, manager.getJavaFileObjectsFromPaths(files));
            for (CompilationUnitTree unit : task.parse()) {
                List<String> literals = new ArrayList<>();
                new Literals().scan(unit, literals);
                found.put(Path.of(unit.getSourceFile().toUri()), literals);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    @Override
    public @Nullable Void visitAnnotation(AnnotationTree annotation, List<String> found) {
        return null;
    }

    @Override
    public @Nullable Void visitLiteral(LiteralTree literal, List<String> found) {
        if (literal.getValue() instanceof String text) {
            found.add(text);
        }
        return null;
    }

    @Override
    public @Nullable Void visitBinary(BinaryTree sum, List<String> found) {
        if (sum.getKind() != Tree.Kind.PLUS) {
            return super.visitBinary(sum, found);
        }
        List<ExpressionTree> terms = new ArrayList<>();
        terms(sum, terms);
        StringBuilder text = new StringBuilder();
        for (ExpressionTree term : terms) {
            if (term instanceof LiteralTree literal && literal.getValue() instanceof String part) {
                text.append(part);
            } else {
                add(text, found);
                scan(term, found);
            }
        }
        add(text, found);
        return null;
    }

    private static void add(StringBuilder text, List<String> found) {
        if (text.length() > 0) {
            found.add(text.toString());
            text.setLength(0);
        }
    }

    private static void terms(ExpressionTree expression, List<ExpressionTree> found) {
        if (expression instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
            terms(sum.getLeftOperand(), found);
            terms(sum.getRightOperand(), found);
        } else if (expression instanceof ParenthesizedTree inner) {
            terms(inner.getExpression(), found);
        } else {
            found.add(expression);
        }
    }
}
