package surety.certificates.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Activations;
import surety.certificates.activation.Elu;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.activation.Scaling;
import surety.certificates.activation.Selu;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.RealNumber;
import surety.certificates.stop.Stop;

class GrowthTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static List<Rational> form(long... coefficients) {
    return Arrays.stream(coefficients).mapToObj(Rational::of).toList();
  }

  private static Network affine(double... weights) {
    AffineLayer layer = AffineLayer.of(new double[][] {weights}, new double[] {7});
    return Network.chain(weights.length, List.of(layer));
  }

  @Test
  void anAffineNetworkGrowsByItsWeights() {
    assertArrayEquals(new double[] {2, 0, 3}, Growth.of(affine(2, 0, -3), form(1)));
    assertArrayEquals(new double[] {10, 0, 15}, Growth.of(affine(2, 0, -3), form(-5)));
    assertArrayEquals(new double[3], Growth.of(affine(2, 0, -3), form(0)));
  }

  @Test
  void coefficientsThatAreNoDoublesAreRoundedUp() {
    double[] growth = Growth.of(affine(1), List.of(Rational.of(1, 3)));
    assertTrue(Rational.ofDouble(growth[0]).compareTo(Rational.of(1, 3)) > 0);
    Rational huge = Rational.parse("1e400");
    assertArrayEquals(new double[] {INFINITY, 0}, Growth.of(affine(1, 0), List.of(huge)));
  }

  private static double through(Activation activation) {
    Network network = Network.chain(1, List.of(ActivationLayer.uniform(1, activation)));
    return Growth.of(network, form(2))[0];
  }

  @Test
  void activationsCountWithTheirGreatestSlopes() {
    assertTrue(through(Activation.RELU) == 2 && through(Activation.SIGMOID) == 0.5);
    assertTrue(through(PiecewiseLinear.leakyRelu(-3)) == 6 && through(new Elu(0.5)) == 2);
    assertTrue(through(new Selu(-2, -4)) == 16);
    Scaling third = new Scaling(RealNumber.of(Rational.of(-1, 3)), RealNumber.ONE);
    assertTrue(Rational.ofDouble(through(third)).compareTo(Rational.of(2, 3)) >= 0);
    assertTrue(through(third) < 0.6666666666666670);
    assertTrue(through(new Selu(1e200, 1e200)) == INFINITY);
  }

  @Test
  void outputsAndWiresMayBeReadSeveralTimes() {
    AffineLayer twice = AffineLayer.diagonal(new double[] {2, 4}, new double[2]);
    Wires both = Wires.of(0, 0);
    Gate gate =
        new Gate.Affine(List.of(new Gate.Term(twice, both), new Gate.Term(twice, Wires.of(1, 0))));
    Network network = new Network(2, List.of(gate), Wires.of(2, 3, 3, 0));
    // wire 2 is 2 x0 + 2 x1, wire 3 is 8 x0
    assertArrayEquals(new double[] {2 + 8 + 8 * 3 + 5, 2}, Growth.of(network, form(1, -1, 3, 5)));
  }

  @Test
  void whatOverflowsIsInfiniteAndWhatDoesNotEnterIsZero() {
    AffineLayer huge = AffineLayer.of(new double[][] {{1e200, 0}, {0, 1}}, new double[2]);
    Network network = Network.chain(2, List.of(huge, huge));
    assertArrayEquals(new double[] {INFINITY, 0}, Growth.of(network, form(1, 0)));
    assertArrayEquals(new double[] {0, 1}, Growth.of(network, form(0, 1)));
    assertArrayEquals(new double[] {INFINITY, 1}, Growth.of(network, form(1, 1)));
  }

  @Test
  void theFormHasACoefficientForEachOutput() {
    assertThrows(IllegalArgumentException.class, () -> Growth.of(affine(1), form(1, 1)));
  }

  private static Interval value(Network network, List<Rational> form, Rational[] x) {
    Interval[] at = Arrays.stream(x).map(Interval::of).toArray(Interval[]::new);
    Interval[] y = network.enclose(at, Stop.NEVER);
    Interval sum = Interval.ZERO;
    for (int i = 0; i < y.length; i++) {
      sum = sum.plus(y[i].times(Interval.of(form.get(i))));
    }
    return sum;
  }

  @Test
  void randomNetworksNeverGrowFaster() {
    SplittableRandom random = new SplittableRandom(11);
    List<Activation> kinds = Activations.all();
    for (int k = 0; k < 300; k++) {
      Network network = RandomNetworks.of(random, 3, 2, k % 3 == 0 ? List.of() : kinds);
      List<Rational> form = new ArrayList<>();
      for (int i = 0; i < network.outputs(); i++) {
        form.add(Rational.of(random.nextInt(-3, 4), 3));
      }
      double[] growth = Growth.of(network, form);
      for (int sample = 0; sample < 10; sample++) {
        Rational[] x = new Rational[3];
        Arrays.setAll(x, q -> Rational.of(random.nextInt(-40, 41), 8));
        Rational[] y = x.clone();
        Interval most = Interval.ZERO;
        for (int q = 0; q < 3; q++) {
          if (random.nextBoolean()) {
            y[q] = y[q].plus(Rational.of(random.nextInt(-16, 17), 8));
          }
          Interval distance = Interval.of(y[q].minus(x[q]).abs());
          most = most.plus(distance.times(growth[q]));
        }
        Interval difference = value(network, form, x).minus(value(network, form, y));
        if (difference.isBounded()) {
          double allowed = most.upper();
          assertTrue(
              difference.lower() <= allowed && difference.upper() >= -allowed,
              () -> difference + " of at most " + allowed);
        }
      }
    }
  }
}
