package surety.language.quickfix;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.language.Samples;

/** Densities whose integral is not 1. */
class PolynomialFixerTest {
  private static final String CODE = "polynomial.integral";

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("fixable")
  void divides(String before, String after) throws IOException {
    new Repairs(folder)
        .check(
            CODE,
            Samples.term(before),
            0,
            "Divide the coefficients by the integral",
            Samples.term(after));
  }

  private static Stream<Arguments> fixable() {
    return Stream.of(
        arguments("Polynomial([0, 1], [[0, 1]])", "Polynomial([0, 1], [[0, 2]])"),
        arguments(
            "Polynomial([0, 1, 2], [[/* none */ 0], [1, 2/3, 0]]) on [0, 1.5]",
            "Polynomial([0, 1, 2], [[/* none */ 0], [1/2, 1/3, 0]]) on [0, 1.5]"),
        arguments("Polynomial([-2, 2], [[4, 0, -1]])", "Polynomial([-2, 2], [[3/8, 0, -3/32]])"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Polynomial([0, 1], [[0]])", "Polynomial([-1, 1], [[0, 1]])"})
  void leavesWhatIsNoDensity(String term) throws IOException {
    new Repairs(folder).checkNone(CODE, Samples.term(term));
  }
}
