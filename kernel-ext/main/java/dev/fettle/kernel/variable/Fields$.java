package dev.fettle.kernel.variable;

import dev.fettle.report.text.Wording;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/** The fields of a record of parameters as text. Public because the records of the notebook name it. */
public final class Fields$ {
    private Fields$() {}

    /** {@code alpha = 0.0001, hidden = (100, 50)}, with all digits: a line that may stand behind {@code try}. */
    public static String text(Record record) {
        List<String> parts = new ArrayList<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                parts.add(component.getName() + " = "
                        + Wording.typed(value(component.getAccessor().invoke(record))));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("Record (" + record.getClass() + ") must give its fields.", e);
            }
        }
        return String.join(", ", parts);
    }

    private static Object value(Object field) {
        if (!field.getClass().isArray()) {
            return field;
        }
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < Array.getLength(field); i++) {
            list.add(value(Array.get(field, i)));
        }
        return list;
    }
}
