package surety.certificates.bounds;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;

/**
 * Forms whose coefficients are no doubles, where all else is computed without an error: what is
 * missing is then nothing but the errors of weights and constants.
 */
class NetworkCompilerTest {

  private static void requireValues(Network network, List<AffineForm> forms, double... x) {
    CompiledNetwork compiled = CompiledNetworks.of(network, forms.toArray(AffineForm[]::new));
    PointEnclosure point = PointEnclosure.of(compiled, x, new double[x.length]);
    assertTrue(point.isKnown());
    Rational[] exact = Arrays.stream(x).mapToObj(Rational::ofDouble).toArray(Rational[]::new);
    List<Rational> outputs = List.of(network.evaluateExactly(exact));
    int last = compiled.vectors() - 1;
    for (int row = 0; row < forms.size(); row++) {
      Rational value = forms.get(row).evaluate(outputs, List.of(exact));
      Rational off = value.minus(Rational.ofDouble(point.centres(last)[row])).abs();
      String what = forms.get(row).canonical() + " at " + Arrays.toString(x) + ": " + off;
      assertTrue(off.compareTo(Rational.ofDouble(point.radii(last)[row])) <= 0, what);
    }
  }

  private static AffineForm multiple(long numerator, long denominator) {
    return new AffineForm(List.of(Rational.of(numerator, denominator)));
  }

  /** A power of two times the double next to a third is no third of it. */
  @Test
  void weightsThatAreNoDoubles() {
    Network identity = Network.chain(1, List.of());
    for (double x : new double[] {1, -1, 0x1p60, -0x1p-60}) {
      requireValues(identity, List.of(multiple(1, 3), multiple(-1, 10), multiple(5, 7)), x);
    }
  }

  /** The same of the constant: at 0 the form is nothing else. */
  @Test
  void constantsThatAreNoDoubles() {
    AffineLayer layer = AffineLayer.of(new double[][] {{1}}, new double[] {1});
    Network shifted = Network.chain(1, List.of(layer));
    requireValues(shifted, List.of(multiple(1, 3), multiple(-1, 10), multiple(5, 7)), 0);
    AffineLayer odd = AffineLayer.of(new double[][] {{0}}, new double[] {0.1});
    requireValues(Network.chain(1, List.of(odd)), List.of(multiple(1, 3), multiple(-3, 1)), 0x1p9);
  }

  @Test
  void rowsOfAllKinds() {
    SplittableRandom random = new SplittableRandom(41);
    for (int i = 0; i < 400; i++) {
      int inputs = random.nextInt(1, 4);
      double[][] weights = new double[2][inputs];
      for (double[] row : weights) {
        Arrays.setAll(row, q -> random.nextInt(4) == 0 ? 0 : Math.scalb(1.0, random.nextInt(9)));
      }
      AffineLayer layer = AffineLayer.of(weights, new double[] {random.nextInt(3), 0});
      List<Layer> layers =
          random.nextBoolean()
              ? List.of(layer)
              : List.of(layer, ActivationLayer.uniform(2, Activation.RELU));
      List<AffineForm> forms = new ArrayList<>();
      for (int k = random.nextInt(1, 4); k > 0; k--) {
        Rational third = Rational.of(2L * random.nextInt(-4, 5) + 1, 3 + 4L * random.nextInt(3));
        boolean first = random.nextBoolean();
        List<Rational> outputs =
            first ? List.of(third, Rational.ZERO) : List.of(Rational.ZERO, third);
        List<Rational> of = new ArrayList<>();
        for (int q = 0; q < inputs; q++) {
          of.add(random.nextInt(3) > 0 ? Rational.ZERO : third.plus(Rational.of(1, 7)));
        }
        forms.add(new AffineForm(outputs, random.nextBoolean() ? of : List.of()));
      }
      double[] x = new double[inputs];
      Arrays.setAll(x, q -> random.nextInt(3) * Math.scalb(0.5, random.nextInt(-30, 30)));
      requireValues(Network.chain(inputs, layers), forms, x);
    }
  }
}
