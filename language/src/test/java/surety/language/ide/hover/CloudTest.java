package surety.language.ide.hover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.language.law.Covariance;
import surety.language.law.Draw;
import surety.language.law.Draws;
import surety.language.law.Linear;

class CloudTest {
  private static List<Rational> row(long... numbers) {
    List<Rational> row = new ArrayList<>();
    for (long number : numbers) {
      row.add(Rational.of(number));
    }
    return row;
  }

  private static Draws normal(List<List<Rational>> covariance, List<Rational> mean)
      throws Covariance.Refused {
    return Draws.of(List.of(Covariance.of(covariance).around(mean)));
  }

  @Test
  void aNormalHasItsMomentsAndTwoEllipses() throws Covariance.Refused {
    Cloud cloud = Cloud.of(normal(List.of(row(4, 1), row(1, 1)), row(1, -2))).orElseThrow();
    assertEquals(1, cloud.mean(0), 1e-12);
    assertEquals(-2, cloud.mean(1), 1e-12);
    assertEquals(4, cloud.covariance(0, 0), 1e-12);
    assertEquals(0.5, cloud.correlation(0, 1), 1e-12);
    String svg = ScatterPlot.svg(cloud, "u", "v<w");
    assertEquals(2, svg.split("<ellipse").length - 1, svg);
    assertEquals(1, svg.split("<circle").length - 1, svg);
    assertTrue(svg.contains("v&lt;w"), svg);
  }

  /** Means 0 and 2, each as likely: between them lies a variance of 1. */
  @Test
  void severalPointsAddWhatLiesBetweenThem() throws Covariance.Refused {
    Rational half = Rational.of(1, 2);
    List<List<Rational>> matrix = List.of(row(1, 0), row(0, 1));
    Draws both =
        Draws.mixture(
            List.of(half, half), List.of(normal(matrix, row(0, 0)), normal(matrix, row(2, 2))));
    Cloud cloud = Cloud.of(both).orElseThrow();
    assertEquals(2, cloud.covariance(0, 0), 1e-12);
    assertEquals(1, cloud.covariance(0, 1), 1e-12);
    assertEquals(0.5, cloud.correlation(0, 1), 1e-12);
    assertEquals(2, ScatterPlot.svg(cloud, "u", "v").split("<circle").length - 1);
  }

  @Test
  void singlePointsHaveNoEllipses() {
    Draws point =
        Draws.of(
            List.of(
                Draw.known(
                    Rational.ONE,
                    List.of(Linear.constant(Rational.ONE), Linear.constant(Rational.ZERO)))));
    Cloud cloud = Cloud.of(point).orElseThrow();
    assertEquals(0, cloud.correlation(0, 1));
    String svg = ScatterPlot.svg(cloud, "u", "v");
    assertFalse(svg.contains("<ellipse") || svg.contains("NaN"), svg);
  }

  @Test
  void otherDistributionsAreNone() {
    Draw draw =
        new Draw(
            Rational.ONE,
            List.of(Distribution.parse("beta(2, 2)")),
            List.of(Linear.ZERO, Linear.ZERO),
            List.of(Linear.coordinate(0), Linear.coordinate(0)));
    assertEquals(Optional.empty(), Cloud.of(Draws.of(List.of(draw))));
  }
}
