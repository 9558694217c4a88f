package surety.certificates.activation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import surety.certificates.arithmetic.Doubles;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.RealNumber;

/** Every kind of activation with parameters of every kind, and points to try them at. */
public final class Activations {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static final double[] PARAMETERS = {
    1, 0.5, 1.6732632423543772, 3, 0, -0.0, -0.3, -1, -2, 1e-300, -1e300, Double.MIN_VALUE
  };

  private static final List<Rational> SCALINGS =
      List.of(Rational.of(1, 3), Rational.of(-10, 7), Rational.ONE, Rational.ZERO);

  private static final double[] FLOORS = {1, 1e-5, 0.3, 1e-300, Double.MIN_VALUE, 1e300};

  private static final double[][] SELU = {
    {1.6732632423543772, 1.0507009873554805},
    {1, 1},
    {-0.5, 2},
    {0.5, -2},
    {-1, -1},
    {0, 3},
    {0, -3},
    {2, 0},
    {0, 0},
    {1e-200, -1e-200},
    {1e200, 1e200},
    {Double.MAX_VALUE, -1e-300},
    {1e-300, 1e300},
    {-Double.MIN_VALUE, Double.MIN_VALUE}
  };

  private static final double[][] CLIP = {
    {-1, 1},
    {0, 6},
    {0, INFINITY},
    {-INFINITY, 0.25},
    {-INFINITY, INFINITY},
    {0.5, 0.5},
    {-0.0, 0.0},
    {-0.1, 0.3},
    {2, 3},
    {-3, -2},
    {0.1, 0.10000000000000002},
    {-Double.MIN_VALUE, Double.MIN_VALUE},
    {-Double.MAX_VALUE, Double.MAX_VALUE},
    {Double.MAX_VALUE, INFINITY}
  };

  private Activations() {}

  /** All of them. */
  public static List<Activation> all() {
    List<Activation> all =
        new ArrayList<>(
            List.of(
                Activation.IDENTITY,
                Activation.RELU,
                Activation.ABS,
                Activation.TANH,
                Activation.SIGMOID,
                Activation.SOFTPLUS,
                Activation.SOFTSIGN,
                Activation.SQUARE,
                Activation.EXP,
                Activation.LOG,
                Activation.SQRT,
                Activation.RECIPROCAL,
                Activation.SIN,
                Activation.COS,
                Activation.ERF,
                Activation.ERF_GATE,
                Activation.SILU,
                Activation.APPROXIMATE_GELU,
                Activation.HARD_SWISH));
    for (int exponent = 3; exponent <= 5; exponent++) {
      all.add(new Power(exponent));
    }
    for (double floor : FLOORS) {
      all.add(new Floored(Activation.RECIPROCAL, floor));
      all.add(new Floored(Activation.LOG, floor));
      all.add(new Floored(Activation.SQRT, floor));
    }
    all.add(new Floored(Activation.SQRT, 0));
    for (double parameter : PARAMETERS) {
      all.add(PiecewiseLinear.leakyRelu(parameter));
      all.add(new Elu(parameter));
    }
    for (double[] pair : SELU) {
      all.add(new Selu(pair[0], pair[1]));
    }
    for (double[] pair : CLIP) {
      all.add(PiecewiseLinear.clip(pair[0], pair[1]));
    }
    for (Rational factor : SCALINGS) {
      all.add(new Scaling(RealNumber.of(factor), RealNumber.ZERO));
    }
    return all;
  }

  static Stream<Activation> stream() {
    return all().stream();
  }

  /** The ends of sections where it has values, without the infinite ones, ascending. */
  static List<Double> kinks(Activation f) {
    return f.sections().stream()
        .map(Section::from)
        .filter(x -> Double.isFinite(x) && f.isDefinedOn(x, x))
        .toList();
  }

  /** Whether it bends one way only on each section. */
  static boolean isCut(Activation f) {
    return f.sections().stream().noneMatch(s -> s.curvature() == Curvature.EITHER);
  }

  /**
   * Points that it is defined for, at and around the ends of sections and of every size, ascending;
   * always the same.
   */
  static List<Double> points(Activation f) {
    SplittableRandom random = new SplittableRandom(7);
    TreeSet<Double> points = new TreeSet<>(); // -0 and 0 are two
    for (double kink : kinks(f)) {
      Collections.addAll(points, kink, Math.nextUp(kink), Math.nextDown(kink));
    }
    for (double special : new double[] {-0.0, 0.0, 1, 0x1p-54, 0x1p-28, 18.7, 36.8, 709.8, 745.2}) {
      Collections.addAll(points, special, -special);
    }
    for (int i = 0; i < 100; i++) {
      points.add(Doubles.any(random));
      points.add(random.nextDouble(-3, 3));
      points.add(random.nextDouble(-40, 40));
      points.add(random.nextDouble(-800, 800));
      points.add(sign(random) * Math.scalb(random.nextDouble(1, 2), random.nextInt(-70, 11)));
    }
    points.removeIf(x -> !Double.isFinite(x) || !f.isDefinedOn(x, x));
    return List.copyOf(points);
  }

  private static int sign(SplittableRandom random) {
    return random.nextBoolean() ? 1 : -1;
  }
}
