package surety.certificates.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.region.LinearPiece;
import surety.certificates.rejection.RejectedException;
import surety.certificates.rejection.Rejection;
import surety.certificates.rejection.SupportRejection;
import surety.certificates.rejection.TreeRejection;
import surety.certificates.statement.Law;
import surety.certificates.statement.Statements;
import surety.certificates.stop.Stop;
import surety.certificates.stop.StoppedException;

class SupportTreeTest {
  private static final Network TWO = SupportNetworks.relu(new double[][] {{1, 0}, {0, 1}}, 0, 1);

  private static SupportProblem problem(Network network, String... inputs)
      throws RejectedException {
    return SupportProblem.of(Law.independent(Statements.inputs(inputs)), network, Stop.NEVER);
  }

  private static SupportTree.Outcome walk(
      SupportProblem problem, List<SupportRule> rules, List<ListedPattern> patterns)
      throws IOException, RejectedException {
    byte[] bytes = SupportTrees.bytes(rules);
    return SupportTree.walk(problem, new ByteArrayInputStream(bytes), patterns::add);
  }

  private static Rejection refused(SupportProblem problem, SupportRule... rules) {
    RejectedException e =
        assertThrows(
            RejectedException.class, () -> walk(problem, List.of(rules), new ArrayList<>()));
    return e.rejection() instanceof TreeRejection.At at ? at.cause() : e.rejection();
  }

  /** Of independent neurons the probabilities are products, with Phi(0) = 1/2 and Phi(1). */
  @Test
  void patternsOfIndependentNeurons() throws IOException, RejectedException {
    SupportProblem problem = problem(TWO, "normal(0, 1)", "normal(0, 1)");
    List<ListedPattern> patterns = new ArrayList<>();
    List<SupportRule> rules = SupportTrees.of(problem, 0.2, false);
    SupportTree.Outcome outcome = walk(problem, rules, patterns);
    assertEquals(2, outcome.patterns());
    assertEquals(7, outcome.nodes());
    double left = 0.15865525393145705; // below -1, under either side of the first neuron
    assertEquals(2 * left, outcome.missing(), 1e-14);
    assertEquals(List.of("01", "11"), patterns.stream().map(ListedPattern::pattern).toList());
    for (ListedPattern pattern : patterns) {
      assertEquals(0.5, pattern.mass().upper(), 1e-15);
      assertEquals(0.5 - left, pattern.mass().lower(), 1e-14);
    }
  }

  @Test
  void nothingIsMissingWhereAllIsListed() throws IOException, RejectedException {
    SupportProblem problem = problem(TWO, "normal(0, 1)", "normal(0, 1)");
    SupportTree.Outcome outcome =
        walk(problem, SupportTrees.of(problem, 0, true), new ArrayList<>());
    assertEquals(4, outcome.patterns());
    assertEquals(0, outcome.missing());
    assertEquals(
        new SupportTree.Outcome(0, 1, 1),
        walk(problem, List.of(new SupportRule.LeftOut()), new ArrayList<>()));
  }

  /** The second neuron's argument is 0, by its weights; that of the third by the fixed input. */
  @Test
  void aConstantAtAKinkIsOnThePieceAbove() throws IOException, RejectedException {
    double[][] weights = {{1, 0}, {0, 0}, {0, 2}};
    SupportProblem problem =
        problem(SupportNetworks.relu(weights, -9, 0, -1), "normal(0, 1)", "= 1/2");
    List<ListedPattern> patterns = new ArrayList<>();
    SupportTree.Outcome outcome = walk(problem, SupportTrees.of(problem, 1e-3, false), patterns);
    assertEquals(List.of("011"), patterns.stream().map(ListedPattern::pattern).toList());
    assertTrue(outcome.missing() < 2e-19 && outcome.missing() > 1e-19);
    assertEquals(1, patterns.get(0).mass().upper(), 1e-15);
  }

  @Test
  void aNetworkWithoutKinksHasOnePattern() throws IOException, RejectedException {
    Network line =
        Network.chain(1, List.of(AffineLayer.of(new double[][] {{2}}, new double[] {1})));
    SupportProblem problem = problem(line, "normal(0, 1)");
    List<ListedPattern> patterns = new ArrayList<>();
    SupportTree.Outcome outcome = walk(problem, SupportTrees.of(problem, 0.5, true), patterns);
    assertEquals(new SupportTree.Outcome(1, 1, 0), outcome);
    assertEquals("", patterns.get(0).pattern());
    assertEquals(Interval.ONE, patterns.get(0).mass());
  }

  /** A thousand networks, mixtures and trees; all that is claimed is held against samples. */
  @Test
  void samplesAreWhereTheyAreSaidToBe() throws IOException, RejectedException {
    Random random = new Random(15);
    int listed = 0;
    for (int k = 0; k < 1000; k++) {
      int inputs = 1 + random.nextInt(4);
      Network network = SupportNetworks.any(random, inputs);
      Law law = SupportNetworks.mixture(random, inputs);
      SupportProblem problem = SupportProblem.of(law, network, Stop.NEVER);
      double least = Math.pow(10, -2 * random.nextDouble());
      List<SupportRule> rules = SupportTrees.of(problem, least, random.nextBoolean());
      List<ListedPattern> patterns = new ArrayList<>();
      SupportTree.Outcome outcome = walk(problem, rules, patterns);
      listed += patterns.size();
      compare("network " + k, random, law, network, patterns, outcome.missing());
    }
    assertTrue(listed > 2000, "few patterns: " + listed);
  }

