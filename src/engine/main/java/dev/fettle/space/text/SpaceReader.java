package dev.fettle.space.text;

import dev.fettle.space.Choice;
import dev.fettle.space.Parameter;
import dev.fettle.space.Point;
import dev.fettle.space.Scalar;
import dev.fettle.space.SearchSpace;
import dev.fettle.word.Maybe;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the statements of a space one by one; a mistake ends its statement and not the reading. */
final class SpaceReader {
    private final Tokens tokens;
    private final ValueReader values;
    private final PythonReader python;
    private final DomainReader domains;
    private final Names names = new Names();
    private final Demands demands;
    private final Frame frame;
    private final List<Union> unions = new ArrayList<>();
    private final Set<String> prefixes = new LinkedHashSet<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    /** What the present statement is about. */
    private String subject = "";
    /** Where it begins, behind what opens a dictionary. */
    private int entry;

    SpaceReader(List<Token> all, JavaValues java) {
        this.tokens = new Tokens(all);
        this.values = new ValueReader(tokens, java);
        this.python = new PythonReader(tokens, values);
        this.domains = new DomainReader(tokens, values, python);
        this.demands = new Demands(tokens, values, names);
        this.frame = new Frame(tokens);
    }

    /** The list of dictionaries that is open. */
    private Union union() {
        return unions.get(unions.size() - 1);
    }

    private interface Reading {
        void read() throws MistakeException;
    }

    void readAll() {
        while (!tokens.atEnd()) {
            if (!guarded(tokens.peek(), this::statement)) {
                names.blame(subject);
                if (frame.isList()) {
                    union().spoil();
                }
                if (!toNextEntry()) {
                    tokens.skipLine();
                }
            }
        }
        frame.end();
        unions.stream().filter(u -> !u.isSpoilt()).forEach(u -> guarded(u.begin(), () -> conclude(u)));
        demands.conditions().forEach((name, at) -> {
            tokens.goTo(at);
            if (!guarded(tokens.peek(), () -> demands.readCondition(name))) {
                names.withdraw(name);
            }
        });
        for (List<String> circle = names.sort(); !circle.isEmpty(); circle = names.sort()) {
            mistakes.add(demands.circle(circle));
            names.withdraw(circle.get(0));
        }
        for (int at : demands.statements()) {
            tokens.goTo(at);
            guarded(tokens.peek(), demands::readStatement);
        }
        mistakes.addAll(demands.mistakes(warnings));
        warnings.addAll(domains.sentences());
        warnings.addAll(python.sentences());
        if (values.sawNull()) {
            warnings.add("The value null is the word none here; Java reads the string \"none\".");
        }
        prefixes.forEach(prefix -> warnings.add(
                "The prefix " + prefix + " was left out: parameters belong to no step of a pipeline here."));
    }

    /** Goes on behind the comma of a pasted entry with a mistake, if another entry stands on its line. */
    private boolean toNextEntry() {
        if (!frame.isOpen()) {
            return false;
        }
        tokens.goTo(entry);
        tokens.toComma();
        return tokens.take(",") && frame.goesOn();
    }

    /** Whether a statement could be read, to its end. */
    private boolean guarded(Token start, Reading statement) {
        subject = start.text();
        try {
            statement.read();
            ending();
            return true;
        } catch (MistakeException m) {
            mistakes.addAll(m.mistakes());
        } catch (IllegalArgumentException e) {
            // The types of the space say the rest: bounds, steps, defaults.
            mistakes.add(start.place().says(String.valueOf(e.getMessage())));
        }
        return false;
    }

    /** Names of statements with a mistake, which declare nothing. */
    Set<String> broken() {
        return names.broken();
    }

    Map<String, SpaceText.Declaration> declarations() {
        return names.declarations();
    }

    List<Mistake> mistakes() {
        return mistakes;
    }

    List<String> warnings() {
        return warnings;
    }

    SearchSpace space() {
        return demands.space();
    }

    Map<String, Object> constants() {
        return names.constants();
    }

    List<Point> tries() {
        return demands.tries();
    }

    private void ending() throws MistakeException {
        boolean divided = false;
        while (true) {
            // All of them mean nothing at the end of a line.
            if (tokens.take(",") || tokens.take(";")) {
                divided = true;
            } else if (!frame.leave()) {
                break;
            }
        }
        if (divided && frame.goesOn()) {
            return;
        }
        if (!tokens.atLineEnd()) {
            throw new MistakeException(
                    tokens.peek(),
                    "Statement must end here; " + tokens.peek().shown() + " does not belong to it."
                            + Maybe.sentence(tokens.peek().text(), List.of("default", "if", "step")));
        }
        tokens.next();
    }

