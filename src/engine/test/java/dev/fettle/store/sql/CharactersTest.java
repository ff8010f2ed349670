package dev.fettle.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CharactersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"a\":\"\\u0000\"}",
                "é ∞ 🙂",
                "\0",
                "a\0b\0",
                "\u001A",
                "\u001A0041",
                "\uD83D",
                "\uDE42",
                "\uDE42\uD83D",
                "\uD83D\uD83D\uDE42\uDE42",
                "\uD83D\u001A\uDE42",
                "\uFFFF\uFFFE",
                "\r\n\t\u0085\u2028"
            })
    void anyTextComesBack(String text) {
        String kept = Characters.kept(text);
        assertThat(Characters.read(kept)).isEqualTo(text);
        assertThat(kept).doesNotContain("\0");
        assertThat(new String(
                        kept.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(kept);
    }

    @Test
    void textWithoutStrangeCharactersIsTheSame() {
        String text = "{\"name\":\"é 🙂\\u0000\",\"line\":\"\n\"}";
        assertThat(Characters.kept(text)).isSameAs(text);
        assertThat(Characters.read(text)).isSameAs(text);
    }

    @Test
    void twoTextsAreNeverKeptAsOne() {
        assertThat(Characters.kept("\0")).isNotEqualTo(Characters.kept("\u001A0000"));
    }
}
