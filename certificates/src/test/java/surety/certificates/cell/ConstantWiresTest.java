package surety.certificates.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Clip;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Gate;
import surety.certificates.network.Network;
import surety.certificates.network.RandomNetworks;
import surety.certificates.proof.ProofWriter;
import surety.certificates.proof.TreeBounds;
import surety.certificates.proof.Trees;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.RandomInput;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Statements;
import surety.certificates.stop.Stop;

class ConstantWiresTest {
  /** 0.1 + 1e-30, which is no double. */
  private static final Rational ATOM = Rational.ofDouble(0.1).plus(Rational.ofDouble(1e-30));

  private static AffineLayer row(double bias, double... weights) {
    return AffineLayer.of(new double[][] {weights}, new double[] {bias});
  }

  /** y = f(x - 10) + 0.1 + 1e-30, the constants added one after the other. */
  private static Network shifted(Activation f) {
    return Network.chain(
        1, List.of(row(-10, 1), ActivationLayer.uniform(1, f), row(0.1, 1), row(1e-30, 1)));
  }

  private interface Tree {
    void write(ProofWriter writer) throws Exception;
  }

  private static Enclosure bounds(
      Network network, String relation, Rational threshold, Tree tree, String... inputs)
      throws Exception {
    Statement statement =
        Statements.query(
            Statements.inputs(inputs),
            AffineForm.ofOutput(0, 1),
            Comparison.ofSymbol(relation).orElseThrow(),
            threshold);
    long random = statement.inputs().stream().filter(RandomInput.class::isInstance).count();
    Problem problem =
        Problem.of(statement, network, Collections.nCopies((int) random, new Truncation(-8, 8)));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ProofWriter writer = new ProofWriter(bytes)) {
      tree.write(writer);
    }
    return TreeBounds.compute(problem, List.of(), new ByteArrayInputStream(bytes.toByteArray()), 1)
        .bounds()
        .get(0);
  }

  /** The neuron is dead below 10, and its value there is decided by the comparison alone. */
  @ParameterizedTest
  @CsvSource({"<, 0", "<=, 1", ">, 0", ">=, 1"})
  void anAtomIsDecidedByTheStrictnessOfTheComparison(String relation, int below) throws Exception {
    for (boolean simplices : new boolean[] {false, true}) {
      Tree tree =
          writer -> {
            writer.boxSplit(0, 0.5); // x = 10
            for (int part = 0; part < 2; part++) {
              if (simplices) {
                writer.triangulate(new int[] {0});
                writer.simplexLeaf(0);
              } else {
                writer.boxLeaf();
              }
            }
          };
      Enclosure bounds = bounds(shifted(Activation.RELU), relation, ATOM, tree, "uniform(0, 20)");
      double above = relation.startsWith(">") ? 0.5 : 0;
      double truth = 0.5 * below + above;
      assertTrue(bounds.lower().doubleFloor() <= truth, () -> "" + bounds);
      assertTrue(bounds.upper().doubleCeiling() >= truth, () -> "" + bounds);
      double gap = Trees.width(bounds);
      assertTrue(gap < 1e-14, () -> relation + " " + bounds);
    }
  }

  /** Beyond the ends of an unbounded input a saturated part has its exact value, too. */
  @ParameterizedTest
  @CsvSource({"<, 0", "<=, 1", ">, 0", ">=, 1"})
  void aFunctionThatIsConstantEverywhereIsDecidedExactly(String relation, int probability)
      throws Exception {
    Network network = shifted(new Clip(-0.0, 0)); // 0 for all inputs
    Enclosure bounds = bounds(network, relation, ATOM, ProofWriter::boxLeaf, "normal(0, 1)");
    assertEquals(Bound.of(probability), bounds.lower());
    assertEquals(Bound.of(probability), bounds.upper());
  }

  @ParameterizedTest
  @CsvSource({"<, 0", "<=, 1", ">, 0", ">=, 1"})
  void withFixedInputsOnlyTheEventIsDecided(String relation, int probability) throws Exception {
    Network network = shifted(Activation.ABS);
    Rational value = Rational.parse("29/3").plus(ATOM);
    Enclosure bounds = bounds(network, relation, value, ProofWriter::boxLeaf, "= 1/3");
    assertEquals(Bound.of(probability), bounds.lower());
    assertEquals(Bound.of(probability), bounds.upper());
  }

  /** The tail on the dead side cannot reach more than the atom, so only the other one counts. */
  @Test
  void aTailHasItsExactValue() throws Exception {
    Enclosure bounds =
        bounds(shifted(Activation.RELU), ">", ATOM, ProofWriter::boxLeaf, "normal(0, 1)");
    assertTrue(bounds.upper().doubleCeiling() < 1e-15, () -> "" + bounds);
  }

  /** Whatever is called constant is so at all points, and is what the network gives there. */
  @Test
  void aConstantIsTheValueAtAllPoints() {
    SplittableRandom random = new SplittableRandom(11);
    int constants = 0;
    for (int i = 0; i < 3_000; i++) {
      int n = random.nextInt(1, 4);
      Network network =
          RandomNetworks.of(random, n, random.nextInt(1, 3), List.of(new Clip(-0.25, 0.5)));
      Interval[] box = new Interval[n];
      List<Optional<Rational>> fixed = new ArrayList<>();
      for (int k = 0; k < n; k++) {
        double from = random.nextInt(-8, 8) * 0.25;
        boolean isFixed = random.nextInt(4) == 0;
        box[k] = Interval.of(from, isFixed ? from : from + random.nextDouble(0.5));
        fixed.add(isFixed ? Optional.of(Rational.ofDouble(from)) : Optional.empty());
      }
      List<Interval> wires = network.encloseWires(box, Stop.NEVER);
      List<Optional<Rational>> known =
          ConstantWires.of(
              network,
              fixed,
              (gate, neuron) ->
                  wires.get(((Gate.Activations) network.gates().get(gate)).wires().at(neuron)),
              Stop.NEVER);
      assertEquals(network.wires(), known.size());
      for (int j = 0; j < network.outputs(); j++) {
        Optional<Rational> constant = known.get(network.output().at(j));
        constants += constant.isPresent() ? 1 : 0;
        for (int p = 0; p < 5 && constant.isPresent(); p++) {
          Rational value = network.evaluateExactly(point(random, box))[j];
          assertEquals(value, constant.get(), network::toString);
        }
      }
    }
    assertTrue(constants > 300, "only " + constants);
  }

  private static Rational[] point(SplittableRandom random, Interval[] box) {
    Rational[] x = new Rational[box.length];
    for (int k = 0; k < x.length; k++) {
      Rational from = Rational.ofDouble(box[k].lower());
      Rational width = Rational.ofDouble(box[k].upper()).minus(from);
      x[k] = from.plus(width.times(Rational.of(random.nextInt(0, 8), 7)));
    }
    return x;
  }
}
