package dev.fettle.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.space.Point;
import dev.fettle.trial.Objective;
import dev.fettle.trial.Probe;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Opened in loaders that know nothing of the shell, as in another JVM. */
class EnvelopeTest {
    private static final Point POINT = Point.of(Map.of("x", 2.0));

    private final Shell shell = new Shell();

    @AfterEach
    void close() {
        shell.close();
    }

    private static double score(Object objective) throws Exception {
        return ((Objective) objective).evaluate(POINT, Probe.of(1)).value();
    }

    private Packer.Packed packed(String java) throws UnsendableException {
        return Packer.pack(shell.objective(java), shell.classes());
    }

    private static Object opened(Envelope envelope) throws Exception {
        return Envelope.of(envelope.bytes()).open(EnvelopeTest.class.getClassLoader());
    }

    private double there(String java) throws Exception {
        return score(opened(packed(java).envelope()));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "int k = 3; => p.real(\"x\") * k",
                "double[] w = {1, 2.5}; => p.real(\"x\") * w[1] + w.length",
                "double[][] x = {{1, 2}, {3}}; => x[1][0] + x.length",
                "record Row(double a, int b) {} List<Row> rows = List.of(new Row(1, 2), new Row(3, 4)); => rows.get(1).a() + rows.get(0).b()",
                "record Row(double a) {} Row[] rows = {new Row(1), new Row(3)}; => rows[1].a()",
                "record In(int k) {} record Out(In in, Map<String, In> all) {} Out out = new Out(new In(2), Map.of(\"a\", new In(5))); => out.in().k() + out.all().get(\"a\").k()",
                "double shift = 4; double square(double v) { return v * v + shift; } => square(p.real(\"x\"))",
                "double even(int n) { return n == 0 ? 1 : odd(n - 1); } double odd(int n) { return n == 0 ? 0 : even(n - 1); } => even(6)",
                "class Outer { static class In { static int count = 7; } } => Outer.In.count + 1",
                "class Outer { static class In { static int count = 7; } } Outer.In.count = 9; => Outer.In.count + 1",
                "enum Kind { A, B { int k() { return 5; } }; int k() { return 1; } } Kind kind = Kind.B; => kind.k() + Kind.A.k()",
                "interface Shape extends java.io.Serializable { double area(); } Shape shape = () -> 6; => shape.area()",
                "class Base { static int k = 3; } class Sub extends Base {} => Sub.k + 1",
                "final double limit = 8; => limit",
                "StringBuilder text = new StringBuilder(\"abc\"); => text.length()",
                "String missing = null; => missing == null ? 1 : 2",
                "long seed = 1L << 40; => new Random(seed).nextDouble()",
                "sealed interface S permits A, B {} record A(int k) implements S {} record B() implements S {} S s = new A(4); => s instanceof A a ? a.k() : 0",
                "Optional<String> name = Optional.of(\"ab\"); => name.get().length()",
                "record Most(OptionalInt a, OptionalDouble b, OptionalLong c) {} Most most = new Most(OptionalInt.of(3), OptionalDouble.empty(), OptionalLong.of(4)); => most.a().getAsInt() + most.b().orElse(7) + most.c().getAsLong()",
                "BitSet bits = BitSet.valueOf(new long[] {5}); => bits.cardinality()",
                "<T extends Comparable<T>> T most(T a, T b) { return a.compareTo(b) > 0 ? a : b; } => most(2.0, p.real(\"x\") + 1)"
            })
    void theOtherScoresAsThisOne(String before, String java) throws Exception {
        shell.run(before);
        assertThat(there(java)).isEqualTo(score(shell.objective(java)));
    }

    @Test
    void itKnowsWhichJavaItNeeds() throws Exception {
        assertThat(packed("1.0").envelope().java()).isEqualTo(Runtime.version().feature());
        assertThat(Packer.pack("text", shell.classes()).envelope().java()).isEqualTo(0);
    }

    @Test
    void aVariableThatHasChangedIsPackedAsItIsNow() throws Exception {
        shell.run("int k = 3;");
        Envelope before = packed("p.real(\"x\") * k").envelope();
        shell.run("k = 5;");
        assertThat(score(opened(before))).isEqualTo(6);
        assertThat(there("p.real(\"x\") * k")).isEqualTo(10);
    }

    @Test
    void whatIsOneObjectStaysOne() throws Exception {
        shell.run("int[] a = {1}; int[] b = a;");
        assertThat(there("(a[0] = 7) - b[0]")).isZero();
        shell.run("a[0] = 1;");
        assertThat(there("a == b ? 1 : 0")).isEqualTo(1);
    }

    @Test
    void whatOneDoesTheOthersDoNotSee() throws Exception {
        shell.run("int[] count = {0};");
        Envelope envelope = packed("++count[0]").envelope();
        Object first = opened(envelope);
        assertThat(List.of(score(first), score(first), score(opened(envelope)))).containsExactly(1.0, 2.0, 1.0);
        assertThat(score(shell.objective("count[0]"))).isZero();
    }

    @Test
    void variablesThatAreGivenValuesAreNamed() throws Exception {
        shell.run("int calls = 0; double scale = 2;");
        Packer.Packed packed = packed("scale * calls++");
        assertThat(packed.set()).containsExactly("calls");
        assertThat(packed.names()).contains("dev.fettle.trial.Score").doesNotContain("org.apache.spark.SparkContext");
    }

    @Test
    void onlyWhatIsNeededIsPacked() throws Exception {
        shell.run(
                "Thread never = new Thread(); double[] huge = new double[1_000_000]; double unused() { return huge[0]; }");
        assertThat(packed("1.0").envelope().size()).isLessThan(10_000);
    }

    @Test
    void whatAVariableWasMadeOfStaysHere() throws Exception {
        shell.run(
                "Thread bad = new Thread(); double[] w = Arrays.stream(new double[2]).map(v -> v + bad.getPriority()).toArray();");
        assertThat(there("w[1]")).isEqualTo(Thread.NORM_PRIORITY);
    }

    @Test
    void aLambdaThatCanBeSentBringsWhatItReads() throws Exception {
        shell.run("double k = 3; double cube(double v) { return v * v * v * k; }"
                + "interface Curve extends DoubleUnaryOperator, java.io.Serializable {}"
                + "Curve curve = v -> cube(v) + k; ");
        assertThat(there("curve.applyAsDouble(2)")).isEqualTo(27);
    }

    @Test
    void allThatCannotBeSentIsNamed() {
        shell.run(
                "Thread bad = new Thread(); List<Object> mixed = new ArrayList<>(List.of(1, new Thread()));"
                        + "DoubleUnaryOperator twice = v -> 2 * v; class Net { double w = 1; } Net net = new Net(); int good = 1;");
        assertThatThrownBy(() -> packed("good + net.w + twice.applyAsDouble(mixed.size()) + (bad == null ? 1 : 0)"))
                .isInstanceOfSatisfying(
                        UnsendableException.class,
                        e -> assertThat(e.reasons())
                                .containsExactlyInAnyOrder(
                                        "Variable (bad) must hold what can be sent to another JVM, and java.lang.Thread cannot. Maybe make it inside the objective.",
                                        "Variable (mixed) must hold what can be sent to another JVM, and java.lang.Thread cannot. Maybe make it inside the objective.",
                                        "Variable (twice) must hold what can be sent to another JVM, and a lambda cannot. Maybe a method instead of the lambda.",
                                        "Variable (net) must hold what can be sent to another JVM, and Net cannot. Maybe class Net implements java.io.Serializable."));
    }

    @Test
    void whatIsTooLargeIsNamed() {
        shell.run("double[] small = {1}; double[] large = new double[500_000];");
        assertThatThrownBy(() -> Packer.pack(shell.objective("small[0] + large[1]"), shell.classes(), 3_000_000))
                .isInstanceOf(UnsendableException.class)
                .hasMessage(
                        "Objective must have at most 3 MB with its data, and half of the memory of this process, to be"
                                + " sent to another JVM. Maybe read large, of 4 MB, inside the objective, from a file that is there.");
    }

    @Test
    void anObjectiveThatHoldsWhatCannotBeSentSaysSo() {
        Object lock = new Object();
        Objective objective = (point, probe) -> dev.fettle.trial.Score.of(lock.hashCode());
        assertThatThrownBy(() -> Packer.pack(objective, ClassSource.NONE))
                .hasMessage(
                        "Objective must hold what can be sent to another JVM, and java.lang.Object cannot. Maybe keep it out of the objective.");
    }

    @Test
    void theHashIsThatOfClassesAndValues() throws Exception {
        shell.run("int k = 3;");
        Objective objective = shell.objective("k");
        Envelope first = Packer.pack(objective, shell.classes()).envelope();
        assertThat(Packer.pack(objective, shell.classes()).envelope()).isEqualTo(first);
        assertThat(Envelope.of(first.bytes())).isEqualTo(first).hasSameHashCodeAs(first);
        assertThat(first.hash()).matches("[0-9a-f]{64}");
        shell.run("k = 4;");
        assertThat(Packer.pack(objective, shell.classes()).envelope()).isNotEqualTo(first);
    }

    @Test
    void aClassThatIsMissingThereIsNamed() throws Exception {
        Envelope envelope = packed("1").envelope();
        assertThatThrownBy(() -> envelope.open(ClassLoader.getPlatformClassLoader()))
                .hasMessageContaining("NoClassDefFoundError: dev/fettle/");
        assertThatThrownBy(() -> Envelope.of(new byte[3])).hasMessage("Bytes (3) must be those of an envelope.");
    }

    @Test
    void classesOfAnotherShellAreNotMistakenForThese() throws Exception {
        shell.run("int k = 3;");
        try (Shell other = new Shell()) {
            other.run("int k = 100;");
            ClassLoader stale = other.objective("k").getClass().getClassLoader();
            assertThat(score(packed("k").envelope().open(stale))).isEqualTo(3);
        }
    }
}
