package dev.fettle.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against mpmath with 60 to 600 digits. */
class ExpectedImprovementTest {
    @ParameterizedTest(name = "z = {0}")
    @CsvSource({
        "-1e8, -5000000000000037.76, 100000000.00000002, 10000000000000003.0",
        "-1e4, -50000019.3396193072, 10000.000199999994, 100000002.99999994",
        "-300, -45012.3265368145542, 300.006666444461727, 90002.999933338518",
        "-37.5, -711.294748447512722, 37.5532201179802749, 1409.24575442426031",
        "-12, -77.9091005450073483, 12.1633525715857398, 146.960230859028878",
        "-5.000001, -16.7443065244777014, 5.36181718128029661, 27.8090912682186643",
        "-5, -16.7443011626609901, 5.36181624128808853, 27.8090812064406",
        "-4.999999, -16.7442958008452189, 5.36181530129589881, 27.8090711446641927",
        "-2, -4.76878352391711416, 2.67941688395558598, 6.35883376791117197",
        "-1, -2.48512102571264134, 1.90427123332969182, 2.90427123332969182",
        "-0.1, -1.047153314072846, 1.31127339371405191, 1.13112733937140519",
        "0, -0.918938533204672742, 1.25331413731550025, 1.0",
        "0.5, -0.359827683745063819, 0.99092271800410996, 0.50453864099794502",
        "3, 1.09873966532770777, 0.332840968451795236, 0.00147709464461429325",
        "10, 2.30258509299404568, 0.1, 7.69459862670641935e-24"
    })
    void valuesAndSlopes(double z, double log, double slope, double spread) {
        assertThat(ExpectedImprovement.log(z)).isCloseTo(log, within(1e-12 * Math.max(1, Math.abs(log))));
        assertThat(ExpectedImprovement.slope(z) / slope).isCloseTo(1, within(1e-11));
        assertThat(ExpectedImprovement.spread(z) / spread).isCloseTo(1, within(1e-11));
    }
}
