package surety.certificates.moment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.activation.Scaling;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.RealNumber;

class HingesTest {
  private static final List<Activation> ALL =
      List.of(
          Activation.IDENTITY,
          Activation.RELU,
          Activation.ABS,
          PiecewiseLinear.leakyRelu(0.1),
          PiecewiseLinear.leakyRelu(-2),
          PiecewiseLinear.leakyRelu(1),
          PiecewiseLinear.clip(-1, 1),
          PiecewiseLinear.clip(0.25, 0.25),
          PiecewiseLinear.clip(Double.NEGATIVE_INFINITY, 2),
          new Scaling(RealNumber.of(Rational.of(1, 3)), RealNumber.of(Rational.of(1, 7))));

  @Test
  void theSumIsTheFunction() {
    for (Activation activation : ALL) {
      Hinges hinges = Hinges.of(activation).orElseThrow();
      for (double x : new double[] {-100, -2, -1, -0.5, 0, 0.1, 0.25, 1, 1.5, 2, 3, 1e9}) {
        Interval sum = hinges.constant().plus(hinges.slope().times(x));
        for (Hinges.Hinge hinge : hinges.all()) {
          Interval above = Interval.of(x).minus(Interval.of(hinge.at()));
          Interval rectified = new Interval(Math.max(0, above.lower()), Math.max(0, above.upper()));
          sum = sum.plus(hinge.factor().times(rectified));
        }
        Interval value = activation.enclose(x);
        assertTrue(
            sum.lower() <= value.upper() && value.lower() <= sum.upper(),
            activation.name() + " at " + x + ": " + sum + " and " + value);
        assertTrue(sum.width() <= 1e-15 * Math.max(1, Math.abs(x)));
        assertTrue(hinges.slopes().contains(activation.slope(x)) || !hinges.slopes().isPoint());
      }
    }
  }

  @Test
  void slopes() {
    assertEquals(new Interval(0, 1), Hinges.of(Activation.RELU).orElseThrow().slopes());
    assertEquals(new Interval(-1, 1), Hinges.of(Activation.ABS).orElseThrow().slopes());
    assertEquals(new Interval(0, 1), Hinges.of(PiecewiseLinear.clip(-1, 1)).orElseThrow().slopes());
    assertTrue(Hinges.of(Activation.IDENTITY).orElseThrow().isAffine());
  }

  @Test
  void curvesHaveNone() {
    for (Activation curve :
        List.of(Activation.TANH, Activation.SQUARE, Activation.HARD_SWISH, Activation.SQRT)) {
      assertTrue(Hinges.of(curve).isEmpty(), curve.name());
    }
  }
}
