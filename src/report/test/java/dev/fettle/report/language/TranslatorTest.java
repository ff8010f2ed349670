package dev.fettle.report.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TranslatorTest {
    private static final Translator ZH = Language.ZH.translator();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Grid search finished: 72 of 72 points, 5-fold CV, 270 fits, 2.3 s, seed 42."
                        + "|网格搜索完成：72 / 72 个点，5 折交叉验证，270 次拟合，2.3 s，种子 42。",
                "Best accuracy 0.9833 ± 0.017 (SE) at trial 7: alpha 0.0001, solver adam."
                        + "|最佳 accuracy 0.9833 ± 0.017（标准误），见第 7 次试验：alpha 0.0001, solver adam。",
                "Option (--trails) must be one of the magic's; --help lists them. Maybe --trials."
                        + "|选项（--trails）必须是此魔法命令的选项；--help 列出全部选项。也许可用 --trials。",
                "1 trial running, which nobody says.|1 trial running, which nobody says.",
                "No trial was scored. This sentence is not ours.|没有任何试验得到得分。 This sentence is not ours.",
                "--trials (x) must be a whole number of at least 1.|--trials（x）必须是不小于 1 的整数。",
                "One point at x = 1 failed: took longer than 0.2s.|一个点（x = 1）失败：超过了 0.2s。",
            })
    void aSentenceIsSaidByItsEntryAndOneWithoutStays(String english, String chinese) {
        assertThat(ZH.text(english)).isEqualTo(chinese);
    }

    @Test
    void englishIsTheSameBytes() {
        String text = "No trial was scored.\n  Best a 1 at trial 1: x 2.";
        assertThat(Language.EN.translator().text(text)).isSameAs(text);
        assertThat(Language.of("en")).contains(Language.EN);
        assertThat(Language.of("fr")).isEmpty();
    }

    private static List<String> words() {
        return List.of(
                "a {0} b",
                "$1 and \\1 \\$",
                "No score yet",
                "No score yet. Best of all",
                "5-fold CV, seed 42",
                "<script>alert(1)</script>",
                "\u202Eright to left\u202C",
                "()) must be free",
                "x".repeat(100_000));
    }

    @ParameterizedTest
    @MethodSource("words")
    void whatUsersWroteComesOutAsItWentIn(String words) {
        String english = "3 of 110 trials failed: E \"" + words + "\"; %tune show s failed";
        assertThat(ZH.text(english)).isEqualTo("110 次试验中有 3 次失败：E \"" + words + "\"; %tune show s failed");
        assertThat(ZH.text("Trial 7 failed: E \"" + words + "\".")).contains("第 7 次试验失败：E \"" + words + "\"");
    }

    @Test
    void codeAboveCaretsStays() {
        String cell = "line 2, column 4\n  No score yet.\n     ^\n  No score yet.";
        assertThat(ZH.text(cell)).isEqualTo("第 2 行，第 4 列\n  No score yet.\n     ^\n  还没有得分。");
    }

    /** Four times the letters may take four times as long, sixteen times were the square; the limit lies between. */
    @ParameterizedTest
    @CsvSource({
        "'a. '",
        "'trial '",
        "'3 of 5 trials failed: '",
        "'(No score yet. '",
        "'Maybe x, '",
        "' '",
        "'Best a 1 at trial 2: '",
        "'seed 42, '"
    })
    void theTimeGrowsAsTheLength(String unit) {
        time(unit, 10_000);
        double small = time(unit, 25_000);
        double large = time(unit, 100_000);
        assertThat(large).as("%s: %s s and %s s", unit, small, large).isLessThan(10 * small + 0.05);
    }

    private static double time(String unit, int letters) {
        String text = unit.repeat(letters / unit.length());
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            assertThat(ZH.text(text)).isNotEmpty();
            least = Math.min(least, (System.nanoTime() - start) / 1e9);
        }
        return least;
    }

    @Test
    void noKeyStandsTwiceAndNoTranslationIsEnglish() {
        List<String> keys = Language.ZH.keys();
        Set<String> seen = new HashSet<>();
        assertThat(keys).hasSizeGreaterThan(1000);
        assertThat(keys.stream().filter(key -> !seen.add(key))).isEmpty();
    }

    @Test
    void anEntryKnowsItsPlaceholders() {
        assertThatThrownBy(() -> new Entry("{0} trials", "{1} 次", Scope.CLAUSE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("{0} trials");
        assertThatThrownBy(() -> Slot.of('!')).hasMessage("Sign (!) must be one of #, =, * and ?.");
    }
}
