package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cells show where {@code %tune set language zh} was said. */
class LanguageCellTest extends CellFixture {
    private static final String CELL = "\nx in {1, 2}\nmaximize a\nSystem.out.println(\"No score yet.\"); return x;";

    private String last(String cell) throws Exception {
        run(cell);
        return kernel.lastText();
    }

    private String lastPage() {
        return kernel.frames().get(kernel.frames().size() - 1).forms().getOrDefault("text/html", "");
    }

    @Test
    void theLanguageIsSetAndEndedLikeAnOption() throws Exception {
        assertThat(last("%tune set language zh")).isEqualTo("没有设置：每个单元格都使用标准选项。\n语言 zh");
        assertThat(last("%tune set seed 7")).isEqualTo("--seed 7\n语言 zh");
        fails("%tune set language fr", "设置（language）必须是 en 或 zh，而不是 fr。");
        assertThat(last("%tune set language")).isEqualTo("--seed 7");
        fails("%tune set language fr", "Setting (language) must be en or zh, not fr.");
        run("%tune set language zh");
        assertThat(last("%tune set language en")).isEqualTo("--seed 7");
    }

    @Test
    void reportsMistakesAndPagesAreInItAndWhatUsersPrintedIsNot() throws Exception {
        run("%tune set language zh");
        assertThat(last("%%gridsearch s --plot none" + CELL))
                .contains("网格搜索完成：2 / 2 个点", "最佳 a 2.000，见第 2 次试验：x 2。")
                .doesNotContain("finished", "at trial");
        assertThat(lastPage()).contains("网格搜索完成", "最佳 a 2.000").doesNotContain("finished");
        assertThat(last("%tune show s prints")).contains("No score yet.").doesNotContain("还没有得分");
        fails("%%gridsearch s --trails 1\nx in {1, 2", "处错误，没有运行任何内容；研究 s 未改变。");
        assertThat(kernel.lastText())
                .contains("选项（--trails）必须是此魔法命令的选项", "\n  x in {1, 2\n")
                .doesNotContain("must");
        assertThat(last("%tune help")).contains("%tune models                       --model 后面可以写什么");
        assertThat(last("%tune")).contains("s：网格搜索完成");
        run("%tune set language en");
        assertThat(last("%tune show s")).contains("Grid search finished: 2 of 2 points");
    }

    @Test
    void aJournalHoldsNothingOfIt(@TempDir Path folder) throws Exception {
        String cell =
                "%%gridsearch s --journal " + folder.resolve("s.txt") + "\nx in {1, 0}\nmaximize a\nreturn 1 / x;";
        run("%tune set language zh");
        run(cell);
        assertThat(kernel.text()).contains("2 次试验中有 1 次失败：ArithmeticException \"/ by zero\"");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isNotEmpty().allSatisfy(file -> assertThat(
                            new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                    .doesNotContain("试验", "失败"));
        }
    }
}
