package dev.fettle.envelope;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.lang.invoke.SerializedLambda;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes objects, tells what they are made of, and lets substitutes go for those that cannot be written. */
final class PackingOutput extends ObjectOutputStream {
    private final List<Substitute> substitutes;
    private final Consumer<Class<?>> types;
    private final Consumer<Member> lambdas;

    /**
     * An output.
     *
     * @param types hears of the classes of objects
     * @param lambdas hears of the methods of lambdas
     */
    PackingOutput(OutputStream out, List<Substitute> substitutes, Consumer<Class<?>> types, Consumer<Member> lambdas)
            throws IOException {
        super(out);
        this.substitutes = substitutes;
        this.types = types;
        this.lambdas = lambdas;
        enableReplaceObject(true);
    }

    @Override
    protected void annotateClass(Class<?> type) {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        types.accept(element);
    }

    @Override
    protected @Nullable Object replaceObject(@Nullable Object object) {
        if (object instanceof SerializedLambda lambda) {
            lambdas.accept(new Member(lambda.getImplClass().replace('/', '.'), lambda.getImplMethodName()));
        }
        if (object == null || object instanceof Serializable) {
            return object;
        }
        if (object instanceof Record written) {
            return RecordSubstitute.of(written);
        }
        for (Substitute substitute : substitutes) {
            Serializable other = substitute.of(object);
            if (other != null) {
                return other;
            }
        }
        return object;
    }
}
