package surety.language.ide.hover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.density.Distribution;

class FiguresTest {
  private static final double VISIBLE = 1e-3;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "uniform(1, 4); 2.5; 0.8660254",
        "beta(2, 2); 0.5; 0.2236068",
        "normal(-3, 2); -3; 2",
        "exponential(4); 0.25; 0.25",
        "gamma(4, 3); 12; 6",
        "triangular(0, 0, 1); 0.3333333; 0.2357023",
        "histogram([0, 1, 3], [1/2, 1/2]); 1.25; 0.8779711",
        "polynomial([0, 1], [[0, 2]]); 0.6666667; 0.2357023",
        "polynomial([0, 1, 2], [[0, 1], [2, -1]]); 1; 0.4082483",
        "polynomial([0, 1], [[0, 2]]) on [0, 1/2]; 0.3333333; 0.1178511",
        // The half-normal, the memory that an exponential has not, and a tail far out.
        "normal(0, 1) on [0, 1000000]; 0.7978846; 0.6028103",
        "exponential(1) on [5, 100000]; 6; 1",
        "uniform(0, 10) on [2, 3]; 2.5; 0.2886751",
        "normal(0, 1) on [-1, 1]; 0; 0.5395",
        "normal(0, 1) on [30, 40]; 30.033259667; 0.03322",
        "beta(1/2, 1/2); 0.5; 0.3535534",
        "gamma(1/4, 4); 1; 2",
        "lognormal(0, 1); 1.6487213; 2.1611974",
        "lognormal(1, 1/10); 2.7319073; 0.2738758",
        "weibull(1, 3); 3; 3",
        "weibull(2, 2); 1.7724539; 0.9265028",
        "weibull(1/2, 3); 6; 13.4164079",
        "logistic(5, 2); 5; 3.6275987",
        "laplace(-1, 3); -1; 4.2426407",
        "studentt(3, 2, 5); 2; 8.6602540",
        "pareto(3, 2); 3; 1.7320508",
        // By the arcus tangens; by similarity; again by similarity, with an infinite deviation.
        "cauchy(0, 1) on [-1, 1]; 0; 0.5227232",
        "pareto(4, 1) on [10, inf]; 13.3333333; 4.7140452",
        "pareto(3/2, 1) on [2, inf]; 6; Infinity",
        "weibull(1/2, 1) on [0, 1000000000]; 2; 4.4721360",
        "beta(1/2, 1/2) on [0, 1/2]; 0.1816901; 0.1538792",
        "studentt(3/2, 7, 1); 7; Infinity",
        "pareto(2, 1); 2; Infinity",
        "pareto(1, 1); Infinity; Infinity",
        "pareto(1/2, 1) on [-1, inf]; Infinity; Infinity",
        "cauchy(0, 1) on [0, inf]; Infinity; Infinity",
        "studentt(1, 0, 1) on [-inf, 0]; -Infinity; Infinity",
        "cauchy(3, 1); NaN; NaN",
        "studentt(1, 3, 1); NaN; NaN",
      })
  void areThoseOfTheTextbook(String text, double mean, double deviation) {
    Figures figures = Figures.of(Distribution.parse(text));
    assertNear(mean, figures.mean(), VISIBLE * Math.max(1, Math.abs(mean)));
    assertNear(deviation, figures.deviation(), 2 * VISIBLE * deviation);
  }

  private static void assertNear(double expected, double actual, double tolerance) {
    if (Double.isFinite(expected)) {
      assertEquals(expected, actual, tolerance);
    } else {
      assertEquals(expected, actual);
    }
  }

  /** The closed forms and the bins say the same. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "uniform(1, 4)",
        "beta(2, 5)",
        "normal(-3, 2)",
        "exponential(4)",
        "gamma(4, 3)",
        "triangular(0, 1/5, 1)",
        "histogram([0, 1, 3], [1/2, 1/2])",
        "polynomial([-3, -1, 1], [[3/4, 1/4], [1/4, -1/4]])",
        "beta(1/3, 1/2)",
        "gamma(1/3, 2)",
        "lognormal(2, 1/2)",
        "weibull(1/2, 3)",
        "weibull(20, 3)",
        "logistic(3, 2)",
        "laplace(3, 2)",
        "studentt(5, 3, 2)",
        "pareto(5, 3)"
      })
  void agreeWithTheBins(String text) {
    Distribution distribution = Distribution.parse(text);
    Figures closed = Figures.of(distribution);
    Figures binned = Moments.of(distribution, 2);
    assertEquals(closed.mean(), binned.mean(), 5 * VISIBLE * closed.deviation());
    assertEquals(closed.deviation(), binned.deviation(), 5 * VISIBLE * closed.deviation());
  }

  @Test
  void theBinsHoldAlmostEverything() {
    for (String text :
        new String[] {"normal(0, 1)", "gamma(1, 1)", "normal(0, 1) on [-9, 900000]"}) {
      double sum = 0;
      Bins bins = Bins.around(Distribution.parse(text));
      for (int i = 0; i < bins.count(); i++) {
        sum += bins.mass(i);
      }
      assertEquals(1, sum, VISIBLE);
    }
  }

  /** Also where the support is wide, or the density has a pole. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "cauchy(0, 1)",
        "lognormal(0, 3)",
        "weibull(1/10, 1)",
        "studentt(1/2, 0, 1)",
        "pareto(1/5, 1)",
        "beta(1/100, 1/100)",
        "gamma(1/1000, 1)"
      })
  void thereIsAlwaysAPicture(String text) {
    Bins bins = Bins.around(Distribution.parse(text));
    double sum = 0;
    for (int i = 0; i < bins.count(); i++) {
      assertTrue(bins.end(i) < bins.end(i + 1));
      sum += bins.mass(i);
    }
    assertTrue(sum > 0.5 && sum <= 1.000001, text + " " + sum);
    assertTrue(DensityCurve.svg(bins).endsWith("</svg>\n"));
  }

  @Test
  void thePictureIsAnImageOfTheCurve() {
    Bins bins = Bins.around(Distribution.parse("beta(2, 2)"));
    String svg = DensityCurve.svg(bins);
    assertTrue(svg.startsWith("<svg xmlns=") && svg.endsWith("</svg>\n"), svg);
    assertTrue(svg.contains(">0</text>") && svg.contains(">1</text>"), svg);
    assertTrue(DensityCurve.dataUri(svg).matches("data:image/svg\\+xml;base64,[A-Za-z0-9+/=]+"));
  }
}
