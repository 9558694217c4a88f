package surety.language.fit;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Rational;

/**
 * Exact means and covariances of samples, divided by the number of rows: the maximum of the
 * likelihood.
 */
record Moments(List<Rational> mean, List<List<Rational>> covariance) {
  static Moments of(List<List<Rational>> rows) {
    int columns = rows.get(0).size();
    Rational count = Rational.of(rows.size());
    List<Rational> mean = new ArrayList<>();
    for (int k = 0; k < columns; k++) {
      mean.add(sum(rows, k).dividedBy(count));
    }
    List<List<Rational>> covariance = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      List<Rational> row = new ArrayList<>();
      for (int k = 0; k < columns; k++) {
        row.add(
            k < i
                ? covariance.get(k).get(i)
                : sumOfProducts(rows, i, k).dividedBy(count).minus(mean.get(i).times(mean.get(k))));
      }
      covariance.add(List.copyOf(row));
    }
    return new Moments(List.copyOf(mean), List.copyOf(covariance));
  }

  private static Rational sum(List<List<Rational>> rows, int column) {
    Rational sum = Rational.ZERO;
    for (List<Rational> row : rows) {
      sum = sum.plus(row.get(column));
    }
    return sum;
  }

  private static Rational sumOfProducts(List<List<Rational>> rows, int i, int k) {
    Rational sum = Rational.ZERO;
    for (List<Rational> row : rows) {
      sum = sum.plus(row.get(i).times(row.get(k)));
    }
    return sum;
  }
}
