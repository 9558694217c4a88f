package surety.solver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.network.Network;
import surety.solver.domain.SlicePolynomial;

class BoundaryCutTest {
  private static final HalfSpaceFraction FRACTION = new HalfSpaceFraction(2);

  /** The inputs themselves are the rows. */
  private static final PlainNetwork INPUTS =
      Cases.rows(Network.chain(2, List.of()), new double[] {1, 0}, new double[] {0, 1});

  private static final BoxDensity UNIFORM =
      BoxDensity.ofProduct(
          List.of(
              new SlicePolynomial(0, new double[] {1}, 0, 0),
              new SlicePolynomial(0, new double[] {1}, 0, 0)),
          0);

  private static Vertex[] triangle(PlainNetwork network, double... z) {
    return new Vertex[] {
      network.vertex(new double[] {z[0], z[1]}),
      network.vertex(new double[] {z[2], z[3]}),
      network.vertex(new double[] {z[4], z[5]})
    };
  }

  private static final Vertex[] HALF = triangle(INPUTS, 0, 0, 1, 0, 1, 1);

  private static Optional<BoundaryCut.Edge> cut(Objective objective, Vertex[] vertices) {
    BoundaryCut cut = new BoundaryCut(INPUTS, objective, FRACTION);
    double[] values = new double[6];
    for (int i = 0; i < 3; i++) {
      values[i] = vertices[i].y(0);
      values[3 + i] = vertices[i].y(1);
    }
    double gap = objective.gap(new SimplexRows(values, values, FRACTION));
    return cut.isCause(vertices, gap) ? cut.costliest(vertices) : Optional.empty();
  }

  /** Of three rows: cutting the one that is least likely below leaves least to be decided. */
  @Test
  void theCutThatLeavesLeastComesFirst() {
    PlainNetwork network =
        Cases.rows(
            Network.chain(2, List.of()),
            new double[] {1, 0},
            new double[] {0, 1},
            new double[] {1, 1});
    PlainEvent rest = Cases.and(Cases.atMost(0, 0.9), Cases.atMost(2, 1));
    PlainEvent all = Cases.and(rest, Cases.atMost(1, 0.1)); // the shares are 0.81, 0.5 and 0.19
    BoundaryCut cut = new BoundaryCut(network, new ProbabilityObjective(all), FRACTION);
    Vertex[] triangle = triangle(network, 0, 0, 1, 0, 1, 1);
    assertTrue(cut.isCause(triangle, 0.19));
    BoundaryCut.Edge edge = cut.costliest(triangle).orElseThrow();
    assertEquals(0, edge.i());
    assertEquals(2, edge.j());
    assertEquals(0.1, edge.ratio(), 1e-12);
  }

  /** On the side where nothing stays open the comparison is decided beyond rounding. */
  @Test
  void theCutIsBesideTheBoundary() {
    PlainEvent below = Cases.atMost(0, 0.25);
    PlainEvent other = Cases.atMost(1, 0.5);
    double inside =
        cut(new ProbabilityObjective(Cases.and(below, other)), HALF).orElseThrow().ratio();
    assertTrue(inside > 0.25 && inside < 0.25 + 1e-13, "inside " + inside);
    double outside =
        cut(new ProbabilityObjective(Cases.or(below, other)), HALF).orElseThrow().ratio();
    assertTrue(outside < 0.25 && outside > 0.25 - 1e-13, "outside " + outside);
    PlainEvent above = Cases.not(below);
    assertTrue(
        cut(new ProbabilityObjective(Cases.and(above, other)), HALF).orElseThrow().ratio() < 0.25);
  }

  @Test
  void whatIsExactIsNotCut() {
    PlainEvent interval = Cases.and(Cases.atMost(1, 0.75), Cases.not(Cases.atMost(1, 0.25)));
    assertEquals(Optional.empty(), cut(new ProbabilityObjective(interval), HALF));
    assertEquals(Optional.empty(), cut(new MeanObjective(1, 0), HALF));
    PlainEvent decided = Cases.and(interval, Cases.atMost(0, 2));
    assertEquals(Optional.empty(), cut(new ProbabilityObjective(decided), HALF));
    assertTrue(cut(new MeanObjective(0, 0, interval), HALF).isPresent(), "a mean needs it decided");
  }

  /** What is left beside a cut is rounding, which another cut would not help. */
  @Test
  void theSliverBesideTheBoundaryIsLeftAlone() {
    Objective objective =
        new ProbabilityObjective(Cases.and(Cases.atMost(0, 0.25), Cases.atMost(1, 0.1)));
    double ratio = cut(objective, HALF).orElseThrow().ratio();
    Vertex[] before = triangle(INPUTS, 0, 0, ratio, 0, ratio, ratio);
    assertEquals(0.4, cut(objective, before).orElseThrow().ratio(), 1e-12, "of the other row");
    double[] values = {0, ratio, ratio, 0, 0, ratio};
    double gap = objective.gap(new SimplexRows(values, values, FRACTION));
    assertTrue(gap > 0 && gap < 1e-12, "gap " + gap);
    Vertex[] low = triangle(INPUTS, 0, 0, ratio, 0, ratio, 0.05); // the other row is decided
    assertEquals(Optional.empty(), cut(objective, low));
  }

