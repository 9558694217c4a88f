package surety.certificates.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.activation.Activation;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.bounds.WireForm;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Gate;
import surety.certificates.network.Network;
import surety.certificates.network.RandomNetworks;
import surety.certificates.proof.TreeBounds;
import surety.certificates.proof.Trees;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.RandomInput;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Statements;
import surety.certificates.stop.Stop;
import surety.certificates.writing.ProofWriter;

class ExactWiresTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static AffineLayer layer(double[] bias, double[]... rows) {
    return AffineLayer.of(rows, bias);
  }

  /** relu(x) - relu(x - 1), which is 0 below 0 and 1 above 1. */
  private static Network step() {
    return Network.chain(
        1,
        List.of(
            layer(new double[] {0, -1}, new double[] {1}, new double[] {1}),
            ActivationLayer.uniform(2, Activation.RELU),
            layer(new double[] {0}, new double[] {1, -1})));
  }

  private static WireForm output(Network network, int k) {
    Rational[] weights = new Rational[network.outputs()];
    Arrays.fill(weights, Rational.ZERO);
    weights[k] = Rational.ONE;
    return WireForm.of(new AffineForm(List.of(weights)), network);
  }

  private static Optional<ExactWires.Function> output(Network network, int k, Interval... inputs) {
    List<Optional<Rational>> free = Collections.nCopies(inputs.length, Optional.empty());
    List<Interval> ranges = network.encloseWires(inputs, Stop.NEVER);
    return ExactWires.of(network, free, ranges, Stop.NEVER).function(output(network, k));
  }

  @Test
  void slopesCancelHoweverFarAnInputGoes() {
    ExactWires.Function above = output(step(), 0, new Interval(1, INFINITY)).orElseThrow();
    assertEquals(Optional.of(Rational.ONE), above.value());
    ExactWires.Function below = output(step(), 0, new Interval(-INFINITY, 0)).orElseThrow();
    assertEquals(Optional.of(Rational.ZERO), below.value());
    ExactWires.Function between = output(step(), 0, new Interval(0, 1)).orElseThrow();
    assertEquals(Optional.empty(), between.value());
    assertEquals(List.of(Rational.ONE), between.slopes());
    assertEquals(new Interval(0, 1), between.over(List.of(new Interval(0, 1))));
  }

  @Test
  void aKinkInsideLeavesItUnknown() {
    assertTrue(output(step(), 0, new Interval(0.5, INFINITY)).isEmpty());
    assertTrue(output(step(), 0, new Interval(Math.nextDown(1.0), 2)).isEmpty());
  }

  @Test
  void aDeadNeuronIsKnownThoughItsArgumentIsNot() {
    Network dead =
        Network.chain(
            1,
            List.of(
                ActivationLayer.uniform(1, Activation.ABS),
                layer(new double[] {-1}, new double[] {-1}),
                ActivationLayer.uniform(1, Activation.RELU)));
    ExactWires.Function zero = output(dead, 0, new Interval(-3, INFINITY)).orElseThrow();
    assertEquals(Optional.of(Rational.ZERO), zero.value());
    Network smooth = Network.chain(1, List.of(ActivationLayer.uniform(1, Activation.TANH)));
    assertTrue(output(smooth, 0, new Interval(5, INFINITY)).isEmpty());
  }

  @Test
  void aFixedInputIsAConstant() {
    Network sum = Network.chain(2, List.of(layer(new double[] {0.5}, new double[] {2, 1})));
    List<Optional<Rational>> fixed = List.of(Optional.of(Rational.of(1, 3)), Optional.empty());
    Interval[] inputs = {Interval.of(Rational.of(1, 3)), new Interval(0, INFINITY)};
    ExactWires.Function function =
        ExactWires.of(sum, fixed, sum.encloseWires(inputs, Stop.NEVER), Stop.NEVER)
            .function(output(sum, 0))
            .orElseThrow();
    assertEquals(List.of(Rational.ZERO, Rational.ONE), function.slopes());
    assertEquals(Rational.of(7, 6), function.constant());
  }

  @Test
  void isTheNetworkAtEachPointOfTheBox() {
    List<Activation> kinds =
        List.of(
            Activation.RELU,
            PiecewiseLinear.leakyRelu(0.25),
            PiecewiseLinear.clip(-1, 2),
            Activation.ABS);
    SplittableRandom random = new SplittableRandom(17);
    int found = 0;
    for (int run = 0; run < 1500; run++) {
      int n = random.nextInt(1, 4);
      Network network = RandomNetworks.of(random, n, 2, kinds);
      double[] lower = new double[n];
      Interval[] box = new Interval[n];
      for (int k = 0; k < n; k++) {
        lower[k] = random.nextDouble(-4, 4);
        double length = random.nextInt(3) == 0 ? INFINITY : random.nextDouble() * 0.5;
        box[k] = new Interval(lower[k], lower[k] + length);
      }
      for (int output = 0; output < 2; output++) {
        Optional<ExactWires.Function> function = output(network, output, box);
        for (int i = 0; i < 4 && function.isPresent(); i++) {
          found++;
          Rational[] x = new Rational[n];
          for (int k = 0; k < n; k++) {
            double reach = Double.isInfinite(box[k].upper()) ? 1000 : box[k].upper() - lower[k];
            double at = Math.min(box[k].upper(), lower[k] + reach * random.nextDouble());
            x[k] = Rational.ofDouble(at);
          }
          Rational value = function.get().constant();
          for (int k = 0; k < n; k++) {
            value = value.plus(function.get().slopes().get(k).times(x[k]));
          }
          assertEquals(network.evaluateExactly(x)[output], value);
          assertTrue(function.get().over(List.of(box)).contains(value));
        }
      }
    }
    assertTrue(found > 1000, "only " + found);
  }

  /** With a slope of each for each, these inputs would not even fit into memory. */
  @Test
  void manyInputsAreLeftToIntervalsEvenWithoutProducts() {
    int inputs = 50_000;
    Network network =
        Network.chain(inputs, List.of(ActivationLayer.uniform(inputs, Activation.RELU)));
    List<Optional<Rational>> values =
        new ArrayList<>(Collections.nCopies(inputs, Optional.of(Rational.of(1, 10))));
    values.set(7, Optional.empty());
    List<Interval> wires = Collections.nCopies(2 * inputs, new Interval(0, 1));
    ExactWires exact = ExactWires.of(network, values, wires, Stop.NEVER);
    assertEquals(Optional.empty(), exact.function(7));
    assertEquals(
        Optional.of(Rational.of(1, 10)), exact.function(8).flatMap(ExactWires.Function::value));
  }

  @Test
  void largeNetworksAreLeftToIntervals() {
    double[][] weights = new double[1000][1000];
    weights[1][0] = 1;
    Network wide = Network.chain(1000, List.of(AffineLayer.of(weights, new double[1000])));
    Interval[] inputs = new Interval[1000];
    Arrays.fill(inputs, Interval.of(0, 1));
    assertEquals(
        Optional.of(Rational.ZERO), output(wide, 0, inputs).flatMap(ExactWires.Function::value));
    assertTrue(output(wide, 1, inputs).isEmpty());
  }

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
    Network network = shifted(PiecewiseLinear.clip(-0.0, 0)); // 0 for all inputs
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
          RandomNetworks.of(
              random, n, random.nextInt(1, 3), List.of(PiecewiseLinear.clip(-0.25, 0.5)));
      Interval[] box = new Interval[n];
      List<Optional<Rational>> fixed = new ArrayList<>();
      for (int k = 0; k < n; k++) {
        double from = random.nextInt(-8, 8) * 0.25;
        boolean isFixed = random.nextInt(4) == 0;
        box[k] = Interval.of(from, isFixed ? from : from + random.nextDouble(0.5));
        fixed.add(isFixed ? Optional.of(Rational.ofDouble(from)) : Optional.empty());
      }
      List<Interval> wires = network.encloseWires(box, Stop.NEVER);
      ExactWires exact =
          ExactWires.constants(
              network,
              fixed,
              (gate, neuron) ->
                  wires.get(((Gate.Activations) network.gates().get(gate)).wires().at(neuron)),
              Stop.NEVER);
      for (int j = 0; j < network.outputs(); j++) {
        Optional<Rational> constant =
            exact.function(output(network, j)).flatMap(ExactWires.Function::value);
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
