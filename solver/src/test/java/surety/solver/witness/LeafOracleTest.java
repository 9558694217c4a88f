package surety.solver.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.z3.Status;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.bounds.BoxBounds;
import surety.certificates.bounds.CompiledNetwork;
import surety.certificates.bounds.SimplexBounds;
import surety.certificates.bounds.WireForm;
import surety.certificates.cell.BoxCell;
import surety.certificates.cell.Problem;
import surety.certificates.cell.SimplexCell;
import surety.certificates.cell.Truncation;
import surety.certificates.density.Distribution;
import surety.certificates.network.Network;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.EvenThresholds;
import surety.certificates.statement.Input;
import surety.certificates.statement.RandomInput;
import surety.certificates.statement.Statement;
import surety.certificates.stop.Stop;

/**
 * The kernel's affine bounds of leaves against exact arithmetic: over cells that are cut by the
 * kernel and, exactly, by {@link TreeCell}, Z3 finds no point of {@code not (l <= f <= u)}.
 */
class LeafOracleTest {
  private static final AffineForm FORM =
      new AffineForm(List.of(Rational.ONE, Rational.parse("-1/3"), Rational.ZERO));

  private static final int MOST_OPEN_SIGNS = 3;

  /** Ends that are no doubles, so that the kernel knows them by enclosures only. */
  private static final List<Distribution> DISTRIBUTIONS =
      List.of(Distribution.parse("beta(2, 2)"), Distribution.parse("uniform(1/10, 2/3)"));

  private static Problem problem(Network network) throws RejectedException {
    List<Input> inputs = DISTRIBUTIONS.stream().<Input>map(RandomInput::new).toList();
    Statement statement =
        new Statement(
            "0".repeat(64), inputs, network.outputs(), new BandClaim(FORM, new EvenThresholds(1)));
    Truncation none = new Truncation(0, 1);
    return Problem.of(statement, List.of(network), List.of(none, none), Stop.NEVER);
  }

  private static List<RandomCoordinate> coordinates() {
    return DISTRIBUTIONS.stream().map(RandomCoordinate::of).toList();
  }

  private static ExactBox root() {
    return new ExactBox(coordinates().stream().map(RandomCoordinate::domain).toList());
  }

  /** A cell as the kernel and as this package has it. */
  private record Both<T>(T kernel, TreeCell exact) {}

  /** Cuts boxes at random until Z3 can manage. */
  private static Both<BoxCell> box(Problem problem, LeafOracle oracle, SplittableRandom random)
      throws RejectedException {
    BoxCell kernel = problem.branches().get(0).root();
    TreeCell exact = TreeCell.root(root(), (lower, upper) -> 1);
    for (int depth = 0; depth < 4 || oracle.openSigns(exact.cell()) > MOST_OPEN_SIGNS; depth++) {
      int q = depth % 2;
      double from = kernel.sides().get(q).lower().upper();
      double to = kernel.sides().get(q).upper().lower();
      double value = from + (to - from) * (0.25 + random.nextDouble() / 2);
      int part = random.nextInt(2);
      kernel = kernel.cut(q, value).get(part);
      Rational x = coordinates().get(q).input(Rational.ofDouble(value));
      exact = exact.cutBox(q, x).get(part);
    }
    return new Both<>(kernel, exact);
  }

  private static Both<SimplexCell> simplex(
      Problem problem, LeafOracle oracle, SplittableRandom random) throws RejectedException {
    int part = random.nextInt(2);
    SimplexCell kernel = problem.branches().get(0).root().triangulate(new int[] {2, 0}).get(part);
    TreeCell exact = TreeCell.root(root(), (lower, upper) -> 1).triangulate().get(part);
    for (int depth = 0; depth < 4 || oracle.openSigns(exact.cell()) > MOST_OPEN_SIGNS; depth++) {
      int i = depth % 2;
      int j = i + 1 + (depth / 2) % (2 - i);
      double ratio = 0.25 + random.nextDouble() / 2;
      part = random.nextInt(2);
      kernel = kernel.cut(i, j, ratio).get(part);
      exact = exact.cutEdge(i, j, ratio).get(part);
    }
    return new Both<>(kernel, exact);
  }

  private static LeafOracle oracle(Network network) {
    InputSpace space = InputSpace.ofRanges(root().ranges());
    return LeafOracle.of(network, WireForm.of(FORM, network), space, Stop.NEVER);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void boundsOfSimplicesHold(long seed) throws IOException, RejectedException {
    Network network = Networks.iris();
    LeafOracle oracle = oracle(network);
    Both<SimplexCell> cell = simplex(problem(network), oracle, new SplittableRandom(seed));
    ExactSimplex exact = (ExactSimplex) cell.exact().cell();
    for (int layer = 0; layer <= 3; layer++) {
      SimplexBounds bounds = cell.kernel().bounds(layer);
      assertEquals(Status.UNSATISFIABLE, oracle.violation(exact, bounds.lower(0), bounds.upper(0)));
    }
    SimplexBounds bounds = cell.kernel().bounds(0);
    assertEquals( // the oracle sees a bound that is wrong
        Status.SATISFIABLE, oracle.violation(exact, beyond(bounds.upper(0)), bounds.upper(0)));
  }

  private static double[] beyond(double[] upper) {
    return Arrays.stream(upper).map(u -> u + 1e-9).toArray();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void boundsOfBoxesHold(long seed) throws IOException, RejectedException {
    Network network = Networks.iris();
    LeafOracle oracle = oracle(network);
    Both<BoxCell> cell = box(problem(network), oracle, new SplittableRandom(seed));
    ExactBox exact = (ExactBox) cell.exact().cell();
    BoxBounds bounds = boxBounds(network, exact);
    assertEquals(Status.UNSATISFIABLE, oracle.violation(exact, bounds.lower(0), bounds.upper(0)));
    double[] wrong = bounds.upper(0).clone();
    wrong[0] += 1e-9;
    assertEquals(Status.SATISFIABLE, oracle.violation(exact, wrong, bounds.upper(0)));
  }

  /** Of the exact box, whose middles and half lengths are enclosed here. */
  private static BoxBounds boxBounds(Network network, ExactBox box) {
    int n = box.dimension();
    double[][] centre = new double[n + 1][n];
    double[] radius = new double[n];
    for (int q = 0; q < n; q++) {
      Interval middle = Interval.of(box.ranges().get(q).middle());
      Interval half =
          Interval.of(
              box.ranges().get(q).upper().orElseThrow().minus(box.ranges().get(q).middle()));
      centre[0][q] = middle.middle();
      centre[q + 1][q] = half.middle();
      radius[q] = middle.width() + half.width();
    }
    return BoxBounds.of(
        CompiledNetwork.of(network, List.of(WireForm.of(FORM, network)), Stop.NEVER),
        centre,
        radius);
  }
}
