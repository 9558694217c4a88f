package surety.solver.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.proof.BoxLeaf;
import surety.certificates.proof.BoxSplit;
import surety.certificates.proof.Condensing;
import surety.certificates.proof.EdgeSplit;
import surety.certificates.proof.Halving;
import surety.certificates.proof.Hole;
import surety.certificates.proof.KnotSplit;
import surety.certificates.proof.Rule;
import surety.certificates.proof.SimplexLeaf;
import surety.certificates.proof.Triangulation;
import surety.certificates.stop.Stop;
import surety.certificates.stop.StoppedException;
import surety.certificates.writing.ProofWriter;
import surety.solver.domain.Domain;

/** A search goes on from its tree as if it had never been away. */
class TreeReaderTest {
  private static final double DENSITY_GAP = 1e-3;
  private static final int DEPTH = 400;

  /**
   * Of boxes the estimates are a little closer after the reading: all comparisons are looked at
   * again, while a search leaves out what is known of a larger box.
   */
  private static final double CLOSER = 1e-3;

  private static Search refined(
      Domain domain, PlainNetwork network, Objective objective, long cells, Rounds rounds) {
    Search search =
        Search.start(domain, network, objective, DENSITY_GAP, 60, cells, rounds, () -> false);
    while (!search.isExhausted() && search.cells() < cells) {
      search.round(cells - search.cells());
    }
    return search;
  }

  private static Search resumed(
      Domain domain, PlainNetwork network, Objective objective, byte[] tree, Rounds rounds)
      throws OtherTreeException {
    ByteArrayInputStream in = new ByteArrayInputStream(tree);
    Search search = Search.of(domain, network, objective, DENSITY_GAP, rounds, in);
    assertEquals(0, in.available(), "the tree is read to its end");
    return search;
  }

  private static void assertClose(double expected, double actual, double relative) {
    assertEquals(expected, actual, relative * Math.abs(expected) + 1e-15);
  }

  /** The leaves are the same, and what they are worth; after more rounds, too. */
  private static void assertRoundTrip(
      Domain domain, PlainNetwork network, Objective objective, int threads)
      throws OtherTreeException {
    double same = domain.dimension() > 4 ? CLOSER : 1e-9;
    try (Rounds rounds = new Rounds(threads, Stop.NEVER)) {
      Search search = refined(domain, network, objective, 600, rounds);
      byte[] tree = search.tree(Stop.NEVER);
      Search again = resumed(domain, network, objective, tree, rounds);
      assertArrayEquals(tree, again.tree(Stop.NEVER));
      assertEquals(search.cells(), again.cells());
      assertEquals(search.logUnit(), again.logUnit(), 1e-9);
      assertClose(search.meanGap(), again.meanGap(), same);
      assertClose(search.lower(), again.lower(), same);
      assertClose(search.largestGap(), again.largestGap(), same);
      assertTrue(again.densityError() <= 1.001 * search.densityError() + DENSITY_GAP);
      assertEquals(search.isLongToBound(), again.isLongToBound());
      double before = again.meanGap();
      for (int k = 0; k < 5 && !again.isExhausted(); k++) {
        again.round(200);
      }
      assertTrue(again.meanGap() < before || before == 0, "it goes on");
      assertTrue(again.cells() > search.cells() || before == 0, "it goes on");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1; uniform(0, 1)",
        "2; uniform(0, 1)",
        "3; uniform(-1, 1)",
        "4; beta(2, 2)",
        "2; normal(0, 1)",
        "2; triangular(0, 1/3, 1)",
        "2; histogram([0, 1/4, 1/2, 1], [1/6, 1/3, 1/2])",
        "1; gamma(1/2, 1)",
        "2; laplace(0, 1)"
      })
  void simplicesAreReadBack(int inputs, String distribution) throws OtherTreeException {
    PlainNetwork network = Cases.plain(Cases.network(7L * inputs, inputs, 6, 1));
    double t = Cases.values(network, new double[inputs])[0] + 0.05;
    Domain domain = Cases.domain(inputs, distribution);
    assertRoundTrip(domain, network, new ProbabilityObjective(Cases.atMost(0, t)), 2);
  }

  /** Smaller than the least double squared. */
  @Test
  void aRareEventIsMeasuredInItsUnit() throws OtherTreeException {
    PlainNetwork network = Cases.plain(Cases.network(3, 1, 4, 1));
    double t = Cases.values(network, new double[] {40})[0];
    boolean isRising = t > Cases.values(network, new double[] {-40})[0];
    PlainEvent beyond = Cases.atMost(0, t);
    PlainEvent event = isRising ? Cases.not(beyond) : beyond;
    Domain domain = Cases.domain("normal(0, 1)");
    try (Rounds rounds = new Rounds(1, Stop.NEVER)) {
      ProbabilityObjective objective = new ProbabilityObjective(event);
      Search search = refined(domain, network, objective, 300, rounds);
      Search again = resumed(domain, network, objective, search.tree(Stop.NEVER), rounds);
      assertEquals(search.logUnit(), again.logUnit(), 1e-9);
      assertClose(search.lower(), again.lower(), 1e-9);
    }
  }

