package surety.language.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.density.Normal;
import surety.certificates.density.NormalOfVariance;

/**
 * A covariance matrix S = L D L' with a unit lower triangular L and a diagonal D, in rational
 * numbers. So x = L u has the covariance S where u has D, and no root is taken of anything but the
 * numbers of D, which the kernel does.
 *
 * @param lower the rows of L; column q is that of a unit where D is 0
 * @param pivots the diagonal of D, not negative
 */
public record Covariance(List<List<Rational>> lower, List<Rational> pivots) {
  /** A matrix that is no covariance; the message says why. */
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  /** Factorises a square matrix. */
  public static Covariance of(List<List<Rational>> matrix) throws Refused {
    int n = matrix.size();
    requireSymmetric(matrix);
    Rational[][] rest = new Rational[n][];
    for (int i = 0; i < n; i++) {
      rest[i] = matrix.get(i).toArray(Rational[]::new);
    }
    Rational[][] lower = new Rational[n][n];
    List<Rational> pivots = new ArrayList<>();
    for (int q = 0; q < n; q++) {
      Rational pivot = rest[q][q];
      requirePivot(pivot, rest, q);
      pivots.add(pivot);
      for (int i = 0; i < n; i++) {
        lower[i][q] =
            i < q || (i > q && pivot.isZero())
                ? Rational.ZERO
                : i == q ? Rational.ONE : rest[i][q].dividedBy(pivot);
      }
      for (int i = q + 1; i < n; i++) {
        for (int k = q + 1; k < n; k++) {
          rest[i][k] = rest[i][k].minus(lower[i][q].times(rest[q][k]));
        }
      }
    }
    List<List<Rational>> rows = new ArrayList<>();
    for (Rational[] row : lower) {
      rows.add(List.of(row));
    }
    return new Covariance(List.copyOf(rows), List.copyOf(pivots));
  }

  private static void requireSymmetric(List<List<Rational>> matrix) throws Refused {
    for (int i = 0; i < matrix.size(); i++) {
      for (int k = 0; k < i; k++) {
        if (!matrix.get(i).get(k).equals(matrix.get(k).get(i))) {
          throw new Refused(
              "is not symmetric: row %d, column %d is %s, and row %d, column %d is %s"
                  .formatted(
                      k + 1, i + 1, matrix.get(k).get(i), i + 1, k + 1, matrix.get(i).get(k)));
        }
      }
    }
  }

  private static void requirePivot(Rational pivot, Rational[][] rest, int q) throws Refused {
    if (pivot.signum() < 0) {
      throw new Refused(
          "is not positive semidefinite: pivot %d of its factorisation is %s; no inputs vary and"
                  .formatted(q + 1, pivot)
              + " move together like that");
    }
    for (int i = q + 1; i < rest.length; i++) {
      if (pivot.isZero() && !rest[i][q].isZero()) {
        throw new Refused(
            "is not positive semidefinite: pivot %d of its factorisation is 0, and below it stands"
                    .formatted(q + 1)
                + " %s; what does not vary moves with nothing".formatted(rest[i][q]));
      }
    }
  }

  /** The number of rows. */
  public int size() {
    return pivots.size();
  }

  /** Whether no direction is without variance. */
  public boolean isDefinite() {
    return pivots.stream().noneMatch(Rational::isZero);
  }

  /** The normal distribution around a point. */
  public Draw around(List<Rational> mean) {
    List<Rational> centre = solved(mean);
    List<Distribution> fresh = new ArrayList<>();
    List<Linear> coordinates = new ArrayList<>();
    for (int q = 0; q < size(); q++) {
      if (pivots.get(q).isZero()) {
        coordinates.add(Linear.constant(centre.get(q)));
      } else {
        coordinates.add(Linear.coordinate(fresh.size()));
        fresh.add(normal(centre.get(q), pivots.get(q)));
      }
    }
    List<Linear> values = new ArrayList<>();
    for (List<Rational> row : lower) {
      Linear value = Linear.ZERO;
      for (int q = 0; q < size(); q++) {
        value = value.plus(coordinates.get(q).times(row.get(q)));
      }
      values.add(value);
    }
    return new Draw(Rational.ONE, fresh, values.stream().map(v -> Linear.ZERO).toList(), values);
  }

  /** The solution v of L v = x. */
  private List<Rational> solved(List<Rational> x) {
    List<Rational> v = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      Rational value = x.get(i);
      for (int q = 0; q < i; q++) {
        value = value.minus(lower.get(i).get(q).times(v.get(q)));
      }
      v.add(value);
    }
    return v;
  }

  /** The normal distribution of a variance, with its deviation where that is a fraction. */
  public static Distribution normal(Rational mean, Rational variance) {
    Optional<Rational> root = Roots.of(variance);
    return root.isPresent() ? new Normal(mean, root.get()) : new NormalOfVariance(mean, variance);
  }
}
