package dev.fettle.store.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a file says, row by row: which studies it holds, where their lines stand, and what is damaged. */
final class Index {
    private final Map<String, Kept> studies = new TreeMap<>();

    /** Lines of a transaction that is not over. */
    private final List<Placed> open = new ArrayList<>();

    private long rows;

    /** How many rows there were before the open transaction. */
    private long known;

    private @Nullable String damage;

    private record Placed(Row row, long offset) {}

    /** The first damage that may concern any study; null if there is none. */
    @Nullable
    String damage() {
        return damage;
    }

    boolean isDamaged() {
        return damage != null || studies.values().stream().anyMatch(k -> k.damage() != null);
    }

    /** Whether every transaction so far is over. */
    boolean isWhole() {
        return open.isEmpty();
    }

    /** The lines of a study; null if it has none. */
    @Nullable
    Kept study(String name) {
        return studies.get(name);
    }

    /** In the order of their first line. */
    List<String> studies() {
        return studies.entrySet().stream()
                .sorted(Comparator.comparingLong(e -> e.getValue().first()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** One more line of the file, as it is numbered there. */
    void count() {
        known = open.isEmpty() ? rows : known;
        rows++;
    }

    /** The file ends here: a transaction that is not over broke off, and will be read again if it goes on. */
    void abandon() {
        rows = open.isEmpty() ? rows : known;
        open.clear();
    }

    /** Something is wrong here, and there is no saying whose it was. */
    void damaged() {
        if (damage == null) {
            damage = place();
        }
        settle();
    }

    private String place() {
        return "line " + rows + " of the file";
    }

    /** What is open was kept, since something follows it; only at the end of the file it may be an append that broke off. */
    void settle() {
        List<Placed> all = List.copyOf(open);
        open.clear();
        all.forEach(this::keep);
    }

    void apply(Row row, long offset) {
        if (!open.isEmpty() && !follows(row, open.get(open.size() - 1).row)) {
            damaged();
        }
        open.add(new Placed(row, offset));
        if (row.left() == 0) {
            settle();
        }
    }

    private static boolean follows(Row row, Row before) {
        return row.kind() == Row.Kind.ADD
                && row.study().equals(before.study())
                && row.number() == before.number() + 1
                && row.left() == before.left() - 1;
    }

    private void keep(Placed placed) {
        Row row = placed.row;
        switch (row.kind()) {
            case ADD -> add(row, placed.offset);
            case RENAME -> rename(row);
            case REMOVE -> forget(row.study());
        }
    }

    private void add(Row row, long offset) {
        if (row.number() == 0 && studies.containsKey(row.study())) {
            // A study that begins again has been removed or renamed, and that is lost.
            forget(row.study());
            damaged();
        }
        Kept kept = studies.computeIfAbsent(row.study(), s -> new Kept(offset));
        if (!kept.add(row.number(), offset)) {
            damaged();
        }
        if (row.text() == null) {
            kept.damaged(place());
        }
    }

    private void rename(Row row) {
        Kept kept = studies.remove(row.study());
        if (kept == null || row.text() == null || studies.putIfAbsent(row.text(), kept) != null) {
            damaged();
        }
    }

    private void forget(String study) {
        if (studies.remove(study) == null) {
            damaged();
        }
    }
}