  @ParameterizedTest
  @CsvSource({"5, 1", "6, 2", "9, 2"})
  void boxesAreReadBack(int inputs, int threads) throws OtherTreeException {
    PlainNetwork network =
        Cases.rows(Cases.network(inputs, inputs, 20, 2), new double[] {1, 0}, new double[] {0, 1});
    double[] middle = Cases.values(network, new double[inputs]);
    PlainEvent event = Cases.and(Cases.atMost(0, middle[0] + 0.1), Cases.atMost(1, middle[1] + 1));
    assertRoundTrip(
        Cases.domain(inputs, "uniform(-1, 1)"), network, new ProbabilityObjective(event), threads);
    assertRoundTrip(
        Cases.domain(inputs, "normal(0, 1/2)"), network, new MeanObjective(0, 4), threads);
  }

  /** Knots are cut first, and tails where their probability ends. */
  @Test
  void boxesWithKnotsAreReadBack() throws OtherTreeException {
    PlainNetwork network = Cases.plain(Cases.network(4, 5, 10, 1));
    Domain domain =
        Cases.domain(
            "histogram([0, 1/4, 1/2, 1], [1/6, 1/3, 1/2])",
            "triangular(0, 1/3, 1)",
            "studentt(3, 0, 1)",
            "laplace(0, 1)",
            "uniform(0, 1)");
    double t = Cases.values(network, new double[5])[0];
    assertRoundTrip(domain, network, new ProbabilityObjective(Cases.atMost(0, t)), 2);
  }

  /** Whatever the number of threads, which are more than cells at times. */
  @Test
  void threadsMakeNoDifference() throws OtherTreeException {
    PlainNetwork network = Cases.plain(Cases.network(8, 6, 20, 1));
    Domain domain = Cases.domain(6, "uniform(-1, 1)");
    double t = Cases.values(network, new double[6])[0];
    Objective objective = new ProbabilityObjective(Cases.atMost(0, t));
    try (Rounds one = new Rounds(1, Stop.NEVER);
        Rounds three = new Rounds(3, Stop.NEVER)) {
      byte[] tree = refined(domain, network, objective, 2000, one).tree(Stop.NEVER);
      Search a = resumed(domain, network, objective, tree, one);
      Search b = resumed(domain, network, objective, tree, three);
      for (int k = 0; k < 10; k++) {
        a.round(500);
        b.round(500);
      }
      assertArrayEquals(a.tree(Stop.NEVER), b.tree(Stop.NEVER));
      assertEquals(a.meanGap(), b.meanGap());
    }
  }

