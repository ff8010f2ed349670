package dev.fettle.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAddressTest {
    private static PostgresAddress read(String text) throws IOException {
        return PostgresAddress.read(text, Map.of("PGUSER", "ann"));
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://bob:s3cret@db.example.org:5433/tuning, postgresql://db.example.org:5433/tuning, bob, s3cret",
        "postgres://bob:s3cret@db/tuning, postgresql://db/tuning, bob, s3cret",
        "jdbc:postgresql://db:5432/tuning?user=bob&password=s3cret&ssl=true, postgresql://db:5432/tuning, bob, s3cret",
        "postgresql://bob:a%40b%3A%2Fc+%25@db/tuning, postgresql://db/tuning, bob, a@b:/c+%",
        "postgresql://bob:a@b/c:d@db/tuning, postgresql://db/tuning, bob, a@b/c:d",
        "postgresql://bob:a#b@db/tuning, postgresql://db/tuning, bob, a#b",
        "postgresql://bob:a?b@db/tuning, postgresql://db/tuning, bob, a?b",
        "'postgresql://bob:x@one:1,two:2/tuning', 'postgresql://one:1,two:2/tuning', bob, x",
        "postgresql://bob:x@[::1]:5432/tuning, postgresql://[::1]:5432/tuning, bob, x",
        "postgresql://bob:x@db/my%20tuning, postgresql://db/my tuning, bob, x",
        "postgresql://bob:x@db, postgresql://db/bob, bob, x",
    })
    void anAddressIsReadAndItsSecretsAreApart(String text, String place, String user, String password)
            throws IOException {
        PostgresAddress address = read(text);
        assertThat(address.place()).isEqualTo(place);
        assertThat(address).hasToString(place);
        assertThat(address.properties()).containsEntry("user", user).containsEntry("password", password);
        assertThat(address.url()).doesNotContain(password + "@").doesNotContain(user + ":");
    }

    @Test
    void theEnvironmentSaysWhoAndThePassword() throws IOException {
        PostgresAddress address =
                PostgresAddress.read("postgresql:///tuning", Map.of("PGUSER", "ann", "PGPASSWORD", "s3cret"));
        assertThat(address.place()).isEqualTo("postgresql://localhost/tuning");
        assertThat(address.properties()).containsEntry("user", "ann").containsEntry("password", "s3cret");
    }

    @Test
    void theAddressMaySayMoreToTheDriver() throws IOException {
        PostgresAddress address = read("postgresql://db/tuning?sslmode=require&currentSchema=team&socketTimeout=7");
        assertThat(address.schema()).isEqualTo("team");
        assertThat(address.properties())
                .containsEntry("sslmode", "require")
                .containsEntry("currentSchema", "\"team\"")
                .containsEntry("socketTimeout", "7")
                .containsEntry("connectTimeout", "10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://bob:s3cret",
                "postgresql://bob:s3cret/tuning",
                "postgresql://bob:s3cret@db:port/tuning",
                "postgresql://bob:s3cret@db/a/s3cret",
                "postgresql://bob:s3cret%@db/tuning",
                "postgresql://s3cret word/tuning",
                "mysql://bob:s3cret@db/tuning"
            })
    void anAddressThatIsNoneIsNotRepeated(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(
                        "Journal (of PostgreSQL) must be postgresql://user:password@host:port/database. Maybe")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void addressesAreToldFromFiles() {
        assertThat(PostgresStore.isAddress("postgresql://db/tuning")).isTrue();
        assertThat(PostgresStore.isAddress("postgres://db/tuning")).isTrue();
        assertThat(PostgresStore.isAddress("jdbc:postgresql://db/tuning")).isTrue();
        assertThat(PostgresStore.isAddress("postgresql.db")).isFalse();
        assertThat(PostgresStore.isAddress("C:/studies.db")).isFalse();
    }
}
