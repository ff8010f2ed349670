package dev.fettle.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page is a file: where it lies, its heading and its first paragraph say all that menus need. */
class PageTest {
    @Test
    void headingAndFirstParagraphAreTitleAndLead() {
        Page page = Page.of(
                "statistics/luck", "---\norder: 5\n---\n# The luck\n\nWhat the best\nscores.\n\n## More\n\nText.\n");
        assertThat(page.title()).isEqualTo("The luck");
        assertThat(page.lead()).isEqualTo("What the best scores.");
        assertThat(page.order()).isEqualTo(5);
        assertThat(page.folder()).isEqualTo("statistics");
        assertThat(page.up()).isEqualTo("../");
        assertThat(page.markdown()).startsWith("# The luck").endsWith("Text.\n");
    }

    @Test
    void aLeadAloneIsAPage() {
        Page page = Page.of("index", "# Fettle\r\n\r\nTuning.");
        assertThat(page.lead()).isEqualTo("Tuning.");
        assertThat(page.folder()).isEmpty();
        assertThat(page.up()).isEmpty();
    }

    @Test
    void aTextWithoutAHeadingIsTold() {
        assertThatThrownBy(() -> Page.of("a/b", "Text.\n"))
                .hasMessage("Page (a/b.md) must begin with a heading and a paragraph. Maybe  # a/b.");
    }

    @Test
    void oneFileIsAllThatANewPageTakes(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("statistics"));
        Files.writeString(folder.resolve("index.md"), "# Home\n\nAll.\n\n{{pages statistics}}\n");
        Files.writeString(folder.resolve("statistics/b.md"), "# Bee\n\nOf *bees*.\n");
        Files.writeString(
                folder.resolve("statistics/a.md"), "---\norder: 1\n---\n# Ant\n\nOf ants, see [bees](b.md#x).\n");
        List<Page> pages = Page.all(folder);
        assertThat(pages).extracting(Page::path).containsExactly("index", "statistics/a", "statistics/b");
        String index = new Site(pages, new Tables(folder)).files().get("index.html");
        assertThat(index)
                .contains("<h2>Statistics</h2>", "<a href=\"statistics/b.html\">Bee</a></strong>: Of <em>bees</em>.");
        assertThat(index).containsSubsequence("<nav", "Ant</a>", "Bee</a>");
    }

    @Test
    void everyPageOfTheProjectSaysInALeadWhatItIsAbout() {
        assertThat(Pages.ALL)
                .hasSizeGreaterThan(20)
                .allSatisfy(p -> assertThat(p.lead()).hasSizeBetween(30, 300).endsWith("."));
        assertThat(Pages.ALL).extracting(Page::title).doesNotHaveDuplicates();
    }

    @Test
    void thePageOfAStatisticSaysWhatIsComputedWhyAndWhenItMisleads() {
        List<Page> statistics =
                Pages.ALL.stream().filter(p -> p.folder().equals("statistics")).toList();
        assertThat(statistics).hasSizeGreaterThan(10).allSatisfy(p -> assertThat(p.markdown())
                .as(p.path())
                .contains("## What is computed", "## Why", "## An example", "## When it misleads"));
    }
}
