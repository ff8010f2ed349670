package dev.fettle.store;

import java.io.IOException;
import java.util.List;

/** What another process does with a store: {@code OPENER PLACE append STUDY COUNT} or {@code OPENER PLACE enter STUDY}. */
public final class Visitor {
    private Visitor() {}

    public static void main(String[] words) throws Exception {
        Opener opener = Class.forName(words[0])
                .asSubclass(Opener.class)
                .getDeclaredConstructor()
                .newInstance();
        try (Store store = opener.open(words[1])) {
            Lines lines = store.lines(words[3]);
            if (words[2].equals("enter")) {
                try (Presence presence = lines.enter()) {
                    System.out.println(presence.writer());
                    Child.stay();
                }
            } else {
                for (int i = 0; i < Integer.parseInt(words[4]); i++) {
                    append(lines, "other " + i);
                    System.out.println(i);
                }
            }
        }
    }

    /** Appends one line behind all others, however often somebody else is quicker. */
    public static void append(Lines lines, String line) throws IOException {
        for (boolean kept = false; !kept; ) {
            try {
                lines.append(lines.read(0).size(), List.of(line));
                kept = true;
            } catch (Conflict e) {
                // Somebody was quicker; read again.
            }
        }
    }
}
