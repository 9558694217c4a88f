package surety.language.law;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;
import surety.language.problems.Names;

/**
 * Rules of thumb for the bandwidth of a kernel density estimate: the matrix is diagonal, with the
 * sample variances of the columns times a factor. With m samples in d columns the factor is the
 * square of {@code m^(-1/(d+4))} by Scott, and of {@code (m (d+2) / 4)^(-1/(d+4))} by Silverman; it
 * is rounded to 12 significant digits, and all else is exact.
 */
public final class Bandwidths {
  /** What the bandwidth of a distribution is called. */
  public static final String PARAMETER = "bandwidth";

  private static final String SCOTT = "scott";
  private static final List<String> RULES = List.of(SCOTT, "silverman");

  private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);

  private Bandwidths() {}

  /** The rule that a word probably means, if it is like the name of one. */
  public static Optional<String> nearest(String word) {
    return Names.nearest(word.toLowerCase(Locale.ROOT), RULES);
  }

  /** By Scott's rule, or else by Silverman's. */
  public static List<List<Rational>> of(String rule, List<List<Rational>> samples) {
    boolean scott = rule.equals(SCOTT);
    int m = samples.size();
    int d = samples.get(0).size();
    double base = scott ? m : m * (d + 2.0) / 4;
    double power = StrictMath.pow(base, -2.0 / (d + 4));
    Rational factor = Rational.parse(new BigDecimal(power).round(DIGITS).toString());
    List<Rational> variances = new ArrayList<>();
    for (int k = 0; k < d; k++) {
      variances.add(variance(samples, k).times(factor));
    }
    return diagonal(variances);
  }

  /** The sample variance of a column of two rows or more. */
  public static Rational variance(List<List<Rational>> samples, int column) {
    Rational sum = Rational.ZERO;
    Rational squares = Rational.ZERO;
    for (List<Rational> row : samples) {
      sum = sum.plus(row.get(column));
      squares = squares.plus(row.get(column).times(row.get(column)));
    }
    Rational m = Rational.of(samples.size());
    return squares.minus(sum.times(sum).dividedBy(m)).dividedBy(m.minus(Rational.ONE));
  }

  /** The matrix with these numbers and zeros around them. */
  public static List<List<Rational>> diagonal(List<Rational> numbers) {
    List<List<Rational>> rows = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      List<Rational> row = new ArrayList<>(Collections.nCopies(numbers.size(), Rational.ZERO));
      row.set(i, numbers.get(i));
      rows.add(row);
    }
    return rows;
  }
}
