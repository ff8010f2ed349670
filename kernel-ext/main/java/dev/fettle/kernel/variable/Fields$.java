package dev.fettle.kernel.variable;

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
                        + ArrayText.of(component.getAccessor().invoke(record), Integer.MAX_VALUE));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("Record (" + record.getClass() + ") must give its fields.", e);
            }
        }
        return String.join(", ", parts);
    }
}
