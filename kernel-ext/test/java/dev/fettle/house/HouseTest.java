package dev.fettle.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may import whom. What is not allowed here is forbidden. */
class HouseTest {
    private static final String[] JDK = {"java..", "javax..", "jdk.jshell..", "org.jspecify.."};

    /** For each room, the rooms below it (ours without the root package) and the libraries it may use. */
    private static Map<String, String[]> rooms(String root) {
        Map<String, String[]> rooms = new TreeMap<>();
        rooms.put("random", allowed(root));
        rooms.put("math", allowed(root, "org.hipparchus.."));
        rooms.put("space", allowed(root, ":math", ":random"));
        rooms.put("space.text", allowed(root, ":space"));
        rooms.put("trial", allowed(root, ":space", ":random"));
        rooms.put("sampler", allowed(root, ":trial", ":space", ":random", ":math"));
        rooms.put("journal", allowed(root, ":trial", ":space", ":random"));
        rooms.put("study", allowed(root, ":sampler", ":journal", ":trial", ":space", ":random"));
        // For the names that may have been meant.
        rooms.put("data", allowed(root, ":space", "tech.tablesaw.."));
        rooms.put("smile.mlp", allowed(root, ":math", ":random", ":space", "smile.."));
        rooms.put("smile.fold", allowed(root, ":random"));
        rooms.put("smile.metric", allowed(root, ":trial", ":space"));
        rooms.put(
                "smile",
                allowed(
                        root,
                        ":smile.mlp",
                        ":smile.fold",
                        ":smile.metric",
                        ":data",
                        ":trial",
                        ":space",
                        ":random",
                        "smile.."));
        rooms.put("report.view", allowed(root, ":trial", ":space", ":random", ":math"));
        rooms.put("report.table", allowed(root, ":report.view", ":trial", ":space", "tech.tablesaw.."));
        rooms.put(
                "report.chart",
                allowed(
                        root,
                        ":report.view",
                        ":trial",
                        ":space",
                        "org.knowm.xchart..",
                        "org.apache.batik..",
                        "org.w3c.dom.."));
        rooms.put(
                "report.html",
                allowed(
                        root,
                        ":report.view",
                        ":report.chart",
                        ":report.table",
                        ":trial",
                        ":space",
                        ":space.text",
                        "tech.tablesaw.."));
        rooms.put("kernel", allowed(root));
        rooms.put(
                "kernel.objective",
                allowed(root, ":kernel", ":space", ":space.text", ":trial", ":data", "com.sun.source.."));
        rooms.put(
                "kernel.cell",
                allowed(
                        root,
                        ":kernel",
                        ":kernel.objective",
                        ":space",
                        ":space.text",
                        ":trial",
                        ":sampler",
                        ":random",
                        ":data",
                        ":smile",
                        ":smile.fold",
                        ":smile.metric",
                        ":report.chart",
                        "tech.tablesaw.."));
        rooms.put(
                "kernel.magic",
                allowed(
                        root,
                        ":kernel",
                        ":kernel.objective",
                        ":kernel.cell",
                        ":random",
                        ":space",
                        ":space.text",
                        ":trial",
                        ":sampler",
                        ":journal",
                        ":study",
                        ":data",
                        ":smile",
                        ":smile.fold",
                        ":smile.mlp",
                        ":smile.metric",
                        ":report.view",
                        ":report.table",
                        ":report.chart",
                        ":report.html",
                        "tech.tablesaw..",
                        "org.knowm.xchart..",
                        "smile.."));
        rooms.put("kernel.ijava", allowed(root, ":kernel", ":kernel.magic", "io.github.spencerpark.."));
        rooms.put("kernel.jjava", allowed(root, ":kernel", ":kernel.magic", "org.dflib.jjava.."));
        return rooms;
    }

    private static String[] allowed(String root, String... others) {
        return Stream.concat(
                        Arrays.stream(JDK),
                        Arrays.stream(others).map(o -> o.startsWith(":") ? root + "." + o.substring(1) : o))
                .toArray(String[]::new);
    }

    private static ArchRule rule(String root, String room, String... below) {
        String[] all = Arrays.copyOf(below, below.length + 1);
        all[below.length] = root + "." + room;
        return classes()
                .that()
                .resideInAPackage(root + "." + room)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(all)
                .allowEmptyShould(true);
    }

    private static JavaClasses house() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.fettle");
    }

    @Test
    void everyRoomKnowsOnlyThoseBelowIt() {
        JavaClasses house = house();
        rooms("dev.fettle")
                .forEach((room, below) -> rule("dev.fettle", room, below).check(house));
    }

    @Test
    void everyPackageIsARoom() {
        List<String> known = new ArrayList<>();
        rooms("dev.fettle").keySet().forEach(room -> known.add("dev.fettle." + room));
        known.add("dev.fettle.bench");
        assertThat(house().stream().map(JavaClass::getPackageName).distinct()).isSubsetOf(known);
    }

    @Test
    void thereAreNoCircles() {
        slices().matching("dev.fettle.(**)").should().beFreeOfCycles().check(house());
    }

    @Test
    void aPlantedViolationIsFound() {
        String root = "dev.fettle.house.planted";
        JavaClasses planted = new ClassFileImporter().importPackages(root);
        assertThatThrownBy(() -> rule(root, "space", rooms(root).get("space")).check(planted))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Upward")
                .hasMessageContaining("Above");
        rule(root, "study", rooms(root).get("study")).check(planted);
    }
}