  /** Both comparisons hold up to a sliver, and with them the sum is clearly below the third. */
  @Test
  void whatNeverHappensIsSurelySo() {
    PlainNetwork network =
        Cases.rows(
            Network.chain(2, List.of()),
            new double[] {1, 0},
            new double[] {0, 1},
            new double[] {1, 1});
    PlainEvent sides = Cases.and(Cases.atMost(0, 0.2), Cases.atMost(1, 0.3));
    for (PlainEvent event :
        List.of(
            Cases.and(sides, Cases.not(Cases.atMost(2, 0.51))),
            Cases.not(Cases.or(Cases.not(sides), Cases.atMost(2, 0.51))))) {
      SimplexSplitter splitter = new SimplexSplitter(network, new ProbabilityObjective(event));
      Deque<SimplexCell> open = new ArrayDeque<>();
      open.push(splitter.cell(triangle(network, -1, -1, 1, -1, 1, 1), UNIFORM, 1));
      open.push(splitter.cell(triangle(network, -1, -1, -1, 1, 1, 1), UNIFORM, 1));
      for (int cells = 0; !open.isEmpty(); cells++) {
        SimplexCell cell = open.pop();
        if (cell.priority() > 0) {
          SimplexCell.Split split = splitter.cut(cell).orElseThrow();
          open.push(split.second());
          open.push(split.first());
        }
        assertTrue(cells < 100, "no end");
      }
    }
  }

  @Test
  void whereTheBoundsAreWideTheBoundaryIsNotTheCause() {
    PlainEvent both = Cases.and(Cases.atMost(0, 0.5), Cases.atMost(1, 0.5));
    BoundaryCut cut = new BoundaryCut(INPUTS, new ProbabilityObjective(both), FRACTION);
    assertTrue(cut.isCause(HALF, 0.25));
    assertFalse(cut.isCause(HALF, 0.9));
    assertFalse(cut.isCause(HALF, 0));
  }

  /** Cut as long as something is open, any event becomes exact; its share of each cell is sound. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void eventsOfPiecewiseLinearRowsBecomeExact(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Network network = Cases.network(seed, 2, 5, 3);
    PlainNetwork plain =
        Cases.rows(
            network, new double[] {1, -1, 0}, new double[] {0, 1, -1}, new double[] {1, 0, 1});
    PlainEvent event = Cases.event(random, 3, 3, -0.4, 0, 0.5);
    Objective objective = new ProbabilityObjective(event);
    SimplexSplitter splitter = new SimplexSplitter(plain, objective);
    Deque<SimplexCell> open = new ArrayDeque<>();
    open.push(splitter.cell(triangle(plain, -1, -1, 1.5, -1, -1, 1.5), UNIFORM, 1));
    double lower = 0;
    double gap = 0;
    int leaves = 0;
    while (!open.isEmpty()) {
      SimplexCell cell = open.pop();
      check(plain, cell, event, random);
      Optional<SimplexCell.Split> split =
          cell.priority() > 1e-9 ? splitter.cut(cell) : Optional.empty();
      if (split.isPresent()) {
        open.push(split.get().second());
        open.push(split.get().first());
      } else {
        lower += cell.mass() * objective.lower(cell.rows(FRACTION));
        gap += cell.priority();
        assertTrue(++leaves < 5000, "no end");
      }
    }
    assertTrue(gap < 1e-6, "gap " + gap);
    assertEquals(sampled(plain, event, random), lower, 0.02);
  }

  /** The share of a cell by a sample of it. */
  private static void check(
      PlainNetwork plain, SimplexCell cell, PlainEvent event, SplittableRandom random) {
    Share share = EventShare.of(event, cell.rows(FRACTION));
    int count = 0;
    int sample = 150;
    for (int k = 0; k < sample; k++) {
      double[] at = Cases.barycentric(random, 3);
      double[] z = new double[2];
      for (int i = 0; i < 3; i++) {
        z[0] += at[i] * cell.vertices()[i].z(0);
        z[1] += at[i] * cell.vertices()[i].z(1);
      }
      count += event.holds(Cases.values(plain, z)) ? 1 : 0;
    }
    double slack = 5 * 0.5 / Math.sqrt(sample);
    double mean = (double) count / sample;
    assertTrue(share.lower() - slack <= mean && mean <= share.upper() + slack);
  }

  private static double sampled(PlainNetwork plain, PlainEvent event, SplittableRandom random) {
    int count = 0;
    int sample = 40_000;
    for (int k = 0; k < sample; k++) {
      double[] at = Cases.barycentric(random, 3);
      double[] z = {-1 + 2.5 * at[1], -1 + 2.5 * at[2]};
      count += event.holds(Cases.values(plain, z)) ? 1 : 0;
    }
    return (double) count / sample;
  }
}
