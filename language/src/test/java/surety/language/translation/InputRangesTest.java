package surety.language.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.arithmetic.Interval;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Gate;
import surety.certificates.network.Network;
import surety.certificates.network.Wires;

class InputRangesTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final Activation CUT = PiecewiseLinear.clip(-1, 2);

  private static Gate activations(Wires wires, Activation... activations) {
    return Gate.of(new ActivationLayer(Arrays.asList(activations)), wires);
  }

  /** The range of the only input that a network of these gates has. */
  private static Optional<Interval> range(Wires output, Gate... gates) {
    return InputRanges.of(new Network(1, List.of(gates), output)).get(0);
  }

  private static Optional<Interval> range(Activation first) {
    return range(Wires.of(1), activations(Wires.of(0), first));
  }

  private static Optional<Interval> some(double lower, double upper) {
    return Optional.of(new Interval(lower, upper));
  }

  @Test
  void anInputThatIsCutHasTheRange() {
    assertEquals(some(-1, 2), range(CUT));
    assertEquals(some(3, 3), range(PiecewiseLinear.clip(3, 3)));
    assertEquals(some(-9e29, 9e29), range(PiecewiseLinear.clip(-9e29, 9e29)));
  }

  @Test
  void withoutBothEndsThereIsNone() {
    assertEquals(Optional.empty(), range(Activation.RELU));
    assertEquals(Optional.empty(), range(PiecewiseLinear.clip(-INFINITY, 2)));
    assertEquals(Optional.empty(), range(PiecewiseLinear.clip(-1, INFINITY)));
    assertEquals(Optional.empty(), range(PiecewiseLinear.clip(-1, 1e30)));
    assertEquals(Optional.empty(), range(PiecewiseLinear.clip(-1e30, 1)));
    assertEquals(Optional.empty(), range(PiecewiseLinear.clip(-INFINITY, INFINITY)));
    assertEquals(Optional.empty(), range(PiecewiseLinear.leakyRelu(0.5)));
  }

  @Test
  void anInputThatIsReadUncutTooHasNone() {
    Gate cut = activations(Wires.of(0), CUT);
    Gate affine = Gate.of(AffineLayer.diagonal(new double[] {2}, new double[] {1}), Wires.of(0));
    assertEquals(Optional.empty(), range(Wires.of(1), affine));
    assertEquals(Optional.empty(), range(Wires.of(1, 2), cut, affine));
    assertEquals(Optional.empty(), range(Wires.of(1, 2), affine, cut));
    assertEquals(Optional.empty(), range(Wires.of(1, 0), cut));
    assertEquals(Optional.empty(), range(Wires.of(0)));
    Gate other = activations(Wires.of(0), PiecewiseLinear.clip(0, 5));
    assertEquals(Optional.empty(), range(Wires.of(1, 2), cut, other));
    assertEquals(Optional.empty(), range(Wires.of(1, 2, 3), cut, other, cut));
  }

  @Test
  void whatIsBehindTheCutDoesNotMatter() {
    Gate again = activations(Wires.of(1), PiecewiseLinear.clip(0, 1));
    assertEquals(some(-1, 2), range(Wires.of(2), activations(Wires.of(0), CUT), again));
  }

  @Test
  void eachInputHasItsOwn() {
    Gate both = activations(Wires.of(2, 0), CUT, PiecewiseLinear.clip(5, 6));
    assertEquals(
        List.of(some(5, 6), Optional.empty(), some(-1, 2)),
        InputRanges.of(new Network(3, List.of(both), Wires.of(3, 4, 1))));
  }
}