  private static void compare(
      String name,
      Random random,
      Law law,
      Network network,
      List<ListedPattern> patterns,
      double missing)
      throws RejectedException {
    int samples = 400;
    Map<SupportNetworks.Sample, Integer> counts = new HashMap<>();
    List<List<List<LinearPiece>>> pieces = LinearPiece.ofAll(network);
    for (int i = 0; i < samples; i++) {
      counts.merge(SupportNetworks.sample(random, law, network, pieces), 1, Integer::sum);
    }
    int unlisted = samples;
    Set<SupportNetworks.Sample> seen = new HashSet<>();
    for (ListedPattern pattern : patterns) {
      SupportNetworks.Sample key =
          new SupportNetworks.Sample(pattern.component(), pattern.pattern());
      assertTrue(seen.add(key), name + " lists twice " + key);
      int count = counts.getOrDefault(key, 0);
      unlisted -= count;
      double share = (double) count / samples;
      double lower = pattern.mass().lower();
      double upper = pattern.mass().upper();
      assertTrue(share >= lower - errors(lower, samples), name + ": " + pattern + " " + share);
      assertTrue(share <= upper + errors(upper, samples), name + ": " + pattern + " " + share);
    }
    double share = (double) unlisted / samples;
    assertTrue(share <= missing + errors(missing, samples), name + ": " + missing + " " + share);
  }

  /** Five standard errors; of what is rare, of one sample. */
  private static double errors(double probability, int samples) {
    return 5 * Math.sqrt((Math.min(probability, 1 - probability) + 1.0 / samples) / samples);
  }

  /** Inputs that are the same number: of four patterns two cannot be, and combinations show it. */
  @Test
  void aSingularCovarianceIsSeenByCombinations() throws IOException, RejectedException {
    Law.InputMap same = Law.InputMap.coordinate(0);
    Law.Summand normal =
        new Law.Summand(Rational.ONE, List.of(Distribution.parse("normal(1/3, 2)")));
    Law law =
        new Law(2, List.of(new Law.Branch(List.of(same, same), List.of(normal))), Rational.ZERO);
    Network network = SupportNetworks.relu(new double[][] {{1, 0}, {0, 1}}, 0, 0.5);
    SupportProblem problem = SupportProblem.of(law, network, Stop.NEVER);
    List<ListedPattern> patterns = new ArrayList<>();
    SupportTree.Outcome outcome = walk(problem, SupportTrees.of(problem, 1e-9, true), patterns);
    assertEquals(List.of("00", "01", "11"), patterns.stream().map(ListedPattern::pattern).toList());
    assertTrue(outcome.missing() < 1e-12);
  }

  @Test
  void whatIsWrongIsRefused() throws RejectedException {
    SupportProblem problem = problem(TWO, "normal(0, 1)", "normal(0, 1)");
    SupportRule first = new SupportRule.Split(0);
    SupportRule any = new SupportRule.Pattern(Interval.of(0, 1));
    assertEquals(new SupportRejection.NotOpen(2), refused(problem, new SupportRule.Split(2)));
    assertEquals(new SupportRejection.NotOpen(-1), refused(problem, new SupportRule.Split(-1)));
    assertEquals(new SupportRejection.NotOpen(0), refused(problem, first, first));
    assertEquals("Misplaced", refused(problem, any).name());
    assertEquals("Misplaced", refused(problem, first, any).name());
    assertEquals("EndsEarly", refused(problem, first).name());
    assertEquals("EndsEarly", refused(problem).name());
    SupportRule second = new SupportRule.Split(1);
    assertEquals("NotOpen", refused(problem, first, second, first).name());
    for (Interval mass : List.of(Interval.of(0, 0.1586), Interval.of(1e-9, 1))) {
      SupportRule close = new SupportRule.Pattern(mass);
      assertEquals("NotProved", refused(problem, first, second, close).name());
    }
  }

  @Test
  void problemsThatAreNoneAreRefused() {
    assertRefused("Inputs", TWO, "normal(0, 1)");
    assertRefused("NotNormal", TWO, "normal(0, 1)", "uniform(0, 1)");
    assertRefused("NotNormal", TWO, "normal(0, 1)", "normal(0, 1) within [0, 1]");
    Network tanh = Network.chain(2, List.of(SupportNetworks.layer(2, Activation.TANH)));
    assertRefused("NotEnumerable", tanh, "normal(0, 1)", "normal(0, 1)");
    String[] many = new String[3000];
    Arrays.fill(many, "normal(0, 1)");
    Network wide = Network.chain(3000, List.of(SupportNetworks.layer(3000, Activation.RELU)));
    assertRefused("TooMany", wide, many);
    Network deep = SupportNetworks.relu(new double[9000][1], new double[9000]);
    assertRefused("TooMany", deep, "normal(0, 1)");
  }

  private static void assertRefused(String reason, Network network, String... inputs) {
    RejectedException e = assertThrows(RejectedException.class, () -> problem(network, inputs));
    assertEquals(reason, e.rejection().name());
  }

  @Test
  void aWalkCanBeStopped() throws RejectedException {
    int[] asked = new int[1];
    Law law = Law.independent(Statements.inputs("normal(0, 1)", "normal(0, 1)"));
    SupportProblem problem = SupportProblem.of(law, TWO, () -> ++asked[0] > 3);
    byte[] bytes = SupportTrees.bytes(List.of(new SupportRule.Split(0), new SupportRule.Split(1)));
    assertThrows(
        StoppedException.class,
        () -> SupportTree.walk(problem, new ByteArrayInputStream(bytes), pattern -> {}));
  }
}
