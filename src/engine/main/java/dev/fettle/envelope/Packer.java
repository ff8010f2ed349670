package dev.fettle.envelope;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Fills an envelope: the object, the shell's classes that it needs, the variables that these read, and what their values need, until
 * nothing new is found. Static variables that are no part of a shell are not looked at. One packer, one envelope, one thread.
 */
public final class Packer {
    private final List<Substitute> substitutes;
    private final ClassSource source;
    private final Needs needs;
    private final SortedMap<Member, Optional<Object>> variables = new TreeMap<>();
    private final Map<Member, Unsendable> unsendable = new LinkedHashMap<>();

    private Packer(ClassSource source) {
        this.source = source;
        this.needs = new Needs(source, this::take);
        Stream<Substitute> found =
                ServiceLoader.load(Substitute.class, source.loader()).stream().map(ServiceLoader.Provider::get);
        this.substitutes =
                Stream.concat(Stream.of(OptionalSubstitute::of), found).toList();
    }

    /**
     * What was packed.
     *
     * @param set variables of the shell that the code gives values, by name: each JVM has its own
     * @param names of all classes that the shell's code names, of whatever library
     */
    public record Packed(Envelope envelope, List<String> set, NavigableSet<String> names) {}

    /**
     * Packs an object with the values that variables have now.
     *
     * @throws UnsendableException with the names of all variables whose values cannot be sent, or that the object itself cannot
     */
    public static Packed pack(Object object, ClassSource source) throws UnsendableException {
        return new Packer(source).packed(object);
    }

    private Packed packed(Object object) throws UnsendableException {
        List<String> reasons = new ArrayList<>();
        unsendable(object).ifPresent(why -> reasons.add(why.of("Objective", "keep it out of the objective")));
        needs.follow();
        unsendable.forEach((variable, why) ->
                reasons.add(why.of("Variable (" + variable.name() + ")", "make it inside the objective")));
        if (!reasons.isEmpty()) {
            throw new UnsendableException(reasons);
        }
        return new Packed(new Envelope(needs.classes(), contents(object)), List.copyOf(needs.set()), needs.names());
    }

    /** Takes the value of a variable, unless it cannot be another one there. */
    private void take(Member named) {
        try {
            Field field = named.variable(source.loader());
            if (field == null) {
                return;
            }
            Member variable = new Member(field.getDeclaringClass().getName(), named.name());
            if (!variables.containsKey(variable) && ClassSource.has(variable.owner())) {
                Object value = field.get(null);
                variables.put(variable, Optional.ofNullable(value));
                unsendable(value).ifPresent(why -> unsendable.put(variable, why));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Variable (" + named.name() + ") must let itself be read.", e);
        }
    }

    /** Notes what a value needs; why it cannot be sent, if it cannot. */
    private Optional<Unsendable> unsendable(@Nullable Object value) {
        try (PackingOutput out = output(OutputStream.nullOutputStream())) {
            out.writeObject(value);
            return Optional.empty();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return Optional.of(Unsendable.of(e));
        }
    }

    /** Variables of other classes first, as those of the shell's own may be made with their help. */
    private byte[] contents(Object object) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PackingOutput out = output(bytes)) {
            out.writeInt(variables.size());
            for (boolean own : new boolean[] {false, true}) {
                for (Map.Entry<Member, Optional<Object>> one : variables.entrySet()) {
                    if (own == one.getValue().filter(Packer::isOwn).isPresent()) {
                        out.writeUTF(one.getKey().owner());
                        out.writeUTF(one.getKey().name());
                        out.writeObject(one.getValue().orElse(null));
                    }
                }
            }
            out.writeObject(object);
        } catch (IOException e) {
            throw new IllegalStateException("Objective must be written twice to the same effect.", e);
        }
        return bytes.toByteArray();
    }

    private static boolean isOwn(Object value) {
        return ClassSource.has(value.getClass().getName());
    }

    private PackingOutput output(OutputStream out) throws IOException {
        return new PackingOutput(out, substitutes, type -> needs.add(type.getName()), needs::add);
    }
}
