package surety.certificates.statement;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Rational;

/**
 * A linear combination of a network's outputs, {@code sum_j coefficients[j] * y[j]}.
 *
 * @param coefficients one exact number for each output, not all zero
 */
public record AffineForm(List<Rational> coefficients) {
  /** Most bits of all coefficients together: each column of a layer is multiplied by them. */
  private static final int MOST_BITS = 1 << 15;

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

  /** Whether these are too long together to be the coefficients of a form in a statement. */
  public static boolean areTooLong(Collection<Rational> coefficients) {
    return coefficients.stream().filter(c -> !c.isZero()).mapToLong(Rational::bitLength).sum()
        > MOST_BITS;
  }

  /** The same form over one common denominator. */
  public Scaled scaled() {
    BigInteger common = BigInteger.ONE;
    for (Rational c : coefficients) {
      common = common.multiply(c.denominator().divide(common.gcd(c.denominator())));
    }
    List<BigInteger> numerators = new ArrayList<>(coefficients.size());
    for (Rational c : coefficients) {
      numerators.add(c.numerator().multiply(common.divide(c.denominator())));
    }
    return new Scaled(numerators, common);
  }

  /**
   * A form over a common denominator, so that sums of multiples of doubles need not be reduced to
   * lowest terms, which takes time with the square of their length.
   */
  public record Scaled(List<BigInteger> numerators, BigInteger denominator) {
    /** One coefficient, times the denominator. */
    public Dyadic coefficient(int output) {
      return new Dyadic(numerators.get(output), 0);
    }

    /** The value for these outputs, times the denominator. */
    public Dyadic sum(IntToDoubleFunction output) {
      Dyadic sum = Dyadic.ZERO;
      for (int j = 0; j < numerators.size(); j++) {
        if (numerators.get(j).signum() != 0) {
          sum = sum.plus(coefficient(j).times(Dyadic.of(output.applyAsDouble(j))));
        }
      }
      return sum;
    }
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
