package surety.language.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Rational;

class GaussianTest {
  private static Rational q(String text) {
    return Rational.parse(text);
  }

  @Test
  void writesShortDecimals() {
    Gaussian gaussian =
        Gaussian.near(
            List.of(q("1/3"), q("2000000/3")),
            List.of(List.of(q("1/7"), q("1/9")), List.of(q("1/9"), q("4000"))));
    assertEquals(
        "Normal([0.33333, 666666.667], [[0.142857, 0.1111], [0.1111, 4000]])", gaussian.text());
    assertEquals(
        "Normal(-0.667, variance = 200)",
        Gaussian.near(List.of(q("-2/3")), List.of(List.of(q("200")))).text());
  }

  @Test
  void takesMoreDigitsWhereFewWouldNotBeDefinite() {
    Rational almost = Rational.ONE.minus(q("1e-23"));
    Gaussian gaussian =
        Gaussian.near(
            List.of(Rational.ZERO, Rational.ZERO),
            List.of(List.of(Rational.ONE, almost), List.of(almost, Rational.ONE)));
    assertTrue(Gaussian.isDefinite(gaussian.covariance()));
    assertEquals(almost, gaussian.covariance().get(0).get(1));
  }

  @Test
  void knowsWhatIsNotDefinite() {
    assertFalse(
        Gaussian.isDefinite(
            List.of(List.of(Rational.ONE, Rational.ONE), List.of(Rational.ONE, Rational.ONE))));
    assertFalse(
        Gaussian.isDefinite(List.of(List.of(Rational.ONE, q("2")), List.of(q("2"), Rational.ONE))));
    assertFalse(Gaussian.isDefinite(List.of(List.of(Rational.ZERO))));
  }

  @Test
  void isSymmetricDefiniteAndNearForRandomMatrices() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 200; round++) {
      int n = 1 + random.nextInt(4);
      List<List<Rational>> factor = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        Rational scale = Scale.power(random.nextInt(-8, 9));
        List<Rational> row = new ArrayList<>();
        for (int k = 0; k < n; k++) {
          long entry = k > i ? 0 : k == i ? 1 + random.nextInt(99) : random.nextInt(-99, 100);
          row.add(Rational.of(entry, 7).times(scale));
        }
        factor.add(row);
      }
      List<List<Rational>> covariance = timesTransposed(factor);
      Gaussian gaussian = Gaussian.near(covariance.get(0), covariance);
      assertTrue(Gaussian.isDefinite(gaussian.covariance()));
      for (int i = 0; i < n; i++) {
        for (int k = 0; k < n; k++) {
          assertEquals(gaussian.covariance().get(i).get(k), gaussian.covariance().get(k).get(i));
        }
        Rational error = gaussian.covariance().get(i).get(i).minus(covariance.get(i).get(i)).abs();
        assertTrue(error.compareTo(covariance.get(i).get(i).times(q("1e-2"))) < 0);
      }
    }
  }

  private static List<List<Rational>> timesTransposed(List<List<Rational>> factor) {
    List<List<Rational>> product = new ArrayList<>();
    for (List<Rational> left : factor) {
      List<Rational> row = new ArrayList<>();
      for (List<Rational> right : factor) {
        Rational sum = Rational.ZERO;
        for (int q = 0; q < left.size(); q++) {
          sum = sum.plus(left.get(q).times(right.get(q)));
        }
        row.add(sum);
      }
      product.add(row);
    }
    return product;
  }
}
