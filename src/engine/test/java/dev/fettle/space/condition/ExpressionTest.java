package dev.fettle.space.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.space.condition.Expression.Binary;
import dev.fettle.space.condition.Expression.Literal;
import dev.fettle.space.condition.Expression.Membership;
import dev.fettle.space.condition.Expression.Name;
import dev.fettle.space.condition.Expression.Unary;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {
    private static Expression flag(String value) {
        return value.equals("unknown") ? new Name("nothing") : new Literal(Boolean.valueOf(value));
    }

    @ParameterizedTest
    @CsvSource({
        "AND, true, unknown, unknown",
        "AND, false, unknown, false",
        "AND, unknown, false, false",
        "AND, true, true, true",
        "OR, true, unknown, true",
        "OR, unknown, true, true",
        "OR, false, unknown, unknown",
        "OR, false, false, false"
    })
    void logicIsKleenes(Operator operator, String left, String right, String expected) {
        Object value = new Binary(operator, flag(left), flag(right)).evaluate(name -> null);
        assertThat(String.valueOf(value)).isEqualTo(expected.equals("unknown") ? "null" : expected);
    }

    @Test
    void whatIsUnknownInTheEndDoesNotHold() {
        Expression less = new Binary(Operator.LESS, new Name("k"), new Literal(3));
        assertThat(less.holds(name -> null)).isFalse();
        assertThat(new Unary(Operator.NOT, less).holds(name -> null)).isFalse();
        assertThat(less.holds(Map.<String, Object>of("k", 2.5)::get)).isTrue();
    }

    @Test
    void numbersCompareByValueAndDivideAsDecimals() {
        assertThat(new Binary(Operator.EQUAL, new Literal(1), new Literal(1.0)).holds(name -> null))
                .isTrue();
        assertThat(new Binary(Operator.DIVIDED, new Literal(1), new Literal(2)).evaluate(name -> null))
                .isEqualTo(0.5);
        assertThat(new Membership(new Literal(2.0), List.of(1, 2)).holds(name -> null))
                .isTrue();
    }

    @Test
    void functionsTakeNumbersAndArraysOfThem() {
        Map<String, Object> values =
                Map.of("w", List.of(0.25, 0.5), "m", List.of(List.of(1, 2), List.of(3, 4)), "k", -3);
        assertThat(Call.sum(new Name("w"), 1).evaluate(values::get)).isEqualTo(1.75);
        assertThat(Call.sum(new Name("m")).evaluate(values::get)).isEqualTo(10.0);
        assertThat(Call.min(new Name("w"), new Name("k")).evaluate(values::get)).isEqualTo(-3.0);
        assertThat(Call.max(new Name("w")).evaluate(values::get)).isEqualTo(0.5);
        assertThat(Call.abs(new Name("k")).evaluate(values::get)).isEqualTo(3.0);
        assertThat(Call.sum(new Name("w"), new Name("nothing")).evaluate(values::get))
                .isNull();
        assertThat(Call.max(new Name("w"), Call.abs(new Name("k"))).atMost(3).holds(values::get))
                .isTrue();
        assertThat(Call.max(new Name("w"), Call.abs(new Name("k"))).text()).isEqualTo("max(w, abs(k))");
        assertThat(Call.sum(new Name("w")).renamed(n -> n + "2").names()).containsExactly("w2");
        assertThatThrownBy(() -> new Call(Call.Operation.ABS, List.of(new Literal(1), new Literal(2))))
                .hasMessage("Arguments (2) of abs must be one.");
        assertThatThrownBy(Call::sum).hasMessage("Arguments (0) of sum must be at least one.");
        assertThatThrownBy(() -> Call.sum("word").evaluate(values::get))
                .hasMessage("Value (word) in sum must be a number.");
    }

    /** A sum of decimals may miss what is meant by its rounding; whole numbers are themselves however large. */
    @Test
    void fractionsCompareToTwelveDigits() {
        Expression sum = new Literal(0.1).plus(0.2);
        assertThat(sum.is(0.3).holds(n -> null)).isTrue();
        assertThat(sum.atMost(0.3).and(sum.atLeast(0.3)).holds(n -> null)).isTrue();
        assertThat(sum.above(0.3).or(sum.below(0.3)).or(sum.isNot(0.3)).holds(n -> null))
                .isFalse();
        assertThat(sum.above(0.3 - 1e-11).holds(n -> null)).isTrue();
        assertThat(new Literal(1e15).is(1e15 + 1).holds(n -> null)).isFalse();
        assertThat(new Literal(1e-300).is(2e-300).holds(n -> null)).isFalse();
    }

    @Test
    void printsParenthesesOnlyWhereTheyMatter() {
        Expression sum = new Binary(Operator.PLUS, new Name("a"), new Name("b"));
        assertThat(new Binary(Operator.TIMES, sum, new Literal(2)).text()).isEqualTo("(a + b) * 2");
        assertThat(new Binary(Operator.MINUS, sum, sum).text()).isEqualTo("a + b - (a + b)");
        assertThat(new Unary(Operator.NOT, new Membership(new Name("s"), List.of("x"))).text())
                .isEqualTo("!(s in {x})");
        assertThat(new Name("a").below(new Name("b")).in(true).text()).isEqualTo("(a < b) in {true}");
        assertThat(sum.in(1, 2).text()).isEqualTo("a + b in {1, 2}");
    }

    @ParameterizedTest
    @CsvSource({
        "LESS, 2, 2, false",
        "LESS, 1, 2, true",
        "AT_MOST, 2, 2, true",
        "AT_MOST, 3, 2, false",
        "GREATER, 2, 2, false",
        "GREATER, 3, 2, true",
        "AT_LEAST, 2, 2, true",
        "AT_LEAST, 1, 2, false",
        "EQUAL, 1, 2, false",
        "UNEQUAL, 2, 2, false",
        "UNEQUAL, 1, 2, true",
        "PLUS, 7, 4, 11.0",
        "MINUS, 7, 4, 3.0",
        "TIMES, 7, 4, 28.0",
        "DIVIDED, 7, 4, 1.75",
        "MODULO, 7, 4, 3.0"
    })
    void operatorsMeanWhatTheyMeanInJava(Operator operator, int left, int right, String expected) {
        Object value = new Binary(operator, new Literal(left), new Literal(right)).evaluate(name -> null);
        assertThat(value).hasToString(expected);
    }

    @Test
    void aNegatedWholeNumberStaysWholeWhileItCan() {
        assertThat(new Literal(3).negated().evaluate(name -> null)).isEqualTo(-3);
        assertThat(new Literal(2.5).negated().evaluate(name -> null)).isEqualTo(-2.5);
        assertThat(new Literal(Integer.MIN_VALUE).negated().evaluate(name -> null))
                .isEqualTo(2147483648.0);
        assertThat(new Literal(true).not().evaluate(name -> null)).isEqualTo(false);
    }

    @Test
    void listsAreEqualIfTheirElementsAre() {
        Literal list = new Literal(List.of(1, 2));
        assertThat(list.is(List.of(1.0, 2.0)).holds(name -> null)).isTrue();
        assertThat(list.is(List.of(1, 3)).holds(name -> null)).isFalse();
        assertThat(list.is(List.of(1, 2, 3)).holds(name -> null)).isFalse();
        assertThat(list.is(1).holds(name -> null)).isFalse();
        assertThat(list.in(List.of(3, 4), List.of(1, 2)).holds(name -> null)).isTrue();
    }

    @Test
    void whatIsInNoSetIsNotInItAndWhatIsUnknownIsUnknown() {
        assertThat(new Literal("c").in("a", "b").evaluate(name -> null)).isEqualTo(false);
        assertThat(new Name("k").in(1, 2).evaluate(name -> null)).isNull();
    }

    @Test
    void anOperandOfAnotherTypeIsRefused() {
        assertThatThrownBy(() -> new Literal("a").below(1).evaluate(name -> null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Value (a) beside < must be a number.");
        assertThatThrownBy(() -> new Literal(1).not().evaluate(name -> null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Value (1) beside ! must be true or false.");
    }

    @Test
    void aSignOfTwoOperandsIsNoUnaryOne() {
        assertThat(Operator.binary("-")).contains(Operator.MINUS);
        assertThat(Operator.binary("!")).isEmpty();
        assertThatThrownBy(() -> new Unary(Operator.PLUS, new Literal(1)).evaluate(name -> null))
                .hasMessage("Operator (+) must be unary.");
        assertThatThrownBy(() -> new Binary(Operator.NOT, new Literal(1), new Literal(1)).evaluate(name -> null))
                .hasMessage("Operator (!) must be arithmetic.");
    }

    @Test
    void anElementMentionsItsArray() {
        Expression sum = new Name("w[1]")
                .plus(new Name("k"))
                .below(3)
                .or(new Name("s").in("a").not());
        assertThat(sum.names()).containsExactlyInAnyOrder("w[1]", "k", "s");
        assertThat(sum.mentions("w")).isTrue();
        assertThat(sum.mentions("s")).isTrue();
        assertThat(sum.mentions("v")).isFalse();
    }
}
