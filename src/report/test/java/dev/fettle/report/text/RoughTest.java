package dev.fettle.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoughTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "999999, 999999",
        "1000000, 1·10⁶",
        "1048576, 1.05·10⁶",
        "1073741824, 1.07·10⁹",
        "9223372036854775807, 9.22·10¹⁸"
    })
    void manyAreToldRoughly(long n, String shown) {
        assertThat(Rough.count(n)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1 MB",
        "1.5e6, 1.5 MB",
        "4.8e11, 480 GB",
        "999.6e6, 1 GB",
        "4.24e9, 4.2 GB",
        "1e30, 1000000000000 EB"
    })
    void memoryIsToldRoughly(double bytes, String shown) {
        assertThat(Rough.bytes(bytes)).isEqualTo(shown);
    }
}
