package dev.fettle.kernel.source;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What on a line has thrown an exception. A stack trace has the line alone; what was thrown, what it says, and what was
 * called there tell the rest where only one thing on the line can be meant.
 *
 * @param start first character in the source, from 0
 * @param end behind the last character
 * @param receiver the expression that was null, was no index and the like, as it is written; empty if there is none
 */
record Suspect(int start, int end, String receiver) {
    private static final Pattern INVOKED = Pattern.compile("Cannot invoke \"(?:[^\"(]*\\.)?([\\w$]+)\\(");
    private static final Pattern FIELD =
            Pattern.compile("Cannot (?:read|assign) (?:field \"([\\w$]+)\"|the array (length))");

    /**
     * The suspect of a line; empty if there is none, or several that differ.
     *
     * @param source members of a class, or of a method's body
     * @param line from 1
     * @param type simple name of the exception
     * @param callee the method from which it came out, {@code <init>} for a constructor; empty if it was thrown on the line itself
     */
    static Optional<Suspect> on(String source, int line, String type, String message, String callee) {
        for (String[] around : new String[][] {
            {"", ""},
            {"Object $() throws Exception {\n", "\n}"},
            {"Object $() throws Exception {return (Object) (\n", "\n);}"}
        }) {
            Syntax syntax = Syntax.ofMembers(around[0] + source + around[1]);
            if (syntax.errors().isEmpty()) {
                int head = around[0].length();
                Finder finder = new Finder(syntax, source, head, line, guilty(type, message, callee));
                syntax.members().forEach(m -> finder.scan(m, null));
                return finder.only();
            }
        }
        return Optional.empty();
    }

    private static Predicate<Tree> guilty(String type, String message, String callee) {
        if (!callee.isEmpty()) {
            return tree -> tree instanceof NewClassTree ? callee.equals("<init>") : callee.equals(called(tree));
        }
        Matcher invoked = INVOKED.matcher(message);
        if (invoked.find()) {
            return tree -> invoked.group(1).equals(called(tree));
        }
        Matcher field = FIELD.matcher(message);
        if (field.find()) {
            String name = field.group(1) == null ? field.group(2) : field.group(1);
            return tree -> tree instanceof MemberSelectTree select
                    && select.getIdentifier().contentEquals(name);
        }
        if (message.endsWith(" is null") && message.contains("array")) {
            return ArrayAccessTree.class::isInstance;
        }
        return switch (type) {
            case "ArrayIndexOutOfBoundsException", "ArrayStoreException" -> ArrayAccessTree.class::isInstance;
            case "ArithmeticException" -> Suspect::divides;
            case "ClassCastException" -> TypeCastTree.class::isInstance;
            case "NegativeArraySizeException" -> NewArrayTree.class::isInstance;
            default -> ThrowTree.class::isInstance;
        };
    }

    private static boolean divides(Tree tree) {
        return switch (tree.getKind()) {
            case DIVIDE, REMAINDER, DIVIDE_ASSIGNMENT, REMAINDER_ASSIGNMENT -> true;
            default -> false;
        };
    }

    /** The name of the method that a tree calls; empty if it is no call. */
    private static String called(Tree tree) {
        return tree instanceof MethodInvocationTree call
                ? call.getMethodSelect() instanceof MemberSelectTree select
                        ? select.getIdentifier().toString()
                        : call.getMethodSelect() instanceof IdentifierTree name
                                ? name.getName().toString()
                                : ""
                : "";
    }

    private static @Nullable ExpressionTree receiver(Tree tree) {
        if (tree instanceof MethodInvocationTree call) {
            return call.getMethodSelect() instanceof MemberSelectTree select ? select.getExpression() : null;
        }
        return tree instanceof MemberSelectTree select
                ? select.getExpression()
                : tree instanceof ArrayAccessTree access ? access.getExpression() : null;
    }

    private static final class Finder extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final List<Suspect> found = new ArrayList<>();
        private final Syntax syntax;
        private final String source;
        private final int head;
        private final int line;
        private final Predicate<Tree> guilty;

        Finder(Syntax syntax, String source, int head, int line, Predicate<Tree> guilty) {
            this.syntax = syntax;
            this.source = source;
            this.head = head;
            this.line = line;
            this.guilty = guilty;
        }

        @Override
        public @Nullable Void scan(@Nullable Tree tree, @Nullable Void none) {
            if (tree != null && guilty.test(tree) && line(mark(tree)) == line) {
                ExpressionTree receiver = receiver(tree);
                found.add(new Suspect(
                        syntax.start(tree) - head, syntax.end(tree) - head, receiver == null ? "" : text(receiver)));
            }
            return super.scan(tree, null);
        }

        /** What javac gives the line of: of a chain of calls over several lines each call has its own. */
        private int mark(Tree tree) {
            Tree marked = tree instanceof MethodInvocationTree call
                    ? call.getMethodSelect()
                    : tree instanceof MemberSelectTree ? tree : null;
            Tree left = tree instanceof BinaryTree binary
                    ? binary.getLeftOperand()
                    : tree instanceof CompoundAssignmentTree assigned ? assigned.getVariable() : null;
            return left != null
                    ? syntax.end(left) - head
                    : (marked == null ? syntax.start(tree) : syntax.end(marked) - 1) - head;
        }

        private String text(Tree tree) {
            return source.substring(syntax.start(tree) - head, syntax.end(tree) - head);
        }

        private int line(int position) {
            int end = Math.max(0, Math.min(position, source.length()));
            return 1
                    + (int) source.substring(0, end)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
        }

        /** Several that say the same, {@code s.length() + s.length()}, are as good as one. */
        Optional<Suspect> only() {
            return found.stream().map(Suspect::receiver).distinct().count() == 1 && !found.isEmpty()
                    ? Optional.of(found.get(0))
                    : Optional.empty();
        }
    }
}
