package surety.language.ide.hover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.language.law.Draw;
import surety.language.law.Draws;
import surety.language.law.Linear;

class PartsTest {
  private static Draws of(String text) {
    return Draws.of(List.of(Draw.of(Linear.ZERO, Distribution.parse(text))));
  }

  private static Draws halves(Draws first, Draws second) {
    Rational half = Rational.of(1, 2);
    return Draws.mixture(List.of(half, half), List.of(first, second));
  }

  private static double sum(Bins bins) {
    double sum = 0;
    for (int i = 0; i < bins.count(); i++) {
      sum += bins.mass(i);
    }
    return sum;
  }

  /** By the mean of the variances and the variance of the means. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "normal(0, 1); normal(4, 1); 2; 2.2360680",
        "normal(0, sqrt(2)); normal(0, 2); 0; 1.7320508",
        "uniform(0, 1); uniform(1, 2); 1; 0.5773503",
        "lognormal(0, 1/4); beta(2, 2); 0.7658717; 0.3605756"
      })
  void aMixtureHasTheMomentsOfItsParts(String a, String b, double mean, double deviation) {
    Parts parts = Parts.of(halves(of(a), of(b))).orElseThrow();
    assertEquals(mean, parts.figures().mean(), 1e-6);
    assertEquals(deviation, parts.figures().deviation(), 1e-3);
    Bins bins = parts.bins();
    assertEquals(1, sum(bins), 2e-3);
    assertEquals(mean, Figures.ofBins(ends(bins), masses(bins)).mean(), 2e-3);
  }

  private static double[] ends(Bins bins) {
    double[] ends = new double[bins.count() + 1];
    for (int i = 0; i < ends.length; i++) {
      ends[i] = bins.end(i);
    }
    return ends;
  }

  private static double[] masses(Bins bins) {
    double[] masses = new double[bins.count()];
    for (int i = 0; i < masses.length; i++) {
      masses[i] = bins.mass(i);
    }
    return masses;
  }

  @Test
  void numbersAndDensitiesTogether() {
    Parts parts =
        Parts.of(halves(Draws.known(Linear.constant(Rational.of(3))), of("uniform(0, 2)")))
            .orElseThrow();
    assertEquals(List.of(new Parts.Atom(3, 0.5)), parts.atoms());
    assertEquals(2, parts.figures().mean(), 1e-12);
    assertEquals(0.5, sum(parts.bins()), 1e-6);
    assertEquals(3, parts.bins().end(parts.bins().count()));
    String svg = DensityCurve.svg(parts.bins(), parts.atoms());
    assertEquals(3, svg.split("<path").length - 1, svg);
  }

  @Test
  void heavyTailsHaveNoMoments() {
    Figures both = Parts.of(halves(of("cauchy(0, 1)"), of("normal(0, 1)"))).orElseThrow().figures();
    assertTrue(Double.isNaN(both.mean()));
    Figures wide =
        Parts.of(halves(of("pareto(3/2, 1)"), of("normal(0, 1)"))).orElseThrow().figures();
    assertEquals(1.5, wide.mean(), 1e-9);
    assertEquals(Double.POSITIVE_INFINITY, wide.deviation());
  }

  @Test
  void sumsOfCoordinatesHaveNoCurve() {
    assertEquals(Optional.empty(), Parts.of(of("uniform(0, 1)").plus(of("uniform(0, 1)"))));
  }

  @Test
  void stretchedAndTurned() {
    Parts parts = Parts.of(of("lognormal(0, 1/4)").times(Rational.of(-2))).orElseThrow();
    assertEquals(-2 * Math.exp(1 / 32.0), parts.figures().mean(), 1e-9);
    assertEquals(1, sum(parts.bins()), 2e-3);
    assertTrue(parts.bins().end(parts.bins().count()) <= 0);
  }
}
