package surety.certificates.statement;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Rational;

/**
 * A linear combination of a network's outputs, {@code sum_j coefficients[j] * y[j]}.
 *
 * @param coefficients one exact number for each output, not all zero
 */
public record AffineForm(List<Rational> coefficients) {
  /** Refuses a form without any output, which would be a constant. */
  public AffineForm {
    coefficients = List.copyOf(coefficients);
    if (coefficients.stream().allMatch(Rational::isZero)) {
      throw new IllegalArgumentException(
          "a comparison needs at least one output of the network with a coefficient other than 0");
    }
  }

  /** The form that is output {@code index} of {@code outputs} outputs. */
  public static AffineForm ofOutput(int index, int outputs) {
    return new AffineForm(
        IntStream.range(0, outputs).mapToObj(j -> Rational.of(j == index ? 1 : 0)).toList());
  }

  /** Canonical text: terms in the order of the outputs, zero coefficients left out. */
  public String canonical() {
    return IntStream.range(0, coefficients.size())
        .filter(j -> !coefficients.get(j).isZero())
        .mapToObj(j -> coefficients.get(j) + "*y[" + j + "]")
        .collect(Collectors.joining(" + "));
  }

  /** The exact value for these outputs. */
  public Rational evaluate(List<Rational> outputs) {
    Rational sum = Rational.of(0);
    for (int j = 0; j < coefficients.size(); j++) {
      sum = sum.plus(coefficients.get(j).times(outputs.get(j)));
    }
    return sum;
  }
}
