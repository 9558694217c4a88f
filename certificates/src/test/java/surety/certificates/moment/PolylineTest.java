package surety.certificates.moment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Elu;
import surety.certificates.activation.Selu;
import surety.certificates.arithmetic.Interval;
import surety.certificates.gaussian.NormalForm;
import surety.certificates.gaussian.RectifiedNormal;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;

class PolylineTest {
  private static final List<Activation> BENT =
      List.of(
          Activation.TANH,
          Activation.SIGMOID,
          Activation.SOFTPLUS,
          Activation.SOFTSIGN,
          Activation.ERF,
          Activation.ERF_GATE,
          Activation.SILU,
          Activation.APPROXIMATE_GELU,
          Activation.HARD_SWISH,
          Activation.SIN,
          Activation.COS,
          new Elu(0.7),
          new Selu(1.5, 1.1));

  private static NormalForm normal(double mean, double deviation) {
    return NormalForm.of(Interval.of(mean), new Interval[] {Interval.of(deviation)});
  }

  private static double off(Polyline line, NormalForm w) {
    List<RectifiedNormal> above = new ArrayList<>();
    for (Hinges.Hinge hinge : line.hinges().all()) {
      above.add(new RectifiedNormal(w.withMean(w.mean().minus(Interval.of(hinge.at())))));
    }
    return line.off(w, above);
  }

  /** In plain doubles, which is close enough to see what a gap allows. */
  private static double value(Hinges hinges, double x) {
    double value = hinges.constant().middle() + hinges.slope().middle() * x;
    for (Hinges.Hinge hinge : hinges.all()) {
      value += hinge.factor().middle() * Math.max(0, x - hinge.at());
    }
    return value;
  }

  private static double gap(Polyline line, double x) {
    List<Hinges.Hinge> all = line.hinges().all();
    int part = 0;
    while (part < all.size() && all.get(part).at() < x) {
      part++;
    }
    double distance =
        part == 0 ? all.get(0).at() - x : part == all.size() ? x - all.get(part - 1).at() : 1;
    return line.gaps().get(part) * distance;
  }

  @Test
  void nowhereIsItFurtherAwayThanItSays() {
    SplittableRandom random = new SplittableRandom(71);
    for (int i = 0; i < 400; i++) {
      Activation f = BENT.get(i % BENT.size());
      double mean = random.nextDouble(-4, 4);
      double deviation = Math.exp(random.nextDouble(-9, 2));
      int segments = random.nextInt(4, 33) * 2;
      Polyline line = Polyline.of(f, normal(mean, deviation), segments);
      assertEquals(segments + 1, line.hinges().all().size());
      assertEquals(segments + 2, line.gaps().size());
      for (int k = 0; k < 200; k++) {
        double x = mean + deviation * (k % 4 == 0 ? 4 : 1) * random.nextDouble(-10, 10);
        double away = Math.abs(f.apply(x) - value(line.hinges(), x));
        double most = gap(line, x);
        String what = f.name() + " " + mean + " " + deviation + " at " + x;
        assertTrue(away <= most + 1e-9, () -> what + ": " + away + " > " + most);
        double slope = f.slope(x);
        assertTrue(line.slopes().lower() <= slope + 1e-12, what);
        assertTrue(slope <= line.slopes().upper() + 1e-12, what);
      }
    }
  }

  /** Sampled, it is neither less nor many times more. */
  @Test
  void itsMeanSquareIsThatOfSamples() {
    SplittableRandom random = new SplittableRandom(72);
    for (int i = 0; i < 60; i++) {
      Activation f = BENT.get(i % BENT.size());
      double mean = random.nextDouble(-2, 2);
      double deviation = Math.exp(random.nextDouble(-2, 1));
      NormalForm w = normal(mean, deviation);
      Polyline line = Polyline.of(f, w, 16);
      double sum = 0;
      int count = 20_000;
      for (int k = 0; k < count; k++) {
        double x = mean + deviation * random.nextGaussian();
        double away = f.apply(x) - value(line.hinges(), x);
        sum += away * away / count;
      }
      double sampled = Math.sqrt(sum);
      double claimed = off(line, w);
      String what = f.name() + " " + mean + " " + deviation + ": " + sampled + ", " + claimed;
      assertTrue(sampled <= 1.05 * claimed + 1e-12, what);
    }
  }