    private void statement() throws MistakeException {
        if (frame.enter()) {
            if (frame.isList() && frame.dictionary() == 0) {
                unions.add(new Union(frame.begin()));
            }
            if (!frame.isEntry()) {
                return;
            }
        }
        entry = tokens.at();
        Token token = tokens.peek();
        Token second = tokens.peek(1);
        boolean named = token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.QUOTED;
        if (tokens.atLineEnd() || token.is(";") || leftOver()) {
            return;
        }
        if (frame.isEntry() || second.is(":")) {
            declaration();
            return;
        }
        frame.end();
        if (named && (second.isWord("in") || second.is("~") || second.is("[") || second.is("=") || isLabelled())) {
            declaration();
        } else if (token.isWord("require") || token.isWord("try")) {
            demands.passStatement();
        } else {
            throw StrangeLine.mistake(tokens, names);
        }
    }

    /** Takes brackets that close a dictionary whose begin was not pasted. */
    private boolean leftOver() {
        boolean any = tokens.peek().closes();
        while (tokens.peek().closes()) {
            tokens.next();
        }
        return any;
    }

    /** Whether a call such as {@code trial.suggest_float("alpha", …)} is next, whose first argument is a name. */
    private boolean isLabelled() {
        return tokens.peek(1).is(".")
                && tokens.peek(3).is("(")
                && tokens.peek(4).kind() == Token.Kind.QUOTED;
    }

    private void declaration() throws MistakeException {
        boolean labelled = isLabelled();
        boolean keyword = frame.isKeyword();
        Token name = labelled ? tokens.peek(4) : tokens.next();
        String id = labelled || tokens.peek().is(":") || frame.isEntry() ? withoutPrefix(name.text()) : name.text();
        subject = id;
        boolean again = frame.isList() && union().names().contains(id);
        names.check(name, id, again);
        Place domain = labelled ? tokens.peek().place() : domain();
        values.forget();
        Object declared = labelled ? python.declared(id) : declared(name, id, keyword);
        Map<Object, Place> places = values.places();
        if (declared instanceof Parameter bare) {
            parameter(bare);
        } else if (frame.isList()) {
            parameter(Choice.of(id, declared));
        } else {
            names.constants().put(id, declared);
        }
        names.declarations()
                .merge(id, new SpaceText.Declaration(name.place(), domain, places), SpaceText.Declaration::with);
    }

    /** {@code mlp__alpha} of a pipeline is alpha. */
    private String withoutPrefix(String name) {
        int end = name.lastIndexOf("__") + 2;
        if (end < 3 || end == name.length()) {
            return name;
        }
        prefixes.add(name.substring(0, end));
        return name.substring(end);
    }

    private Object declared(Token name, String id, boolean keyword) throws MistakeException {
        boolean pasted = keyword || (tokens.peek().is("=") && python.callsModule(1));
        if (pasted || tokens.take(":")) {
            if (pasted) {
                tokens.next();
            }
            return domains.isFinite() ? domains.finite(id) : python.declared(id);
        }
        return tokens.take("=") ? values.value() : domains.parameter(name);
    }

    private void parameter(Parameter bare) throws MistakeException {
        Parameter full =
                tokens.takeWord("default") ? DomainReader.startingAt(bare, tokens.peek(), values.value()) : bare;
        if (frame.isList() && full instanceof Scalar entry) {
            full = union().add(frame.dictionary(), entry);
        }
        names.parameters().put(full.name(), full);
        if (tokens.takeWord("if")) {
            demands.passCondition(full.name());
        }
    }

    /** A list of dictionaries, when all of its entries are known. */
    private void conclude(Union union) {
        List<String> said = new ArrayList<>();
        for (String name : union.names()) {
            union.condition(name).ifPresent(condition -> {
                demands.limit(union.begin(), name, condition);
                said.add(name + " if " + condition.text());
            });
        }
        union.constraint().ifPresent(constraint -> {
            demands.require(union.begin(), constraint);
            said.add("require " + constraint.text());
        });
        if (!said.isEmpty()) {
            warnings.add("The dictionaries are one space here:  " + String.join(";  ", said) + ".");
        }
    }

    /** Behind the sizes of an array and the sign. */
    private Place domain() {
        int ahead = 0;
        while (tokens.peek(ahead).is("[")
                || tokens.peek(ahead).is("]")
                || tokens.peek(ahead).kind() == Token.Kind.NUMBER) {
            ahead++;
        }
        return tokens.peek(ahead + 1).place();
    }
}
