package surety.certificates.moment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Interval;
import surety.certificates.gaussian.NormalForm;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;

class ActivatedNormalTest {
  private static ActivatedNormal of(Activation f, double mean, double deviation) {
    return ActivatedNormal.of(f, new SpreadNormal(ChordsTest.normal(mean, deviation), 0), 64);
  }

  @Test
  void whatIsMadeOfStraightPiecesIsItself() {
    ActivatedNormal relu = of(Activation.RELU, 1, 2);
    assertEquals(1, relu.parts().size());
    assertEquals(0, relu.off());
    assertEquals(new Interval(0, 1), relu.slopes());
    assertEquals(Interval.ONE, relu.tangent().slope());
    assertEquals(0.308537538725987, relu.flips(), 1e-14);
    assertFalse(relu.isAffine());
    assertTrue(of(Activation.IDENTITY, 0, 1).isAffine());
    assertEquals(Interval.ZERO, of(Activation.RELU, 0, 1).tangent().slope());
  }

  /** Two of them have closed forms, others chords. */
  @Test
  void whatBendsIsOneFunction() {
    for (Activation f : ChordsTest.BENT) {
      ActivatedNormal bent = of(f, 0.5, 0.75);
      boolean isClosed = f.equals(Activation.ERF) || f.equals(Activation.ERF_GATE);
      assertEquals(1, bent.parts().size(), f.name());
      assertEquals(Interval.ONE, bent.parts().get(0).factor());
      assertEquals(isClosed, bent.off() == 0, f.name());
      assertTrue(bent.off() < 6e-3, f.name());
      assertFalse(bent.isAffine());
      assertEquals(Double.POSITIVE_INFINITY, bent.flips());
      Interval at = bent.tangent().value().plus(bent.tangent().slope().times(0.5));
      assertEquals(f.apply(0.5), at.middle(), 1e-12, f.name());
    }
  }

  @Test
  void ofAConstantItIsItsValue() {
    ActivatedNormal constant = of(Activation.TANH, 0.5, 0);
    assertTrue(constant.constant().contains(Math.tanh(0.5)));
    assertTrue(constant.parts().isEmpty());
    assertEquals(0, constant.off());
    assertFalse(constant.isAffine());
  }

  /** It is no further from its value at the mean than its argument is from the mean. */
  @Test
  void ofWhatMayBeConstantLittleIsKnown() {
    Interval[] vague = {new Interval(-0x1p-20, 0x1p-20)};
    NormalForm w = NormalForm.of(Interval.of(0.5, 0.5 + 0x1p-20), vague);
    ActivatedNormal unknown = ActivatedNormal.of(Activation.TANH, new SpreadNormal(w, 0), 64);
    assertTrue(unknown.parts().isEmpty());
    assertTrue(unknown.constant().width() < 1e-15);
    double away =
        0x1p-20 + 0x1p-21 + Math.abs(unknown.constant().middle() - Math.tanh(0.5 + 0x1p-21));
    assertTrue(unknown.off() >= away, unknown.toString());
    assertTrue(unknown.off() < 0x1p-18, unknown.toString());
  }

  @Test
  void ofNumbersThatMayOverflowNothingIsKnown() {
    for (double[] each : new double[][] {{1e200, 1}, {0, 1e200}, {1e308, 1e308}}) {
      assertEquals(Double.POSITIVE_INFINITY, of(Activation.TANH, each[0], each[1]).off());
    }
  }

  @Test
  void slopesHaveToBeBounded() {
    assertTrue(ActivatedNormal.exists(Activation.SILU));
    assertTrue(ActivatedNormal.exists(Activation.RELU));
    for (Activation f : List.of(Activation.EXP, Activation.SQUARE, Activation.LOG)) {
      assertFalse(ActivatedNormal.exists(f), f.name());
    }
  }

  @Test
  void theMoreNeuronsTheFewerSegments() {
    assertEquals(512, ActivatedNormal.segments(wide(Activation.RELU, 500), 1));
    assertEquals(512, ActivatedNormal.segments(wide(Activation.TANH, 12), 1));
    assertEquals(109, ActivatedNormal.segments(wide(Activation.TANH, 100), 6));
    assertEquals(65, ActivatedNormal.segments(wide(Activation.TANH, 1000), 1));
    assertEquals(8, ActivatedNormal.segments(wide(Activation.TANH, 1000), 10));
    assertEquals(1, ActivatedNormal.parts(Activation.TANH));
    assertEquals(1, ActivatedNormal.parts(Activation.RELU));
    assertTrue(ActivatedNormal.isBent(Activation.TANH) && !ActivatedNormal.isBent(Activation.ABS));
  }

  private static Network wide(Activation f, int width) {
    return Network.chain(
        1,
        List.of(
            AffineLayer.of(new double[width][1], new double[width]),
            ActivationLayer.uniform(width, f)));
  }
}
