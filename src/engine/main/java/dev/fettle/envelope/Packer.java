package dev.fettle.envelope;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
    /** Bytes that can be sent at once: they stand in one array. */
    private static final long MOST = 2_000_000_000;

    private final List<Substitute> substitutes;
    private final ClassSource source;
    private final long most;
    private final Needs needs;
    private final SortedMap<Member, Optional<Object>> variables = new TreeMap<>();
    private final Map<Member, Unsendable> unsendable = new LinkedHashMap<>();
    /** How large what was looked at is, by the words for it. */
    private final Map<String, Long> sizes = new LinkedHashMap<>();

    private Packer(ClassSource source, long most) {
        this.source = source;
        this.most = most;
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
     * @throws UnsendableException with the names of all variables whose values cannot be sent, or that the object itself cannot, or
     *     what is too large
     */
    public static Packed pack(Object object, ClassSource source) throws UnsendableException {
        return pack(object, source, MOST);
    }

    /** The same of which no part has more bytes than so many. */
    static Packed pack(Object object, ClassSource source, long most) throws UnsendableException {
        return new Packer(source, most).packed(object);
    }

    private Packed packed(Object object) throws UnsendableException {
        List<String> reasons = new ArrayList<>();
        unsendable("what it holds", object)
                .ifPresent(why -> reasons.add(why.of("Objective", "keep it out of the objective")));
        needs.follow();
        unsendable.forEach((variable, why) ->
                reasons.add(why.of("Variable (" + variable.name() + ")", "make it inside the objective")));
        if (!reasons.isEmpty()) {
            throw new UnsendableException(reasons);
        }
        try {
            if (largest().getValue() > most) {
                throw tooLarge();
            }
            Envelope envelope = new Envelope(needs.classes(), contents(object));
            return new Packed(envelope, List.copyOf(needs.set()), needs.names());
        } catch (OutOfMemoryError e) {
            throw tooLarge();
        }
    }

    private Map.Entry<String, Long> largest() {
        return Collections.max(sizes.entrySet(), Map.Entry.comparingByValue());
    }

    private UnsendableException tooLarge() {
        Map.Entry<String, Long> largest = largest();
        return new UnsendableException(List.of("Objective must have at most " + megabytes(most)
                + " with its data, and half of the memory of this process, to be sent to another JVM. Maybe read "
                + largest.getKey() + ", of " + megabytes(largest.getValue())
                + ", inside the objective, from a file that is there."));
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,d MB", bytes / 1_000_000);
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
                unsendable(named.name(), value).ifPresent(why -> unsendable.put(variable, why));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Variable (" + named.name() + ") must let itself be read.", e);
        }
    }

    /** Notes what a value needs; why it cannot be sent, if it cannot. */
    private Optional<Unsendable> unsendable(String words, @Nullable Object value) {
        Counted counted = new Counted();
        try (PackingOutput out = output(counted)) {
            out.writeObject(value);
            sizes.put(words, counted.size());
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