  private static byte[] tree(Rule... rules) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ProofWriter writer = new ProofWriter(bytes)) {
      for (Rule rule : rules) {
        writer.write(rule);
      }
    }
    return bytes.toByteArray();
  }

  private static void assertRefused(String why, int inputs, String distribution, byte[] tree) {
    PlainNetwork network = Cases.plain(Cases.network(1, inputs, 4, 1));
    Objective objective = new ProbabilityObjective(Cases.atMost(0, 0.1));
    try (Rounds rounds = new Rounds(1, Stop.NEVER)) {
      OtherTreeException e =
          assertThrows(
              OtherTreeException.class,
              () -> resumed(Cases.domain(inputs, distribution), network, objective, tree, rounds));
      assertTrue(e.getMessage().contains(why), e.getMessage());
    }
  }

  private static final Rule LEAF = new BoxLeaf();
  private static final Rule SIMPLEX = new SimplexLeaf(0, SimplexLeaf.FULL_DEGREE);

  private static Rule triangulation(Integer... degrees) {
    return new Triangulation(List.of(degrees));
  }

  /** Other rules than those by which simplices come about, and rules that cannot be applied. */
  @Test
  void otherTreesOfSimplicesAreRefused() throws IOException {
    String uniform = "uniform(0, 1)";
    assertRefused("Hole", 2, uniform, tree(new Hole()));
    assertRefused("Halving", 2, uniform, tree(new Halving(0), LEAF, LEAF));
    assertRefused("Condensing", 2, uniform, tree(new Condensing(), LEAF));
    assertRefused("SimplexLeaf", 2, uniform, tree(SIMPLEX));
    assertRefused("BoxSplit", 2, uniform, tree(new BoxSplit(2, 0.5), LEAF, LEAF));
    assertRefused("BoxSplit", 2, uniform, tree(new BoxSplit(0, 1), LEAF, LEAF));
    assertRefused("BoxSplit", 2, uniform, tree(new BoxSplit(0, Double.NaN), LEAF, LEAF));
    assertRefused("KnotSplit", 2, uniform, tree(new KnotSplit(0, 0), LEAF, LEAF));
    String histogram = "histogram([0, 1/2, 1], [1/3, 2/3])";
    assertRefused("KnotSplit", 2, histogram, tree(new KnotSplit(0, 1), LEAF, LEAF));
    assertRefused("polynomials", 2, histogram, tree(triangulation(0, 0), SIMPLEX, SIMPLEX));
    assertRefused("polynomials", 2, uniform, tree(triangulation(0, 41), SIMPLEX, SIMPLEX));
    assertRefused("BoxLeaf", 2, uniform, tree(triangulation(0, 0), SIMPLEX, LEAF));
    assertRefused(
        "EdgeSplit",
        2,
        uniform,
        tree(triangulation(0, 0), new EdgeSplit(0, 3, 0.5), SIMPLEX, SIMPLEX, SIMPLEX));
  }

  @Test
  void otherTreesOfBoxesAreRefused() throws IOException {
    String uniform = "uniform(0, 1)";
    assertRefused("Hole", 5, uniform, tree(new Hole()));
    assertRefused("BoxLeaf", 5, uniform, tree(new Condensing(), LEAF));
    assertRefused("Condensing", 5, uniform, tree(new Condensing(), new Condensing(), LEAF));
    assertRefused("Halving", 5, uniform, tree(new Halving(5), LEAF, LEAF));
    assertRefused("BoxSplit", 5, uniform, tree(new BoxSplit(0, 0.25), LEAF, LEAF));
    assertRefused("KnotSplit", 5, uniform, tree(new KnotSplit(0, 0), LEAF, LEAF));
    assertRefused("Triangulation", 5, uniform, tree(triangulation(0, 0, 0, 0, 0)));
    String histogram = "histogram([0, 1/2, 1], [1/3, 2/3])";
    assertRefused("Halving", 5, histogram, tree(new Halving(0), LEAF, LEAF)); // it has a knot there
  }

  /** After each byte; and where simplices end early. */
  @ParameterizedTest
  @ValueSource(ints = {2, 5})
  void whatIsCutOffIsRefused(int inputs) throws OtherTreeException {
    PlainNetwork network = Cases.plain(Cases.network(1, inputs, 4, 1));
    Objective objective = new ProbabilityObjective(Cases.atMost(0, 0.1));
    Domain domain = Cases.domain(inputs, "uniform(0, 1)");
    try (Rounds rounds = new Rounds(1, Stop.NEVER)) {
      byte[] tree = refined(domain, network, objective, 40, rounds).tree(Stop.NEVER);
      for (int length = 0; length < tree.length; length++) {
        byte[] part = Arrays.copyOf(tree, length);
        assertThrows(
            OtherTreeException.class, () -> resumed(domain, network, objective, part, rounds));
      }
    }
  }

  /** A path as deep as the kernel's stack of calls could never be. */
  @Test
  void depthCostsNoStack() throws IOException, OtherTreeException {
    Rule[] rules = new Rule[2 * DEPTH + 3];
    rules[0] = triangulation(0, 0);
    for (int k = 0; k < DEPTH; k++) {
      rules[1 + k] = new EdgeSplit(0, 1, 0.75);
      rules[1 + DEPTH + k] = SIMPLEX;
    }
    rules[2 * DEPTH + 1] = SIMPLEX;
    rules[2 * DEPTH + 2] = SIMPLEX;
    PlainNetwork network = Cases.plain(Cases.network(1, 2, 4, 1));
    Objective objective = new ProbabilityObjective(Cases.atMost(0, 0.1));
    try (Rounds rounds = new Rounds(1, Stop.NEVER)) {
      Search search =
          resumed(Cases.domain(2, "uniform(0, 1)"), network, objective, tree(rules), rounds);
      assertEquals(DEPTH + 2, search.cells());
    }
  }

  @Test
  void isStopped() {
    PlainNetwork network = Cases.plain(Cases.network(1, 2, 4, 1));
    Objective objective = new ProbabilityObjective(Cases.atMost(0, 0.1));
    try (Rounds rounds = new Rounds(1, () -> true)) {
      assertThrows(
          StoppedException.class,
          () -> resumed(Cases.domain(2, "uniform(0, 1)"), network, objective, tree(LEAF), rounds));
    }
  }
}
