package dev.fettle.kernel.objective;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.fettle.kernel.JavaException;
import dev.fettle.kernel.source.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The Java part of a cell: one expression, or statements that return.
 *
 * @param text that will be compiled, a closing semicolon of an expression left off
 * @param expression whether it is one
 * @param names all simple names in it
 * @param declared variables that it declares itself
 * @param errors what can be seen without compiling it: syntax, no result, the end of the kernel
 */
record Body(
        String text,
        boolean expression,
        Set<String> names,
        Set<String> declared,
        List<JavaException.SourceError> errors) {
    private static final String EXPRESSION = "Object $() throws Exception {return (Object) (\n";
    private static final String STATEMENTS = "Object $() throws Exception {\n";
    private static final Pattern SEMICOLON = Pattern.compile(";(?=(?:\\s|//[^\\n]*|/\\*(?s:.*?)\\*/)*\\z)");
    /** The pattern recurses, and no one writes more behind an expression. */
    private static final int TAIL = 2000;

    private static final Pattern IMPORT = Pattern.compile("(?m)^[ \\t]*(import\\b[^\\r\\n]*)");
    private static final Pattern EXIT =
            Pattern.compile("(java\\.lang\\.)?(System\\.exit|Runtime\\.getRuntime\\(\\)\\.(exit|halt))");

    static Body of(String java) {
        Optional<Body> expression =
                expression(java).or(() -> withoutSemicolon(java).flatMap(Body::expression));
        if (expression.isPresent() && !mayBeStatements(java)) {
            return expression.get();
        }
        Body statements = statements(java);
        return expression.isPresent() && !declares(java) && !statements.errors().isEmpty()
                ? expression.get()
                : statements;
    }

    /** Without a semicolon at its end, behind which only blanks and comments stand. */
    private static Optional<String> withoutSemicolon(String java) {
        boolean near = java.length() - java.lastIndexOf(';') < TAIL;
        return near ? Optional.of(SEMICOLON.matcher(java).replaceFirst(" ")) : Optional.empty();
    }

    /** A switch may be both; to the parser {@code List<A> a = b} compares and assigns. */
    private static boolean mayBeStatements(String java) {
        return java.stripLeading().startsWith("switch") || declares(java);
    }

    private static boolean declares(String java) {
        return Syntax.ofMembers(STATEMENTS + java + "\n}")
                .onlyMethod()
                .filter(m -> m.getBody().getStatements().stream().anyMatch(VariableTree.class::isInstance))
                .isPresent();
    }

    private static Optional<Body> expression(String java) {
        Syntax syntax = Syntax.ofMembers(EXPRESSION + java + "\n);}");
        return syntax.onlyMethod().filter(Body::isOneExpression).map(method -> new Reader(syntax, EXPRESSION.length())
                .body(java, true, method));
    }

    /** A bracket that closes ours would make something else of it. */
    private static boolean isOneExpression(MethodTree method) {
        List<? extends StatementTree> statements = method.getBody().getStatements();
        return statements.size() == 1
                && statements.get(0) instanceof ReturnTree r
                && r.getExpression() instanceof TypeCastTree cast
                && cast.getExpression() instanceof ParenthesizedTree;
    }

    private static Body statements(String java) {
        Syntax syntax = Syntax.ofMembers(STATEMENTS + java + "\n}");
        Optional<MethodTree> method = syntax.onlyMethod();
        if (method.isPresent()) {
            return new Reader(syntax, STATEMENTS.length()).body(java, false, method.get());
        }
        boolean meantAsExpression = !java.contains(";") && !java.contains("return");
        List<JavaException.SourceError> errors = meantAsExpression
                ? errors(Syntax.ofMembers(EXPRESSION + java + "\n);}"), EXPRESSION.length())
                : errors(syntax, STATEMENTS.length());
        Matcher imports = IMPORT.matcher(java);
        if (imports.find()) {
            return new Body(
                    java,
                    false,
                    Set.of(),
                    Set.of(),
                    List.of(new JavaException.SourceError(
                            imports.start(1),
                            imports.end(1),
                            "import",
                            "Import must stand in a Java cell of its own, above this one.")));
        }
        JavaException.SourceError braces =
                new JavaException.SourceError(0, 1, "braces", "Java must have as many { as }.");
        return new Body(java, false, Set.of(), Set.of(), errors.isEmpty() ? List.of(braces) : errors);
    }

    private static List<JavaException.SourceError> errors(Syntax syntax, int origin) {
        return syntax.errors().stream()
                .map(f -> new JavaException.SourceError(f.start() - origin, f.end() - origin, f.code(), f.message()))
                .toList();
    }

    /** All simple names in the source of a method or type, and whether it ends the kernel. */
    static Body ofMethod(String source) {
        Syntax syntax = Syntax.ofMembers(source);
        Reader reader = new Reader(syntax, 0);
        syntax.members().forEach(m -> reader.scan(m, null));
        return new Body(source, false, reader.names, reader.declared, reader.errors);
    }

    private static final class Reader extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final Set<String> names = new TreeSet<>();
        private final Set<String> declared = new TreeSet<>();
        private final List<JavaException.SourceError> errors = new ArrayList<>();
        private final Syntax syntax;
        private final int origin;
        private boolean returns;
        private int inner;

        Reader(Syntax syntax, int origin) {
            this.syntax = syntax;
            this.origin = origin;
        }

        Body body(String java, boolean expression, MethodTree method) {
            scan(method.getBody(), null);
            if (!returns && errors.isEmpty()) {
                String what = java.isBlank() ? "follow here" : "return a number";
                errors.add(new JavaException.SourceError(
                        0,
                        1,
                        "result",
                        "Java must " + what
                                + ": one expression, or statements that end with return. Maybe  return score;"));
            }
            return new Body(java, expression, names, declared, errors);
        }

        @Override
        public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void none) {
            names.add(tree.getName().toString());
            return super.visitIdentifier(tree, null);
        }

        @Override
        public @Nullable Void visitVariable(VariableTree tree, @Nullable Void none) {
            declared.add(tree.getName().toString());
            return super.visitVariable(tree, null);
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void none) {
            String call = tree.getMethodSelect().toString();
            if (EXIT.matcher(call).matches()) {
                errors.add(error(
                        tree.getMethodSelect(),
                        "Call (" + call + ") must not stand here: it would end the kernel and lose the notebook. Maybe"
                                + "  throw new IllegalStateException(\"…\"), which ends the trial alone."));
            }
            return super.visitMethodInvocation(tree, null);
        }

        @Override
        public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void none) {
            returns |= inner == 0 && tree.getExpression() != null;
            return super.visitReturn(tree, null);
        }

        @Override
        public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void none) {
            inner++;
            super.visitLambdaExpression(tree, null);
            inner--;
            return null;
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void none) {
            inner++;
            super.visitClass(tree, null);
            inner--;
            return null;
        }

        private JavaException.SourceError error(Tree tree, String message) {
            return new JavaException.SourceError(
                    syntax.start(tree) - origin, syntax.end(tree) - origin, "exit", message);
        }
    }
}
