package surety.solver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.solver.search.PlainEvent.Comparison;

class EventShareTest {
  private static final double[] THRESHOLDS = {-1, 0, 1, 2};

  /**
   * A cell in which the rows take a few values with a probability each, so that everything about it
   * is a sum; what is known of each row is wider by a slack.
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Discrete(double[][] values, double[] masses, double slack) implements RowBounds {
    /** Values are thresholds and numbers between them. */
    static Discrete random(SplittableRandom random, int rows, double slack) {
      double[][] values = new double[8][rows];
      double[] masses = Cases.barycentric(random, values.length);
      for (double[] value : values) {
        for (int row = 0; row < rows; row++) {
          value[row] = 0.5 * random.nextInt(-3, 6);
        }
      }
      return new Discrete(values, masses, slack);
    }

    double probability(PlainEvent event) {
      double sum = 0;
      for (int k = 0; k < values.length; k++) {
        sum += event.holds(values[k]) ? masses[k] : 0;
      }
      return sum;
    }

    @Override
    public Share below(int row, double t, boolean inclusive) {
      double share = probability(new Comparison(row, t, inclusive));
      if (share == 0 || share > 1 - 1e-12) {
        return share == 0 ? Share.NONE : Share.ALL;
      }
      return new Share(Math.max(0, share - slack), Math.min(1, share + slack));
    }

    @Override
    public double least(int row) {
      throw new UnsupportedOperationException();
    }

    @Override
    public double greatest(int row) {
      throw new UnsupportedOperationException();
    }

    @Override
    public double meanWidth(int row) {
      throw new UnsupportedOperationException();
    }

