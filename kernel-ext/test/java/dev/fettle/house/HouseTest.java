package dev.fettle.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may import whom. What is not allowed here is forbidden. */
class HouseTest {
    private static final String[] JDK = {"java..", "javax..", "jdk.jshell..", "org.jspecify.."};

    /** For each room, the rooms below it (ours without the root package, behind a colon) and the libraries it may use. */
    static final Map<String, String> ARROWS = new TreeMap<>(Map.ofEntries(
            entry("word", ""),
            entry("random", ""),
            entry("math", "org.hipparchus.. com.sun.management.."),
            entry("pareto", ""),
            entry("space.condition", ":word"),
            entry("space", ":space.condition :word :math :random"),
            entry("space.grid", ":space :space.condition :word :random"),
            entry("space.text", ":space :space.condition :space.grid :word"),
            entry("trial", ":space :random :pareto"),
            entry("sampler", ":trial :space :space.grid :random :math"),
            entry("sampler.evidence", ":sampler :trial :space :random :math"),
            entry("sampler.bayes", ":sampler.evidence :sampler :trial :space :random :math"),
            entry("sampler.tpe", ":sampler.evidence :sampler :trial :space :space.grid :random :math"),
            entry("sampler.cma", ":sampler.evidence :sampler :trial :space :random :math"),
            entry("sampler.population", ":sampler :trial :space :space.grid :random"),
            entry("sampler.genetic", ":sampler.population :sampler :space :random :pareto"),
            entry("sampler.swarm", ":sampler.population :sampler :space :random"),
            entry("sampler.gradient", ":sampler.population :sampler :trial :space :random"),
            entry("sampler.hyperband", ":sampler :trial :space :random"),
            entry("store", ""),
            entry("store.lock", ":store"),
            entry("store.file", ":store :store.lock"),
            entry("store.sql", ":store"),
            entry("store.sqlite", ":store.sql :store :store.lock"),
            entry("store.postgres", ":store.sql :store :store.lock"),
            entry("journal", ":store :trial :space"),
            entry(
                    "journal.kept",
                    ":journal :store :store.file :store.sqlite :store.postgres :trial :space com.fasterxml.jackson.."),
            entry("pruner", ":trial org.hipparchus.."),
            entry("envelope", "org.objectweb.asm.."),
            entry("study", ":sampler :pruner :journal :store :trial :space :random :word"),
            entry("replicate", ":sampler :trial :space :random"),
            entry(
                    "run",
                    ":envelope :study :replicate :sampler :pruner :journal :journal.kept :store :trial :space :random"),
            entry(
                    "archive",
                    ":journal :journal.kept :store :store.file :store.sql :store.sqlite :store.postgres :trial :space :space.text :word com.fasterxml.jackson.."),
            entry("spark", ":envelope :run :pruner :trial :space org.apache.spark.. scala.."),
            entry("data", ":word tech.tablesaw.."),
            entry("data.envelope", ":envelope tech.tablesaw.."),
            entry("learner.hyperparameter", ":space :word"),
            entry("mlp", ":learner.hyperparameter :math :random :word smile.."),
            // Folds, metrics and Smile for crossVal alone.
            entry(
                    "learner",
                    ":learner.hyperparameter :mlp :evaluation.fold :evaluation.metric :data :space :random :word"
                            + " smile.."),
            entry("learner.prepare", ":learner :learner.hyperparameter :data :random"),
            entry("learner.joint", ":learner :learner.hyperparameter :data :space :space.condition"),
            entry("learner.own", ":learner :learner.hyperparameter :data :space :random smile.."),
            entry("learner.linear", ":learner :learner.hyperparameter :data :space :space.condition :math smile.."),
            entry("learner.kernel", ":learner :learner.hyperparameter :evaluation.fold :data :space :math smile.."),
            entry("cart", ":random"),
            entry("learner.tree", ":learner :learner.hyperparameter :cart :data :space :random smile.."),
            entry("learner.xgboost", ":learner :learner.hyperparameter :data :space :random smile.. ml.dmlc.."),
            entry("learner.neighbor", ":learner :learner.hyperparameter :data :space smile.."),
            entry("evaluation.fold", ":data :random"),
            entry("evaluation.metric", ":trial :word"),
            entry(
                    "evaluation",
                    ":learner :learner.hyperparameter :evaluation.fold :evaluation.metric :data :replicate :trial :space :random :math"),
            entry("model", ":learner :data :random smile.. tech.tablesaw.."),
            entry("report.language", ""),
            entry("report.text", ":trial :space :word"),
            entry("report.axis", ":trial"),
            entry("report.trust", ":trial :random org.hipparchus.."),
            entry("report.edge", ":report.axis :report.text :trial :space :space.condition"),
            // Of samplers how wide generations were.
            entry(
                    "report.view",
                    ":report.axis :report.text :pareto :replicate :sampler :trial :space :space.grid :word :math"),
            entry("report.view.belief", ":report.view :report.text :sampler.bayes :trial :space"),
            entry("report.view.trial", ":report.text :trial :space :word"),
            entry(
                    "report.insight",
                    ":report.edge :report.trust :report.view :report.view.belief :report.text :sampler.bayes :sampler :trial :space :space.condition :space.grid"
                            + " :random :math"),
            entry(
                    "report.summary",
                    ":report.insight :report.trust :report.view :report.text :replicate :trial :space :space.grid :random"),
            entry("report.table", ":report.text :trial :space tech.tablesaw.. com.fasterxml.jackson.core.."),
            entry("report.ink", ":report.axis :report.text org.knowm.xchart.. org.apache.batik.. org.w3c.dom.."),
            entry(
                    "report.chart",
                    ":report.ink :report.table :report.summary :report.insight :report.view :report.view.trial :report.view.belief :report.axis"
                            + " :report.text :sampler :trial :space :word org.knowm.xchart.. tech.tablesaw.."),
            entry(
                    "report.html",
                    ":report.chart :report.ink :report.language :report.summary :report.view :report.axis :report.text :replicate :trial :space"
                            + " :space.condition :space.text :word tech.tablesaw.."),
            entry("kernel", ":envelope"),
            entry("kernel.source", ":kernel :space :space.text :trial com.sun.source.."),
            entry(
                    "kernel.objective",
                    ":kernel :kernel.source :space :space.text :trial :learner :learner.own :data :evaluation.metric :word com.sun.source.."),
            entry(
                    "kernel.option",
                    ":kernel :kernel.objective :replicate :sampler :pruner :space :space.text :trial :data :learner.prepare :report.chart"
                            + " :report.ink :word"),
            entry(
                    "kernel.method",
                    ":kernel.option :sampler :sampler.bayes :sampler.tpe :sampler.cma :sampler.genetic :sampler.swarm :sampler.hyperband :sampler.gradient :space :space.text :trial"),
            entry(
                    "kernel.subject",
                    ":kernel :kernel.source :kernel.option :kernel.objective :space :space.condition :space.grid :space.text :trial :sampler :random :data"
                            + " :learner :learner.hyperparameter :learner.joint :learner.prepare :evaluation"
                            + " :evaluation.fold :evaluation.metric :word tech.tablesaw.."),
            entry(
                    "kernel.cell",
                    ":kernel :kernel.size :kernel.subject :kernel.option :kernel.objective :space :space.text :trial :data :evaluation :learner :word"),
            entry("kernel.size", ":study :trial :space :space.grid :random :report.text :word"),
            entry(
                    "kernel.place",
                    ":kernel :kernel.cell :kernel.subject :kernel.source :kernel.objective :kernel.option :envelope :run :study :replicate :pruner :evaluation :trial :space :random :report.text"),
            entry(
                    "kernel.run",
                    ":kernel :kernel.place :kernel.size :kernel.source :kernel.cell :kernel.subject :kernel.option :run :study :replicate :sampler :trial :space :space.grid :random :data :model"
                            + " :learner :learner.joint :learner.own :learner.prepare :evaluation :evaluation.fold"
                            + " :report.chart :report.edge :report.html :report.ink :report.insight :report.summary :report.text :report.trust :word"
                            + " tech.tablesaw.."),
            entry(
                    "kernel.variable",
                    ":kernel :kernel.run :kernel.cell :kernel.subject :kernel.option :kernel.objective :study :journal.kept :store :trial :space :model"
                            + " :report.chart :report.html :report.ink :report.language :report.summary :report.table :report.text"
                            + " :word tech.tablesaw.. smile.."),
            entry(
                    "kernel.keeping",
                    ":kernel.variable :kernel.cell :kernel.option :kernel.size :journal :journal.kept :store :study :trial :report.text"),
            entry(
                    "kernel.shelf",
                    ":archive :kernel :kernel.variable :kernel.run :kernel.cell :kernel.subject :kernel.option :trial :space"
                            + " :report.html :report.summary :report.table :report.text :word"),
            entry(
                    "kernel.magic",
                    ":run :kernel :kernel.shelf :kernel.place :kernel.keeping :kernel.size :kernel.source :kernel.variable :kernel.run :kernel.cell :kernel.subject :kernel.method :kernel.option :kernel.objective"
                            + " :journal :study :trial :space :space.grid :space.text :random :data :evaluation :learner :learner.hyperparameter :learner.own :mlp :model :report.chart"
                            + " :report.html :report.ink :report.language :report.summary :report.text :word tech.tablesaw.."),
            entry(
                    "kernel.worker",
                    ":archive :kernel.place :kernel.run :envelope :run :journal :journal.kept :store :study :trial :report.text :word"),
            entry("kernel.ijava", ":kernel :kernel.magic io.github.spencerpark.."),
            entry("kernel.jjava", ":kernel :kernel.magic org.dflib.jjava..")));

    /** Files that a room may have; more only if it is sealed, with so few public types that a newcomer learns them at once. */
    private static final int FILES = 14;

    private static final int PUBLIC_OF_A_SEALED_ROOM = 5;

    private static Map<String, String[]> rooms(String root) {
        Map<String, String[]> rooms = new TreeMap<>();
        ARROWS.forEach(
                (room, below) -> rooms.put(room, allowed(root, below.isEmpty() ? new String[0] : below.split(" "))));
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

    /** Tests of the modules below are on the path too: as folders, or packed, if the build packs. */
    private static JavaClasses house() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(place -> !place.contains("-tests.jar"))
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
    void noRoomIsFat() {
        Map<String, List<JavaClass>> files = house().stream()
                .filter(c -> c.isTopLevelClass() && !c.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.toList()));
        assertThat(files).allSatisfy((room, types) -> assertThat(
                        types.size() <= FILES || publicTypes(types) <= PUBLIC_OF_A_SEALED_ROOM)
                .as("%s: %s files, %s of them public", room, types.size(), publicTypes(types))
                .isTrue());
    }

    private static long publicTypes(List<JavaClass> types) {
        return types.stream()
                .filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC))
                .count();
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
