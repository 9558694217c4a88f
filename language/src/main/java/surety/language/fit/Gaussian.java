package surety.language.fit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import surety.certificates.arithmetic.Rational;
import surety.language.display.Decimals;
import surety.language.law.Covariance;

/**
 * A normal distribution in short decimals.
 *
 * @param covariance symmetric and positive definite, exactly
 */
record Gaussian(List<Rational> mean, List<List<Rational>> covariance) {
  /** Far below what any number of samples can tell apart. */
  private static final int DIGITS = 5;

  /**
   * The decimals near numbers that are known better: with five digits of each column's standard
   * deviation, and with more where that would not leave the matrix positive definite. As the matrix
   * itself is positive definite, some number of digits is enough.
   *
   * @param covariance symmetric and positive definite
   */
  static Gaussian near(List<Rational> mean, List<List<Rational>> covariance) {
    for (int digits = DIGITS; ; digits += DIGITS) {
      Gaussian rounded = rounded(mean, covariance, digits);
      if (isDefinite(rounded.covariance)) {
        return rounded;
      }
    }
  }

  /** Whether no direction is without variance. */
  static boolean isDefinite(List<List<Rational>> symmetric) {
    try {
      return Covariance.of(symmetric).isDefinite();
    } catch (Covariance.Refused e) {
      return false;
    }
  }

  private static Gaussian rounded(
      List<Rational> mean, List<List<Rational>> covariance, int digits) {
    List<Rational> means = new ArrayList<>();
    List<List<Rational>> rows = new ArrayList<>();
    for (int i = 0; i < mean.size(); i++) {
      int place = Scale.halfExponent(covariance.get(i).get(i));
      means.add(rounded(mean.get(i), place - digits + 1));
      List<Rational> row = new ArrayList<>();
      for (int k = 0; k < mean.size(); k++) {
        int other = Scale.halfExponent(covariance.get(k).get(k));
        row.add(rounded(covariance.get(i).get(k), place + other - digits + 1));
      }
      rows.add(List.copyOf(row));
    }
    return new Gaussian(List.copyOf(means), List.copyOf(rows));
  }

  /** The nearest multiple of a power of ten. */
  private static Rational rounded(Rational value, int exponent) {
    BigDecimal decimal =
        new BigDecimal(value.numerator())
            .divide(new BigDecimal(value.denominator()), -exponent, RoundingMode.HALF_EVEN);
    return Rational.of(decimal.unscaledValue(), BigInteger.ONE).times(Scale.power(exponent));
  }

  /** As the language writes it. */
  String text() {
    return mean.size() == 1
        ? "Normal("
            + decimal(mean.get(0))
            + ", variance = "
            + decimal(covariance.get(0).get(0))
            + ")"
        : "Normal("
            + list(mean)
            + ", "
            + covariance.stream().map(Gaussian::list).collect(Collectors.joining(", ", "[", "]"))
            + ")";
  }

  private static String decimal(Rational value) {
    return Decimals.text(Decimals.nearest(value));
  }

  private static String list(List<Rational> numbers) {
    return numbers.stream().map(Gaussian::decimal).collect(Collectors.joining(", ", "[", "]"));
  }
}
