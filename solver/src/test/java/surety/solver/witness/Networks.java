package surety.solver.witness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.BoxCell;
import surety.certificates.cell.Cell;
import surety.certificates.cell.Problem;
import surety.certificates.cell.Side;
import surety.certificates.cell.SimplexCell;
import surety.certificates.cell.Truncation;
import surety.certificates.density.Distribution;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;
import surety.certificates.onnx.OnnxReader;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.Claim;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Event;
import surety.certificates.statement.Input;
import surety.certificates.statement.Law;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.RandomInput;
import surety.certificates.statement.Statement;
import surety.certificates.stop.Stop;

/** Networks, events and cells of the tests. */
final class Networks {
  private Networks() {}

  static Network iris() throws IOException {
    return OnnxReader.read(Files.readAllBytes(Path.of("../examples/iris/iris-relu.onnx")));
  }

  /** Layers of ReLUs between affine ones; some neurons dead, doubled or without weights. */
  static Network random(SplittableRandom random, int... widths) {
    List<Layer> layers = new ArrayList<>();
    for (int k = 1; k < widths.length; k++) {
      double[][] weights = new double[widths[k]][widths[k - 1]];
      double[] biases = new double[widths[k]];
      for (int row = 0; row < weights.length; row++) {
        Arrays.setAll(weights[row], j -> weight(random));
        biases[row] = weight(random) / 2;
        degrade(random, weights, biases, row);
      }
      layers.add(AffineLayer.of(weights, biases));
      if (k < widths.length - 1) {
        layers.add(ActivationLayer.uniform(widths[k], Activation.RELU));
      }
    }
    return Network.chain(widths[0], layers);
  }

  /** As a network file has them: floats. */
  private static double weight(SplittableRandom random) {
    return (float) (random.nextDouble() * 4 - 2);
  }

  private static void degrade(
      SplittableRandom random, double[][] weights, double[] biases, int row) {
    switch (random.nextInt(12)) {
      case 0 -> Arrays.fill(weights[row], 0);
      case 1 -> biases[row] = -100; // dead, as inputs are small
      case 2 -> {
        weights[row] = weights[0].clone();
        biases[row] = biases[0];
      }
      default -> {}
    }
  }

  /** y = max(x, 0) of one input. */
  static Network relu() {
    return Network.chain(1, List.of(ActivationLayer.uniform(1, Activation.RELU)));
  }

  /** y = x0 + x1 - |x0 - x1| = 2 min(x0, x1) of two inputs, by ReLUs. */
  static Network twiceMinimum() {
    return Network.chain(
        2,
        List.of(
            AffineLayer.of(new double[][] {{1, -1}, {-1, 1}, {1, 1}}, new double[3]),
            new ActivationLayer(List.of(Activation.RELU, Activation.RELU, Activation.IDENTITY)),
            AffineLayer.of(new double[][] {{-1, -1, 1}}, new double[1])));
  }

  /** About an event of a network with inputs of these distributions; normal ones are cut at 8. */
  static ExactProblem problem(Network network, Event event, String... distributions) {
    return problem(
        network,
        new QuantityClaim(event, Optional.empty()),
        Arrays.stream(distributions)
            .<Input>map(text -> new RandomInput(Distribution.parse(text)))
            .toList());
  }

  static ExactProblem problem(Network network, Claim claim, List<Input> inputs) {
    try {
      Statement statement = new Statement("0".repeat(64), inputs, network.outputs(), claim);
      Truncation eight = new Truncation(-8, 8);
      return ExactProblem.of(
          Problem.of(
              statement, network, Collections.nCopies(statement.law().coordinates(), eight)));
    } catch (RejectedException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The distributions of a unit cube. */
  static String[] unit(int dimension) {
    return Collections.nCopies(dimension, "uniform(0, 1)").toArray(new String[0]);
  }

  static CellBounds bounds(ExactProblem problem, Cell cell) {
    return CellBounds.of(problem, cell, Stop.NEVER);
  }

  /** The box between two ends for each coordinate, infinite or not. */
  static BoxCell box(ExactProblem problem, double... ends) {
    List<Side> sides = new ArrayList<>();
    for (int k = 0; k < ends.length; k += 2) {
      sides.add(new Side(Interval.of(ends[k]), Interval.of(ends[k + 1]), 0, 0));
    }
    return new BoxCell(problem.domain(), sides, 0);
  }

  /** Inputs in a range each, which are their own standard coordinates. */
  static InputSpace space(Range... ranges) {
    return new InputSpace(
        IntStream.range(0, ranges.length).mapToObj(Law.InputMap::coordinate).toList(),
        Arrays.stream(ranges)
            .map(r -> new RandomCoordinate(Rational.ONE, Rational.ZERO, r, List.of(r)))
            .toList());
  }

  static Atom event(Network network, int output, Comparison comparison, Rational threshold) {
    return new Atom(AffineForm.ofOutput(output, network.outputs()), comparison, threshold);
  }

  /** The root box of a problem, or a simplex in it, of a few short cuts, so that it is exact. */
  static Cell cell(ExactProblem problem, SplittableRandom random) {
    try {
      return random.nextBoolean() ? problem.root() : simplex(problem, random);
    } catch (RejectedException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static SimplexCell simplex(ExactProblem problem, SplittableRandom random)
      throws RejectedException {
    int n = problem.space().dimension();
    List<SimplexCell> parts = problem.root().triangulate(new int[n]);
    for (int cuts = 0; ; cuts++) {
      SimplexCell simplex = parts.get(random.nextInt(parts.size()));
      if (cuts == 3) {
        return simplex;
      }
      int i = random.nextInt(n);
      parts = simplex.cut(i, i + 1 + random.nextInt(n - i), random.nextInt(1, 8) / 8.0);
    }
  }

  /** A random point of a bounded cell whose ends or vertices are exact. */
  static List<Rational> inside(ExactProblem problem, Cell cell, SplittableRandom random) {
    int n = problem.space().dimension();
    int[] weights = random.ints(n + 1, 0, 1000).toArray();
    Rational total = Rational.of(Math.max(1, Arrays.stream(weights).sum()));
    weights[0] += Arrays.stream(weights).sum() == 0 ? 1 : 0;
    List<Rational> point = new ArrayList<>();
    for (int q = 0; q < n; q++) {
      Rational z = Rational.ZERO;
      for (int k = 0; k <= n; k++) {
        z = z.plus(Rational.of(weights[k]).times(Rational.ofDouble(corner(cell, k, q, random))));
      }
      point.add(problem.space().random().get(q).input(z.dividedBy(total)));
    }
    return point;
  }

  private static double corner(Cell cell, int k, int q, SplittableRandom random) {
    if (cell instanceof SimplexCell simplex) {
      return simplex.coordinate(k, q).middle();
    }
    Side side = ((BoxCell) cell).sides().get(q);
    return (random.nextBoolean() ? side.lower() : side.upper()).middle();
  }

  static Rational[] array(List<Rational> values) {
    return values.toArray(new Rational[0]);
  }
}
