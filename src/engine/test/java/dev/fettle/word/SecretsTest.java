package dev.fettle.word;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shown of an address. */
class SecretsTest {
    @ParameterizedTest
    @ValueSource(strings = {"hush", "p@ss", "a/b?c", "a:b", "100%", "$1\\2", "größe"})
    void aPasswordIsStarsOfItsLength(String password) {
        String line = "--journal postgresql://me:" + password + "@host:5432/db --seed 1";
        String shown = "--journal postgresql://me:" + "*".repeat(password.length()) + "@host:5432/db --seed 1";
        assertThat(Secrets.hidden(line)).isEqualTo(shown);
        assertThat(Secrets.hiddenWord("jdbc:postgres://me:" + password + " " + password + "@host/db"))
                .isEqualTo("jdbc:postgres://me:" + "*".repeat(2 * password.length() + 1) + "@host/db");
    }

    @Test
    void settingsMayBePasswordsToo() {
        assertThat(Secrets.hidden("postgresql://host/db?user=me&password=hush&sslpassword=h"))
                .isEqualTo("postgresql://host/db?user=me&password=****&sslpassword=*");
    }

    @Test
    void everythingElseStays() {
        for (String text : new String[] {"postgresql://me@host/db", "a:b@c", "x ~ int(1, 2)", "http://u:p@h/"}) {
            assertThat(Secrets.hidden(text)).isEqualTo(text);
            assertThat(Secrets.hiddenWord(text)).isEqualTo(text);
        }
    }
}
