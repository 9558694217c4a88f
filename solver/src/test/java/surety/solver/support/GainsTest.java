package surety.solver.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.region.PatternMaps;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.Input;
import surety.certificates.statement.Law;
import surety.certificates.statement.RandomInput;
import surety.certificates.stop.Stop;

class GainsTest {
  /** 3 relu(x - 1) of a standard normal input: slope 3 with Phi(-1), else the constant 0. */
  private static final Network HINGE =
      Network.chain(
          1,
          List.of(
              AffineLayer.of(new double[][] {{1}}, new double[] {-1}),
              new ActivationLayer(List.of(Activation.RELU)),
              AffineLayer.of(new double[][] {{3}}, new double[] {0})));

  private static final double TAIL = 0.15865525393145705;

  private static Gains gains(double missing, Interval... probabilities) throws RejectedException {
    List<Input> inputs = List.of(new RandomInput(Distribution.parse("normal(0, 1)")));
    PatternMaps maps = new PatternMaps(Law.independent(inputs), HINGE, Stop.NEVER);
    List<Gains.Piece> pieces = new ArrayList<>();
    for (byte k = 0; k < probabilities.length; k++) {
      pieces.add(new Gains.Piece(probabilities[k], maps.outputs(new byte[] {k})));
    }
    List<Integer> random = IntStream.range(0, 1).boxed().toList();
    return Gains.of(pieces, missing, HINGE, true, random, Stop.NEVER);
  }

  private static Interval about(double probability) {
    return Interval.of(probability - 1e-12, probability + 1e-12);
  }

  private static void assertAbout(double lower, double upper, Interval found) {
    assertEquals(lower, found.lower(), 1e-9, found::toString);
    assertEquals(upper, found.upper(), 1e-9, found::toString);
  }

  @Test
  void allPatterns() throws RejectedException {
    Gains gains = gains(0, about(1 - TAIL), about(TAIL));
    assertAbout(TAIL, TAIL, gains.above(2.9));
    assertAbout(0, 0, gains.above(3.1));
    assertAbout(1 - TAIL, 1 - TAIL, gains.between(-1, 0));
    assertAbout(1, 1, gains.between(-1, 4));
    assertAbout(3 * TAIL, 3 * TAIL, gains.jacobian().get(0).get(0));
    assertEquals(1, gains.atoms().size());
    assertEquals(Rational.ZERO, gains.atoms().get(0).value());
    assertAbout(1 - TAIL, 1 - TAIL, gains.atoms().get(0).mass());
  }

  /** What is missing may have any gain, and a slope up to 3. */
  @Test
  void whatIsMissingMayBeAnywhere() throws RejectedException {
    Gains gains = gains(TAIL, about(1 - TAIL));
    assertAbout(0, TAIL, gains.above(2.9));
    assertAbout(0, TAIL, gains.above(100));
    assertAbout(1 - TAIL, 1, gains.between(-1, 0));
    assertAbout(-3 * TAIL, 3 * TAIL, gains.jacobian().get(0).get(0));
    assertAbout(1 - TAIL, 1, gains.atoms().get(0).mass());
  }

  /** Bounds from the patterns that are surely elsewhere, where those of a pattern are far apart. */
  @Test
  void theOthersBoundAPattern() throws RejectedException {
    Gains gains = gains(0.01, about(0.9), Interval.of(0, 1));
    assertAbout(0.09, 0.1, gains.above(2.9));
    Gains turned = gains(0.01, Interval.of(0, 1), about(0.2));
    assertAbout(0.79, 0.8, turned.between(-1, 0));
  }

  @Test
  void nothingIsKnownOfNothing() throws RejectedException {
    Gains gains = gains(1);
    assertAbout(0, 1, gains.above(0));
    assertAbout(-3, 3, gains.jacobian().get(0).get(0));
    assertTrue(gains.atoms().isEmpty());
  }
}
