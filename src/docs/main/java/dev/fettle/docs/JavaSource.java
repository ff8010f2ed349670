package dev.fettle.docs;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The source of a type, parsed and not compiled.
 *
 * @param trees that know its comments
 * @param unit the file
 * @param tree of the type
 */
record JavaSource(DocTrees trees, CompilationUnitTree unit, ClassTree tree) {
    private static final List<String> MODULES = List.of("src/engine", "src/smile", "src/report", "kernel-ext");

    /**
     * The source of a type.
     *
     * @param root of all sources
     * @throws IllegalArgumentException with a sentence, if it lies in none of the modules
     */
    static JavaSource of(Path root, Class<?> type) {
        Class<?> top = type;
        while (top.getEnclosingClass() != null) {
            top = top.getEnclosingClass();
        }
        String file = "main/java/" + top.getName().replace('.', '/') + ".java";
        Path path = MODULES.stream()
                .map(module -> root.resolve(module).resolve(file))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Source (" + file + ") must lie in one of " + String.join(", ", MODULES) + "."));
        return parsed(path, type);
    }

    private static JavaSource parsed(Path path, Class<?> type) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(path));
            CompilationUnitTree unit = task.parse().iterator().next();
            return new JavaSource(DocTrees.instance(task), unit, find(unit.getTypeDecls(), type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClassTree find(List<? extends Tree> among, Class<?> type) {
        List<? extends Tree> members = type.getEnclosingClass() == null
                ? among
                : find(among, type.getEnclosingClass()).getMembers();
        return members.stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .filter(c -> c.getSimpleName().contentEquals(type.getSimpleName()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Type (" + type.getName() + ") must have a source."));
    }

    /** The Javadoc of the type, or of something in it. */
    Optional<DocCommentTree> doc(Tree part) {
        return Optional.ofNullable(trees.getDocCommentTree(TreePath.getPath(unit, part)));
    }
}
