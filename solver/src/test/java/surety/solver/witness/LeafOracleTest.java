package surety.solver.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.z3.Status;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Rational;
import surety.certificates.bounds.BoxBounds;
import surety.certificates.bounds.SimplexBounds;
import surety.certificates.cell.BoxCell;
import surety.certificates.cell.SimplexCell;
import surety.certificates.density.Distribution;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.EvenThresholds;
import surety.certificates.statement.Input;
import surety.certificates.statement.RandomInput;
import surety.certificates.stop.Stop;

/**
 * The kernel's affine bounds of leaves against exact arithmetic: over the kernel's own cells, ends
 * and vertices anywhere in their enclosures, Z3 finds no point of {@code not (l <= f <= u)}.
 */
class LeafOracleTest {
  private static final AffineForm FORM =
      new AffineForm(List.of(Rational.ONE, Rational.parse("-1/3"), Rational.ZERO));

  private static final int MOST_OPEN_SIGNS = 3;

  /** Ends that are no doubles, so that the kernel knows them by enclosures only. */
  private static ExactProblem problem(Network network) {
    List<Input> inputs =
        List.of(
            new RandomInput(Distribution.parse("beta(2, 2)")),
            new RandomInput(Distribution.parse("uniform(1/10, 2/3)")));
    return Networks.problem(network, new BandClaim(FORM, new EvenThresholds(1)), inputs);
  }

  /** Cuts boxes at random until Z3 can manage. */
  private static BoxCell box(ExactProblem problem, LeafOracle oracle, SplittableRandom random)
      throws RejectedException {
    BoxCell box = problem.root();
    for (int depth = 0; depth < 4 || oracle.openSigns(box) > MOST_OPEN_SIGNS; depth++) {
      int q = depth % 2;
      double from = box.sides().get(q).lower().upper();
      double to = box.sides().get(q).upper().lower();
      double value = from + (to - from) * (0.25 + random.nextDouble() / 2);
      box = box.cut(q, value).get(random.nextInt(2));
    }
    return box;
  }

  private static SimplexCell simplex(
      ExactProblem problem, LeafOracle oracle, SplittableRandom random) throws RejectedException {
    SimplexCell simplex = problem.root().triangulate(new int[] {2, 0}).get(random.nextInt(2));
    for (int depth = 0; depth < 4 || oracle.openSigns(simplex) > MOST_OPEN_SIGNS; depth++) {
      int i = depth % 2;
      int j = i + 1 + (depth / 2) % (2 - i);
      double ratio = 0.25 + random.nextDouble() / 2;
      simplex = simplex.cut(i, j, ratio).get(random.nextInt(2));
    }
    return simplex;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void boundsOfSimplicesHold(long seed) throws IOException, RejectedException {
    ExactProblem problem = problem(Networks.iris());
    LeafOracle oracle = new LeafOracle(problem, 0, Stop.NEVER);
    SimplexCell cell = simplex(problem, oracle, new SplittableRandom(seed));
    for (int layer = 0; layer <= 3; layer++) {
      SimplexBounds bounds = cell.bounds(layer);
      assertEquals(Status.UNSATISFIABLE, oracle.violation(cell, bounds.lower(0), bounds.upper(0)));
    }
    SimplexBounds bounds = cell.bounds(0);
    assertEquals( // the oracle sees a bound that is wrong
        Status.SATISFIABLE, oracle.violation(cell, beyond(bounds.upper(0)), bounds.upper(0)));
    assertEquals(
        Status.SATISFIABLE, oracle.violation(cell, bounds.lower(0), below(bounds.lower(0))));
  }

  private static double[] beyond(double[] upper) {
    return Arrays.stream(upper).map(u -> u + 1e-9).toArray();
  }

  private static double[] below(double[] lower) {
    return Arrays.stream(lower).map(l -> l - 1e-9).toArray();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void boundsOfBoxesHold(long seed) throws IOException, RejectedException {
    ExactProblem problem = problem(Networks.iris());
    LeafOracle oracle = new LeafOracle(problem, 0, Stop.NEVER);
    BoxCell cell = box(problem, oracle, new SplittableRandom(seed));
    BoxBounds bounds = problem.domain().bounds(cell);
    assertEquals(Status.UNSATISFIABLE, oracle.violation(cell, bounds.lower(0), bounds.upper(0)));
    double[] wrong = bounds.upper(0).clone();
    wrong[0] += 1e-9;
    assertEquals(Status.SATISFIABLE, oracle.violation(cell, wrong, bounds.upper(0)));
  }

  /** x0 - 2 x1 on the unit square is -1/2 + 1/2 xi_0 - xi_1 with coordinates from -1 to 1. */
  @ParameterizedTest
  @CsvSource({
    "-0.5, 0.5, -1, UNSATISFIABLE",
    "-0.499999, 0.5, -1, SATISFIABLE",
    "-0.5, 0.500001, -1, SATISFIABLE",
    "-0.5, 0.5, -0.999999, SATISFIABLE",
    "-0.75, 0.25, -1, UNSATISFIABLE",
    "-0.75, 0.249999, -1, SATISFIABLE"
  })
  void localCoordinatesGoFromMinusOneToOne(double c, double a, double b, Status status) {
    AffineLayer difference = AffineLayer.of(new double[][] {{1, -2}}, new double[1]);
    Network network = Network.chain(2, List.of(difference));
    Atom event = Networks.event(network, 0, Comparison.LESS, Rational.ZERO);
    ExactProblem problem = Networks.problem(network, event, Networks.unit(2));
    assertEquals(
        status,
        new LeafOracle(problem, 0, Stop.NEVER)
            .violation(problem.root(), new double[] {c, a, b}, new double[] {-0.5, 0.5, -1}));
  }
}
