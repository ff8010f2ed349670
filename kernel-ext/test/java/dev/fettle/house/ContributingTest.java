package dev.fettle.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** CONTRIBUTING.md is true: its files exist, its picture of the rooms shows them all, and its arrows point down. */
class ContributingTest {
    private static final String TEXT = Sources.read(Sources.ROOT.resolve("CONTRIBUTING.md"));

    /** A file in backticks: a path from the root, or the end of one such as {@code room/File.java}. */
    private static final Pattern FILE = Pattern.compile("`([\\w./-]+\\.(?:java|py|md|xml|ftl))`");

    /** A line of the picture: a module or none, its rooms, what they are for. */
    private static final Pattern LINE = Pattern.compile("(?m)^(?:[\\w/-]+)? +([a-z.]+(?: · [a-z.]+)*)(?:  .*)?$");

    private static List<String> pictures() {
        return found(Pattern.compile("(?ms)^```$\\R(.*?)^```$"), TEXT);
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult m) -> m.group(1))
                .toList();
    }

    @Test
    void everyFileThatItNamesExists() {
        List<String> files = Sources.all().toList();
        List<String> named = found(FILE, TEXT);
        assertThat(named).hasSizeGreaterThan(10);
        assertThat(named)
                .filteredOn(name -> files.stream()
                                .filter(f -> f.equals(name) || f.endsWith("/dev/fettle/" + name))
                                .count()
                        != 1)
                .isEmpty();
    }

    @Test
    void thePictureShowsEachRoomAboveThoseItKnows() {
        Map<String, Integer> lines = new HashMap<>();
        List<String> rooms = new ArrayList<>();
        for (String line : found(LINE, pictures().get(0))) {
            List.of(line.split(" · ")).forEach(room -> lines.put(room, rooms.size()));
            rooms.addAll(List.of(line.split(" · ")));
        }
        assertThat(rooms).containsExactlyInAnyOrderElementsOf(HouseTest.ARROWS.keySet());
        HouseTest.ARROWS.forEach((room, below) -> Stream.of(below.split(" "))
                .filter(b -> b.startsWith(":"))
                .forEach(b -> assertThat(lines.get(b.substring(1)))
                        .as("the line of %s, below that of %s", b, room)
                        .isGreaterThan(lines.get(room))));
    }

    @Test
    void theTypesOnATrialsWayExist() {
        Set<String> types = Sources.main().stream()
                .map(p -> p.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        List<String> named =
                found(Pattern.compile("(?<![.\\w])([A-Z]\\w+)"), pictures().get(1));
        assertThat(named).hasSizeGreaterThan(15).isSubsetOf(types);
    }
}
