package surety.certificates.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Statements;

/** Of networks with one input; {@link CondensedNetworkTest} has larger ones. */
class BackwardBoundsTest {
  private static CentredBox box(double centre, double radius) {
    return CentredBox.of(new double[] {centre}, new double[] {radius}, new double[1]);
  }

  private static CondensedNetwork condensed(
      Network network, double centre, double radius, AffineForm... forms) {
    CompiledNetwork compiled = CompiledNetworks.of(network, forms);
    double[][] local = {{centre}, {radius}};
    BoxBounds forward = BoxBounds.of(compiled, local, new double[1]);
    List<CondensedRow> inputs = List.of(new CondensedRow(new double[] {1, 0}, 0));
    return CondensedNetwork.of(compiled, box(centre, radius), inputs, forward).orElseThrow();
  }

  private static Network relu(double weight) {
    return Network.chain(
        1,
        List.of(
            AffineLayer.of(new double[][] {{weight}}, new double[1]),
            ActivationLayer.uniform(1, Activation.RELU)));
  }

  /** 1e-200 relu(1e-200 x) is 1e-100 at x = 1e300, but 1e-400 is no double. */
  @Test
  void productsOfCoefficientsThatUnderflowAreMadeUpFor() {
    CondensedNetwork network = condensed(relu(1e-200), 0, 1e300, Statements.form("1e-200"));
    assertEquals(1, network.neurons());
    BackwardBounds bounds = network.over(box(0, 1e300));
    Rational greatest = Rational.parse("1e-100");
    assertTrue(Rational.ofDouble(bounds.greatest(0)).compareTo(greatest) >= 0);
    double[] upper = bounds.upper(0);
    assertTrue(upper[0] + upper[1] >= 1e-100);
    assertTrue(bounds.least(0) <= 0);
  }

  /**
   * relu(x) bends at 0: it varies there as far as is known, and where it is x, and not elsewhere.
   */
  @Test
  void aFormMayBeConstantUnlessItVaries() {
    AffineForm ofNeuron = Statements.form("1");
    AffineForm ofInput = new AffineForm(List.of(Rational.ZERO), List.of(Rational.ONE));
    CondensedNetwork network = condensed(relu(1), 0, 4, ofInput, ofNeuron);
    assertEquals(1, network.neurons());
    BackwardBounds bending = network.over(box(0, 1));
    assertFalse(bending.mayBeConstant(0));
    assertFalse(bending.mayBeConstant(1));
    BackwardBounds dead = network.over(box(-2, 1));
    assertFalse(dead.mayBeConstant(0));
    assertTrue(dead.mayBeConstant(1));
    BackwardBounds active = network.over(box(2, 1));
    assertFalse(active.mayBeConstant(1));
    BackwardBounds point = network.over(box(2, 0));
    assertTrue(point.mayBeConstant(0));
    assertTrue(point.mayBeConstant(1));
  }

  @Test
  void smoothNeuronsBendWhereTheyAreNotLinear() {
    Network network = Network.chain(1, List.of(ActivationLayer.uniform(1, Activation.HARD_SWISH)));
    CondensedNetwork condensed = condensed(network, 0, 9, Statements.form("1"));
    assertEquals(1, condensed.neurons());
    assertFalse(condensed.over(box(0, 1)).mayBeConstant(0));
    assertTrue(condensed.over(box(-6, 1)).mayBeConstant(0));
  }
}
