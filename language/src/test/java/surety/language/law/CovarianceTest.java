package surety.language.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Rational;

/** L D L' is the matrix again, and whatever has a direction of negative variance is refused. */
class CovarianceTest {
  private static List<List<Rational>> product(Covariance covariance) {
    int n = covariance.size();
    List<List<Rational>> rows = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      List<Rational> row = new ArrayList<>();
      for (int k = 0; k < n; k++) {
        Rational sum = Rational.ZERO;
        for (int q = 0; q < n; q++) {
          Rational left = covariance.lower().get(i).get(q);
          Rational right = covariance.lower().get(k).get(q);
          sum = sum.plus(left.times(covariance.pivots().get(q)).times(right));
        }
        row.add(sum);
      }
      rows.add(row);
    }
    return rows;
  }

  /** Of vectors with small numbers: semidefinite, singular where there are few of them. */
  private static List<List<Rational>> gram(Random random, int n, int vectors) {
    List<List<Rational>> rows = new ArrayList<>();
    int[][] v = new int[vectors][n];
    for (int[] vector : v) {
      for (int i = 0; i < n; i++) {
        vector[i] = random.nextInt(-3, 4);
      }
    }
    for (int i = 0; i < n; i++) {
      List<Rational> row = new ArrayList<>();
      for (int k = 0; k < n; k++) {
        long sum = 0;
        for (int[] vector : v) {
          sum += (long) vector[i] * vector[k];
        }
        row.add(Rational.of(sum, 7));
      }
      rows.add(row);
    }
    return rows;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 6})
  void isTheMatrixAgain(int size) throws Covariance.Refused {
    Random random = new Random(size);
    for (int round = 0; round < 100; round++) {
      List<List<Rational>> matrix = gram(random, size, random.nextInt(0, size + 2));
      assertEquals(matrix, product(Covariance.of(matrix)));
    }
  }

  /** Taking away more than there is in one direction leaves a negative variance there. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void negativeVarianceIsRefused(int size) {
    Random random = new Random(-size);
    for (int round = 0; round < 100; round++) {
      List<List<Rational>> matrix = gram(random, size, size + 1);
      int at = random.nextInt(size);
      List<List<Rational>> wrong = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        List<Rational> row = new ArrayList<>(matrix.get(i));
        if (i == at) {
          row.set(i, Rational.of(-1, 1000));
        }
        wrong.add(row);
      }
      assertThrows(Covariance.Refused.class, () -> Covariance.of(wrong));
    }
  }

  @Test
  void singularOnesHaveFewerCoordinates() throws Covariance.Refused {
    Random random = new Random(5);
    for (int round = 0; round < 50; round++) {
      Covariance covariance = Covariance.of(gram(random, 5, 2));
      long pivots = covariance.pivots().stream().filter(p -> !p.isZero()).count();
      List<Rational> mean = List.of(r(1), r(2), r(3), r(4), r(5));
      Draw draw = covariance.around(mean);
      assertEquals(pivots, draw.fresh().size());
      assertEquals(true, pivots <= 2);
    }
  }

  private static Rational r(long value) {
    return Rational.of(value);
  }
}
