package surety.solver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.solver.domain.SlicePolynomial;

class SimplexSplitterTest {
  private static final BoxDensity UNIFORM =
      BoxDensity.ofProduct(
          Collections.nCopies(2, new SlicePolynomial(0, new double[] {1}, 0, 0)), 0);
  private static final Objective OBJECTIVE = new ThresholdObjective(0.5, true);

  /** The sum of ReLUs of these rows, each with two weights and a bias. */
  private static PlainNetwork network(double[]... rows) {
    double[][] weights = new double[rows.length][];
    double[] biases = new double[rows.length];
    double[] ones = new double[rows.length];
    for (int j = 0; j < rows.length; j++) {
      weights[j] = new double[] {rows[j][0], rows[j][1]};
      biases[j] = rows[j][2];
      ones[j] = 1;
    }
    return Cases.plain(
        Network.chain(
            2,
            List.of(
                AffineLayer.of(weights, biases),
                ActivationLayer.uniform(rows.length, Activation.RELU),
                AffineLayer.of(new double[][] {ones}, new double[1]))));
  }

  /** How the triangle (0, 0), (1, 0), (0, 1) is cut where the kernel sees less than the search. */
  private static SimplexCell.Split cutBeside(PlainNetwork network) {
    Vertex[] vertices = {
      network.vertex(new double[] {0, 0}),
      network.vertex(new double[] {1, 0}),
      network.vertex(new double[] {0, 1})
    };
    SimplexSplitter splitter = new SimplexSplitter(network, OBJECTIVE);
    return splitter.cutBeside(splitter.cell(vertices, UNIFORM, 0.5)).orElseThrow();
  }

  private static void requirePartition(SimplexCell.Split split) {
    assertNotEquals(split.i(), split.j());
    assertTrue(split.ratio() > 0 && split.ratio() < 1, () -> "ratio " + split.ratio());
    assertEquals(0.5, split.first().volume() + split.second().volume());
  }

  /** x + y, which is 0 at a corner and positive elsewhere, after a neuron that is on no kink. */
  @Test
  void aCornerOnAKinkIsCutOff() {
    SimplexCell.Split split = cutBeside(network(new double[] {1, 1, 1}, new double[] {-1, -1, 0}));
    requirePartition(split);
    assertEquals(0x1p-20, split.ratio());
    assertEquals(0, split.i());
    assertEquals(0.5 * 0x1p-20, split.first().volume());
  }

  /** The nearest corner need not be the first one: here it is (0, 1). */
  @Test
  void whicheverCornerItIs() {
    SimplexCell.Split split = cutBeside(network(new double[] {-1, 1, -1}));
    requirePartition(split);
    assertEquals(1, split.i());
    assertEquals(2, split.j());
    assertEquals(1 - 0x1p-20, split.ratio());
  }

  /** On the kink everywhere there is no corner nearer to it than others. */
  @Test
  void aNeuronThatIsZeroAllOverTouchesNothing() {
    SimplexCell.Split split = cutBeside(network(new double[] {0, 0, 0}, new double[] {1, 2, 1}));
    requirePartition(split);
    assertEquals(0.5, split.ratio());
    requirePartition(cutBeside(network(new double[] {0, 0, 0}, new double[] {-1, 1, -1})));
  }

  @Test
  void neuronsOnOneSideTouchNothing() {
    SimplexCell.Split split = cutBeside(network(new double[] {1, 1, 1}, new double[] {-1, 2, -3}));
    requirePartition(split);
    assertEquals(0.5, split.ratio());
  }

  /** Its corner on the kink is between the others, so the kink itself is cut along. */
  @Test
  void aNeuronThatCrossesTheKinkIsCutThere() {
    SimplexCell.Split split = cutBeside(network(new double[] {1, -1, 0}));
    requirePartition(split);
    assertEquals(1, split.i());
    assertEquals(2, split.j());
    assertEquals(0.5, split.ratio(), 1e-12);
  }
}