    @Override
    public double productWidth(int first, double m, int second, double k) {
      throw new UnsupportedOperationException();
    }
  }

  private static void assertSame(Share expected, Share share) {
    assertEquals(expected.lower(), share.lower(), 1e-12);
    assertEquals(expected.upper(), share.upper(), 1e-12);
  }

  /** Whatever the rows have to do with one another, and however little is known of each. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 0.3})
  void theProbabilityIsWithinTheBounds(double slack) {
    SplittableRandom random = new SplittableRandom(1);
    for (int k = 0; k < 3000; k++) {
      int rows = random.nextInt(1, 4);
      Discrete cell = Discrete.random(random, rows, slack);
      PlainEvent event = Cases.event(random, rows, 3, THRESHOLDS);
      Share share = EventShare.of(event, cell);
      double probability = cell.probability(event);
      assertTrue(0 <= share.lower() && share.upper() <= 1, () -> event + " " + share);
      assertTrue(
          share.lower() <= probability + 1e-12 && probability <= share.upper() + 1e-12,
          () -> event + " " + share + " " + probability);
    }
  }

  @Test
  void ofOneRowItIsExact() {
    SplittableRandom random = new SplittableRandom(2);
    for (int k = 0; k < 3000; k++) {
      Discrete cell = Discrete.random(random, 1, 0);
      PlainEvent event = Cases.event(random, 1, 4, THRESHOLDS);
      double probability = cell.probability(event);
      assertSame(new Share(probability, probability), EventShare.of(event, cell));
    }
  }

  /** The value at a threshold may have a probability of its own. */
  @Test
  void aPointIsAnInterval() {
    Discrete cell = new Discrete(new double[][] {{0}, {1}, {2}}, new double[] {0.5, 0.2, 0.3}, 0);
    PlainEvent below = new Comparison(0, 1, false);
    PlainEvent isOne = Cases.and(Cases.atMost(0, 1), Cases.not(below));
    assertSame(new Share(0.2, 0.2), EventShare.of(isOne, cell));
    assertSame(new Share(0.8, 0.8), EventShare.of(Cases.not(isOne), cell));
  }

  /** Each end of an interval is known up to the slack, once. */
  @Test
  void ofAnIntervalBothEndsCount() {
    Discrete cell = new Discrete(new double[][] {{0}, {1}, {2}}, new double[] {0.3, 0.4, 0.3}, 0.1);
    PlainEvent below = new Comparison(0, 0.5, true);
    PlainEvent middle = Cases.and(Cases.not(below), Cases.atMost(0, 1), Cases.atMost(0, 1.5));
    assertSame(new Share(0.2, 0.6), EventShare.of(middle, cell));
    PlainEvent joined = Cases.or(below, middle);
    assertSame(new Share(0.6, 0.8), EventShare.of(joined, cell));
  }

  /** The rule once more, without any simplification: all rows differ. */
  @Test
  void ofDifferentRowsItIsFrechetUpTheTerm() {
    SplittableRandom random = new SplittableRandom(3);
    for (int k = 0; k < 1000; k++) {
      Discrete cell = Discrete.random(random, 8, 0.05);
      List<PlainEvent> leaves = new ArrayList<>();
      for (int row = 0; row < 8; row++) {
        leaves.add(Cases.atMost(row, THRESHOLDS[random.nextInt(4)]));
      }
      while (leaves.size() > 1) {
        PlainEvent first = leaves.remove(random.nextInt(leaves.size()));
        PlainEvent second = leaves.remove(random.nextInt(leaves.size()));
        PlainEvent both = random.nextBoolean() ? Cases.and(first, second) : Cases.or(first, second);
        leaves.add(random.nextInt(3) == 0 ? Cases.not(both) : both);
      }
      double[] naive = naive(leaves.get(0), cell);
      assertSame(new Share(naive[0], naive[1]), EventShare.of(leaves.get(0), cell));
    }
  }

  private static double[] naive(PlainEvent event, RowBounds cell) {
    if (event instanceof Comparison atom) {
      Share share = cell.below(atom.row(), atom.threshold(), atom.inclusive());
      return new double[] {share.lower(), share.upper()};
    }
    if (event instanceof PlainEvent.Not not) {
      double[] part = naive(not.part(), cell);
      return new double[] {1 - part[1], 1 - part[0]};
    }
    boolean isAnd = event instanceof PlainEvent.And;
    List<PlainEvent> parts =
        isAnd ? ((PlainEvent.And) event).parts() : ((PlainEvent.Or) event).parts();
    double[] a = naive(parts.get(0), cell);
    double[] b = naive(parts.get(1), cell);
    return isAnd
        ? new double[] {Math.max(0, a[0] + b[0] - 1), Math.min(a[1], b[1])}
        : new double[] {Math.max(a[0], b[0]), Math.min(1, a[1] + b[1])};
  }

  @Test
  void theLawsOfDeMorganHold() {
    SplittableRandom random = new SplittableRandom(4);
    for (int k = 0; k < 1000; k++) {
      Discrete cell = Discrete.random(random, 3, 0.1);
      PlainEvent a = Cases.event(random, 3, 2, THRESHOLDS);
      PlainEvent b = Cases.event(random, 3, 2, THRESHOLDS);
      Share both = EventShare.of(Cases.and(a, b), cell);
      assertSame(both, EventShare.of(Cases.not(Cases.or(Cases.not(a), Cases.not(b))), cell));
      assertSame(both.complement(), EventShare.of(Cases.or(Cases.not(a), Cases.not(b)), cell));
      assertSame(both, EventShare.of(Cases.not(Cases.not(Cases.and(a, b))), cell));
    }
  }

  @Test
  void whatIsDecidedLeavesTheTerm() {
    Discrete cell = new Discrete(new double[][] {{0, 0, 5}, {1, 1, 5}}, new double[] {0.4, 0.6}, 0);
    PlainEvent first = Cases.atMost(0, 0.5);
    PlainEvent second = Cases.atMost(1, 0.5);
    PlainEvent always = Cases.atMost(2, 9);
    PlainEvent never = Cases.atMost(2, 3);
    assertEquals(first, EventShare.open(Cases.and(always, first), cell));
    assertEquals(first, EventShare.open(Cases.or(never, Cases.and(first, always)), cell));
    assertEquals(PlainEvent.never(), EventShare.open(Cases.and(first, never, second), cell));
    assertEquals(PlainEvent.always(), EventShare.open(Cases.or(first, Cases.not(never)), cell));
    assertEquals(
        Cases.and(first, second), EventShare.open(Cases.and(first, Cases.and(second)), cell));
    assertEquals(2, EventShare.rows(Cases.and(first, second, first)));
    assertSame(Share.NONE, EventShare.of(Cases.and(first, never, second), cell));
    assertSame(Share.ALL, EventShare.of(PlainEvent.always(), cell));
    assertSame(Share.NONE, EventShare.of(PlainEvent.never(), cell));
  }

  /** A row counts as one even if another stands between its comparisons. */
  @Test
  void thePartsAboutOneRowAreJoined() {
    double[][] values = {{0, 0}, {1, 0}, {2, 1}};
    Discrete cell = new Discrete(values, new double[] {0.25, 0.25, 0.5}, 0);
    PlainEvent interval =
        Cases.and(Cases.not(Cases.atMost(0, 0.5)), Cases.atMost(1, 0.5), Cases.atMost(0, 1.5));
    assertSame(new Share(0, 0.25), EventShare.of(interval, cell));
  }
}
