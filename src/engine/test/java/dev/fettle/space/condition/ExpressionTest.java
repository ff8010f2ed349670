package dev.fettle.space.condition;

import static org.assertj.core.api.Assertions.assertThat;

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
    void printsParenthesesOnlyWhereTheyMatter() {
        Expression sum = new Binary(Operator.PLUS, new Name("a"), new Name("b"));
        assertThat(new Binary(Operator.TIMES, sum, new Literal(2)).text()).isEqualTo("(a + b) * 2");
        assertThat(new Binary(Operator.MINUS, sum, sum).text()).isEqualTo("a + b - (a + b)");
        assertThat(new Unary(Operator.NOT, new Membership(new Name("s"), List.of("x"))).text())
                .isEqualTo("!(s in {x})");
    }
}