  /** A quarter of the distance between knots makes a 16th of the gap. */
  @Test
  void moreSegmentsAreCloser() {
    NormalForm w = normal(0.3, 0.5);
    for (Activation f : List.of(Activation.TANH, Activation.SIN, Activation.SOFTPLUS)) {
      double few = off(Polyline.of(f, w, 16), w);
      double many = off(Polyline.of(f, w, 64), w);
      assertTrue(many < few / 10, f.name() + ": " + few + " " + many);
    }
    assertTrue(off(Polyline.of(Activation.TANH, w, 64), w) < 1e-3);
  }

  @Test
  void whatIsMadeOfStraightPiecesIsItself() {
    Polyline line = Polyline.of(Activation.RELU, normal(0, 1), 16);
    assertTrue(line.isExact());
    assertFalse(line.isAffine());
    assertEquals(1, line.hinges().all().size());
    assertEquals(0, off(line, normal(0, 1)));
    assertTrue(Polyline.of(Activation.IDENTITY, normal(0, 1), 16).isAffine());
  }

  @Test
  void ofAConstantItIsItsValue() {
    Polyline line = Polyline.of(Activation.TANH, normal(0.5, 0), 16);
    assertTrue(line.hinges().constant().contains(Math.tanh(0.5)));
    assertTrue(line.hinges().all().isEmpty());
    assertEquals(0, off(line, normal(0.5, 0)));
    assertFalse(line.isAffine());
  }

  @Test
  void ofNumbersThatMayOverflowNothingIsKnown() {
    for (double[] each : new double[][] {{1e200, 1}, {0, 1e200}, {1e308, 1e308}}) {
      NormalForm w = normal(each[0], each[1]);
      assertEquals(Double.POSITIVE_INFINITY, off(Polyline.of(Activation.TANH, w, 8), w));
    }
  }

  @Test
  void slopesHaveToBeBounded() {
    assertTrue(Polyline.exists(Activation.SILU));
    assertTrue(Polyline.exists(Activation.RELU));
    for (Activation f : List.of(Activation.EXP, Activation.SQUARE, Activation.LOG)) {
      assertFalse(Polyline.exists(f), f.name());
    }
  }

  @Test
  void theMoreNeuronsTheFewerSegments() {
    assertEquals(64, Polyline.segments(wide(Activation.RELU, 500)));
    assertEquals(64, Polyline.segments(wide(Activation.TANH, 12)));
    assertEquals(16, Polyline.segments(wide(Activation.TANH, 100)));
    assertEquals(8, Polyline.segments(wide(Activation.TANH, 1000)));
    assertEquals(65, Polyline.hinges(Activation.TANH, 64));
    assertEquals(1, Polyline.hinges(Activation.RELU, 64));
  }

  private static Network wide(Activation f, int width) {
    return Network.chain(
        1,
        List.of(
            AffineLayer.of(new double[width][1], new double[width]),
            ActivationLayer.uniform(width, f)));
  }

  /** Around which number it was made makes no difference: what is beyond its knots counts, too. */
  @Test
  void itsMeanSquareIsThatOfSamplesWhereverTheNumberIs() {
    SplittableRandom random = new SplittableRandom(73);
    int close = 0;
    for (int i = 0; i < 60; i++) {
      Activation f = BENT.get(i % BENT.size());
      double mean = random.nextDouble(-3, 3);
      double deviation = random.nextDouble(0.1, 2);
      Polyline line = Polyline.of(f, normal(mean, random.nextDouble(0.02, 0.2)), 16);
      double away = mean + 2 * random.nextDouble(-1, 1);
      double sum = 0;
      int steps = 4000;
      for (int k = 0; k < steps; k++) {
        double z = 16 * (k + 0.5) / steps - 8;
        double x = away + deviation * z;
        double off = f.apply(x) - value(line.hinges(), x);
        sum += off * off * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * 16 / steps;
      }
      double exact = Math.sqrt(sum);
      double claimed = off(line, normal(away, deviation));
      String what = f.name() + " " + mean + " " + deviation + ": " + exact + ", " + claimed;
      assertTrue(exact <= 1.001 * claimed + 1e-12, what);
      close += claimed <= 2 * exact ? 1 : 0;
    }
    assertTrue(close > 10, "it is never close: " + close);
  }
}
