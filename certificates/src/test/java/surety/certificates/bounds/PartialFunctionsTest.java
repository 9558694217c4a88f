package surety.certificates.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Floored;
import surety.certificates.arithmetic.Interval;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.Growth;
import surety.certificates.network.Network;
import surety.certificates.statement.Statements;

/** Where a function has no value nothing is known, however near to its domain that is. */
class PartialFunctionsTest {
  private static final double LEAST = Double.MIN_VALUE;

  static Stream<Arguments> ranges() {
    return Stream.of(
        Arguments.of(Activation.RECIPROCAL, 1, 2, true),
        Arguments.of(Activation.RECIPROCAL, -2, -1, true),
        Arguments.of(Activation.RECIPROCAL, -1, 1, false),
        Arguments.of(Activation.RECIPROCAL, 0, 1, false),
        Arguments.of(Activation.RECIPROCAL, -1, 0, false),
        Arguments.of(Activation.LOG, 0.5, 3, true),
        Arguments.of(Activation.LOG, 0, 3, false),
        Arguments.of(Activation.LOG, -LEAST, 3, false),
        Arguments.of(Activation.LOG, -3, -1, false),
        Arguments.of(Activation.SQRT, 0.25, 3, true),
        Arguments.of(Activation.SQRT, -LEAST, 3, false),
        Arguments.of(Activation.SQRT, -2, 5, false),
        Arguments.of(Activation.SQRT, -2, -1, false),
        Arguments.of(new Floored(Activation.SQRT, 0), -2, 5, true),
        Arguments.of(new Floored(Activation.LOG, 1), -2, 5, true),
        Arguments.of(new Floored(Activation.RECIPROCAL, 1), -2, 5, true));
  }

  private static CompiledNetwork compiled(Activation f) {
    return CompiledNetworks.ofBothSigns(network(f), Statements.form("1"));
  }

  private static Network network(Activation f) {
    return Network.chain(1, List.of(ActivationLayer.uniform(1, f)));
  }

  @ParameterizedTest
  @MethodSource("ranges")
  void boundsAreFiniteIfAndOnlyIfThereAreValues(Activation f, double from, double to, boolean is) {
    double[][] box = {{0.5 * from + 0.5 * to}, {0.5 * to - 0.5 * from}};
    BoxBounds ofBox = BoxBounds.of(compiled(f), box, new double[] {LEAST});
    assertEquals(is, ofBox.range(0).isBounded());
    PointEnclosure[] vertices = {
      PointEnclosure.of(compiled(f), new double[] {from}, new double[1]),
      PointEnclosure.of(compiled(f), new double[] {to}, new double[1])
    };
    for (int own = 0; own <= 1; own++) {
      SimplexBounds ofSimplex = SimplexBounds.of(compiled(f), vertices, own);
      assertEquals(is, ofSimplex.range(0).isBounded());
    }
    Interval[] interval = {Interval.of(from, to)};
    assertEquals(is, network(f).enclose(interval)[0].isBounded());
  }

  /** The bounds of what enters it may be too low, but not the value: 1 / (1 + e^x). */
  @Test
  void aFlooredOneStaysInItsRange() {
    Interval far = Interval.of(-800, Double.POSITIVE_INFINITY);
    Floored f = new Floored(Activation.RECIPROCAL, 1);
    assertEquals(Interval.of(0, 1), network(f).enclose(new Interval[] {far})[0]);
    assertEquals(Interval.of(0, 1), f.range());
    assertTrue(new Floored(Activation.LOG, 1).range().equals(Interval.of(0, far.upper())));
  }

  @Test
  void nothingIsKnownOfHowFastTheyGrow() {
    for (Activation f :
        List.of(Activation.RECIPROCAL, Activation.LOG, Activation.SQRT, Activation.SQUARE)) {
      assertEquals(far(), Growth.of(network(f), Statements.form("1").outputs())[0]);
    }
    Network floored = network(new Floored(Activation.RECIPROCAL, 0.5));
    assertEquals(4, Growth.of(floored, Statements.form("1").outputs())[0]);
  }

  private static double far() {
    return Double.POSITIVE_INFINITY;
  }
}
