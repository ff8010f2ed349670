package dev.fettle.store.sql;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The forms that the tables have had, each made of the one before: there is no way back. A database in an older form is read as
 * it is, so that a later form must be one from which the columns of the first can be read, and brought forward before it is written.
 */
public record Schema(List<Migration> migrations) {
    public static final Set<String> TABLES = Set.of("meta", "study", "line");

    public int newest() {
        return migrations.get(migrations.size() - 1).schema();
    }

    /** Refuses what only a newer program reads, or writes, rightly. */
    public void check(Meta meta, String place, boolean write) throws IOException {
        int needed = write ? meta.minWriter() : meta.minReader();
        if (needed > newest()) {
            throw new IOException("Journal (" + place + ") must be " + (write ? "written" : "read")
                    + " by a version of Fettle that knows its format " + needed + "; this one knows " + newest()
                    + ". Maybe install the version that made it (" + meta.engine() + ") or a later one"
                    + (meta.minReader() <= newest() ? "; reading it works." : "."));
        }
    }

    /** Whether tables are those that were made, by their statements; what later forms were made of is not looked at. */
    public boolean isAsMade(Meta meta, Collection<String> statements) {
        return meta.schema() > 1 || statements.containsAll(migrations.get(0).statements());
    }

    /** Whether it must be brought forward before it is written. */
    public boolean isOld(Meta meta) {
        return meta.schema() < newest();
    }

    /** Makes the next form, in the transaction that is open. */
    public Meta step(Connection connection, @Nullable Meta meta) throws SQLException {
        Migration next = migrations.get(meta == null ? 0 : meta.schema());
        try (Statement statement = connection.createStatement()) {
            for (String sql : next.statements()) {
                statement.execute(sql);
            }
        }
        Meta made = new Meta(
                next.schema(),
                next.minReader(),
                next.minWriter(),
                Optional.ofNullable(Schema.class.getPackage().getImplementationVersion())
                        .orElse("unreleased"),
                meta == null ? UUID.randomUUID().toString() : meta.uuid());
        made.write(connection);
        return made;
    }
}
