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
        // The half-normal, the memory that an exponential has not, and a tail far out.
        "normal(0, 1) on [0, 1000000]; 0.7978846; 0.6028103",
        "exponential(1) on [5, 100000]; 6; 1",
        "uniform(0, 10) on [2, 3]; 2.5; 0.2886751",
        "normal(0, 1) on [-1, 1]; 0; 0.5395",
        "normal(0, 1) on [30, 40]; 30.033259667; 0.03322",
      })
  void areThoseOfTheTextbook(String text, double mean, double deviation) {
    Figures figures = Figures.of(Distribution.parse(text));
    assertEquals(mean, figures.mean(), VISIBLE * Math.max(1, Math.abs(mean)));
    assertEquals(deviation, figures.deviation(), 2 * VISIBLE * deviation);
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
        "histogram([0, 1, 3], [1/2, 1/2])"
      })
  void agreeWithTheBins(String text) {
    Distribution distribution = Distribution.parse(text);
    Figures closed = Figures.of(distribution);
    Figures binned = Bins.around(distribution, Bins.MEASURE).figures();
    assertEquals(closed.mean(), binned.mean(), 5 * VISIBLE * closed.deviation());
    assertEquals(closed.deviation(), binned.deviation(), 5 * VISIBLE * closed.deviation());
  }

  @Test
  void theBinsHoldAlmostEverything() {
    for (String text :
        new String[] {"normal(0, 1)", "gamma(1, 1)", "normal(0, 1) on [-9, 900000]"}) {
      double sum = 0;
      Bins bins = Bins.around(Distribution.parse(text), Bins.LOOK);
      for (int i = 0; i < bins.count(); i++) {
        sum += bins.mass(i);
      }
      assertEquals(1, sum, VISIBLE);
    }
  }

  @Test
  void thePictureIsAnImageOfTheCurve() {
    Bins bins = Bins.around(Distribution.parse("beta(2, 2)"), Bins.LOOK);
    String svg = DensityCurve.svg(bins);
    assertTrue(svg.startsWith("<svg xmlns=") && svg.endsWith("</svg>\n"), svg);
    assertTrue(svg.contains(">0</text>") && svg.contains(">1</text>"), svg);
    assertTrue(DensityCurve.dataUri(bins).matches("data:image/svg\\+xml;base64,[A-Za-z0-9+/=]+"));
  }
}
