package surety.certificates.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.junit.jupiter.api.Test;

/** The oracle of the activations' tests against an independent library. */
class PreciseFunctionsTest {
  private static final int DIGITS = 150;
  private static final Apfloat ONE = new Apfloat(1, DIGITS);

  private static Apfloat precise(BigDecimal x) {
    return new Apfloat(x, DIGITS);
  }

  private static void assertClose(Apfloat expected, BigDecimal actual, String what) {
    Apfloat error = ApfloatMath.abs(expected.subtract(precise(actual)));
    Apfloat allowed = ApfloatMath.abs(expected).multiply(precise(new BigDecimal("1e-95")));
    assertTrue(error.compareTo(allowed) <= 0, what);
  }

  @Test
  void seriesAgreeWithApfloat() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 40; i++) {
      double x = -Math.scalb(random.nextDouble(0.5, 1), random.nextInt(-20, 10));
      BigDecimal exact = new BigDecimal(x);
      Apfloat e = ApfloatMath.exp(precise(exact));
      assertClose(e, PreciseFunctions.exp(exact), "exp " + x);
      assertClose(e.subtract(ONE), PreciseFunctions.expm1(exact), "expm1 " + x);
      BigDecimal t = new BigDecimal(Math.min(1, -x));
      assertClose(ApfloatMath.log(ONE.add(precise(t))), PreciseFunctions.log1p(t), "log1p " + t);
    }
  }

  @Test
  void activationsAgreeWithApfloat() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 15; i++) {
      BigDecimal x = new BigDecimal(random.nextDouble(-9, 9));
      Apfloat e = ApfloatMath.exp(precise(x));
      Apfloat sigmoid = e.divide(ONE.add(e));
      Apfloat tanh = ApfloatMath.tanh(precise(x));
      assertClose(sigmoid, value(Activation.SIGMOID, x), "sigmoid");
      assertClose(ApfloatMath.log(ONE.add(e)), value(Activation.SOFTPLUS, x), "softplus");
      assertClose(tanh, value(Activation.TANH, x), "tanh");
      assertClose(ONE.subtract(tanh.multiply(tanh)), slope(Activation.TANH, x), "tanh'");
      assertClose(sigmoid.multiply(ONE.subtract(sigmoid)), slope(Activation.SIGMOID, x), "s'");
    }
  }

  @Test
  void farOutTheExponentialIsTinyAndPositive() {
    BigDecimal value = PreciseFunctions.exp(new BigDecimal(-Double.MAX_VALUE));
    assertEquals(1, value.signum());
    assertTrue(value.compareTo(new BigDecimal(Double.MIN_VALUE)) < 0);
  }

  private static BigDecimal value(Activation f, BigDecimal x) {
    return PreciseFunctions.value(f, x);
  }

  private static BigDecimal slope(Activation f, BigDecimal x) {
    return PreciseFunctions.slope(f, f.sections().get(x.signum() < 0 ? 0 : 1), x);
  }
}
