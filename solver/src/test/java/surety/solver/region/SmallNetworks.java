package surety.solver.region;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import surety.certificates.activation.Activation;
import surety.certificates.cell.Truncation;
import surety.certificates.density.Distribution;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;
import surety.certificates.region.AxisPlan;
import surety.certificates.region.HalfSpace;
import surety.certificates.region.Polytope;
import surety.certificates.region.RegionProblem;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.Input;
import surety.certificates.statement.RandomInput;
import surety.certificates.statement.RegionStatement;
import surety.certificates.stop.Stop;
import surety.certificates.text.StatementException;

/** Networks and statements of the tests. */
final class SmallNetworks {
  private SmallNetworks() {}

  /** Hidden layers of that activation between affine ones, weights on a grid or floats. */
  static Network random(SplittableRandom random, Activation activation, int... widths) {
    boolean coarse = random.nextBoolean();
    List<Layer> layers = new ArrayList<>();
    for (int k = 1; k < widths.length; k++) {
      double[][] weights = new double[widths[k]][widths[k - 1]];
      double[] biases = new double[widths[k]];
      for (int row = 0; row < weights.length; row++) {
        Arrays.setAll(weights[row], j -> number(random, coarse));
        biases[row] = number(random, coarse) / 2;
        degrade(random, weights, biases, row);
      }
      layers.add(AffineLayer.of(weights, biases));
      if (k < widths.length - 1) {
        layers.add(ActivationLayer.uniform(widths[k], activation));
      }
    }
    return Network.chain(widths[0], layers);
  }

  private static double number(SplittableRandom random, boolean coarse) {
    return coarse ? random.nextInt(-2, 3) : (float) random.nextDouble(-2, 2);
  }

  private static void degrade(
      SplittableRandom random, double[][] weights, double[] biases, int row) {
    switch (random.nextInt(10)) {
      case 0 -> Arrays.fill(weights[row], 0);
      case 1 -> biases[row] = -100;
      case 2 -> { // the same hyperplane, from the other side and with other numbers
        weights[row] = Arrays.stream(weights[0]).map(w -> -3 * w).toArray();
        biases[row] = -3 * biases[0];
      }
      case 3 -> { // parallel
        weights[row] = weights[0].clone();
        biases[row] = biases[0] + 0.25;
      }
      default -> {}
    }
  }

  /** One hidden layer, and the sum of its neurons. */
  static Network layer(Activation activation, double[][] weights, double... biases) {
    double[][] sum = new double[1][weights.length];
    Arrays.fill(sum[0], 1);
    return Network.chain(
        weights[0].length,
        List.of(
            AffineLayer.of(weights, biases),
            ActivationLayer.uniform(weights.length, activation),
            AffineLayer.of(sum, new double[1])));
  }

  static RegionStatement statement(int inputs, String distribution) {
    List<Input> all = new ArrayList<>();
    for (int q = 0; q < inputs; q++) {
      all.add(new RandomInput(Distribution.parse(distribution)));
    }
    return new RegionStatement("0".repeat(64), all);
  }

  /** The cube from -1 to 1. */
  static Polytope cube(int n) throws RejectedException {
    RegionStatement statement = statement(n, "uniform(-1, 1)");
    Network network = layer(Activation.RELU, new double[1][n], 0);
    List<AxisPlan> plans = Collections.nCopies(n, new AxisPlan(0, List.of()));
    List<Truncation> truncations = Collections.nCopies(n, new Truncation(0, 0));
    return RegionProblem.of(
            statement.law().branches().get(0), network, truncations, plans, Stop.NEVER)
        .box();
  }

  /** With numbers of that size at most, and some normal. */
  static HalfSpace halfSpace(SplittableRandom random, int n, int size) {
    List<BigInteger> normal = new ArrayList<>();
    for (int q = 0; q < n; q++) {
      normal.add(BigInteger.valueOf(random.nextInt(-size, size + 1)));
    }
    return normal.stream().allMatch(a -> a.signum() == 0)
        ? halfSpace(random, n, size)
        : new HalfSpace(normal, BigInteger.valueOf(random.nextInt(-size, size + 1)));
  }

  /** About a law of which the lines are given. */
  static RegionStatement under(String lines) {
    return under("0".repeat(64), lines);
  }

  static RegionStatement under(String digest, String lines) {
    try {
      return RegionStatement.parse(
          "surety regions 1\nsemantics real\nnetwork sha256 " + digest + "\n" + lines);
    } catch (StatementException e) {
      throw new AssertionError(e);
    }
  }

  /** Of two inputs: correlated, mixed, discrete, restricted, with a rest. */
  static Stream<String> laws() {
    return Stream.of(
        """
        inputs 2
        branches 1 rest 0
        branch coordinates 2 summands 1
        x[0] = 1*u[0] + 1/2
        x[1] = 3/5*u[0] + 1*u[1]
        1: normal(0, 1/3); normal(0, 4/15)
        """,
        """
        inputs 2
        branches 2 rest 0
        branch coordinates 1 summands 2
        x[0] = 1/3*u[0]
        x[1] = -2/7*u[0] + 1/10
        1/4: normal(1, 1/4)
        1/4: beta(2, 3)
        branch coordinates 2 summands 1
        x[0] = 1*u[1]
        x[1] = 1*u[0]
        1/2: uniform(-1, 1); triangular(0, 1/3, 1)
        """,
        """
        inputs 2
        branches 3 rest 0
        branch coordinates 1 summands 1
        x[0] = 1*u[0]
        x[1] = 0
        7/10: uniform(-1, 1)
        branch coordinates 1 summands 1
        x[0] = 1*u[0]
        x[1] = 1
        1/5: uniform(-1, 1)
        branch coordinates 0 summands 1
        x[0] = 1/3
        x[1] = 2
        1/10:\s
        """,
        """
        inputs 2
        branches 2 rest 1/100
        branch coordinates 2 summands 1
        x[0] = 1*u[0]
        x[1] = 1*u[1]
        3: uniform(-1, 1) within [-1, 1/2]; uniform(-1, 1)
        branch coordinates 2 summands 1
        x[0] = 1*u[0]
        x[1] = 1*u[1] + 1
        1: uniform(-1, 1) within [1/2, 1]; beta(2, 2)
        """);
  }
}
