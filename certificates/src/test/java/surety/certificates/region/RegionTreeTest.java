package surety.certificates.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.rejection.RejectedException;

class RegionTreeTest {
  /** Two neurons whose lines cross, one whose line only touches a corner, one without weights. */
  private static final Network NETWORK =
      RegionNetworks.layer(
          Activation.RELU, new double[][] {{1, -1}, {1, 1}, {1, 1}, {0, 0}}, 0, -1, -2, -3);

  private static RegionProblem problem() throws RejectedException {
    return RegionNetworks.problem(NETWORK, "uniform(0, 1)", "beta(2, 2)");
  }

  private static RegionTree.Outcome walk(
      RegionProblem problem, byte[] tree, RegionTree.Visitor visitor) throws RejectedException {
    try {
      return RegionTree.walk(problem, new ByteArrayInputStream(tree), visitor);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertRefused(boolean isIncomplete, String reason, byte[] tree)
      throws RejectedException {
    RegionProblem problem = problem();
    RejectedException e =
        assertThrows(RejectedException.class, () -> walk(problem, tree, region -> {}));
    assertEquals(isIncomplete, e.rejection().isIncomplete());
    assertTrue(e.getMessage().contains(reason), e.getMessage());
  }

  private static void assertRefused(boolean isIncomplete, String reason, List<RegionRule> rules)
      throws RejectedException {
    assertRefused(isIncomplete, reason, NaiveTree.bytes(rules));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18})
  void allRegionsAreFound(long seed) throws RejectedException {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 1 + (int) (seed % 3);
    Network network = RegionNetworks.random(random, n, 1);
    String[] inputs = new String[n];
    Arrays.fill(inputs, "uniform(-1, 1)");
    RegionProblem problem = RegionNetworks.problem(network, inputs);
    List<RegionRule> rules = NaiveTree.of(problem);
    Set<String> patterns = new HashSet<>();
    List<Region> regions = new ArrayList<>();
    RegionTree.Outcome outcome = walk(problem, NaiveTree.bytes(rules), regions::add);
    for (Region region : regions) {
      assertTrue(patterns.add(region.pattern()));
      Rational[] x = region.point().coordinates().toArray(new Rational[0]);
      assertEquals(network.evaluateExactly(x)[0], region.map().get(0).at(region.point()));
    }
    assertEquals(regions.size(), outcome.regions());
    assertEquals(rules.size(), outcome.nodes());
    assertTrue(outcome.total().contains(1));
    assertTrue(outcome.total().width() < 1e-10);
  }

  @Test
  void degenerateNeuronsMakeNoRegions() throws RejectedException {
    RegionProblem problem = problem();
    List<String> patterns = new ArrayList<>();
    RegionTree.Outcome outcome =
        walk(
            problem,
            NaiveTree.bytes(NaiveTree.of(problem)),
            region -> patterns.add(region.pattern()));
    assertEquals(List.of("0000", "0100", "1000", "1100"), patterns);
    assertEquals(4, outcome.regions());
  }

  /** The index of the first rule of a kind. */
  private static int find(List<RegionRule> rules, Class<? extends RegionRule> kind) {
    for (int i = 0; i < rules.size(); i++) {
      if (kind.isInstance(rules.get(i))) {
        return i;
      }
    }
    throw new AssertionError("there is none");
  }

  private static List<RegionRule> rules() throws RejectedException {
    return NaiveTree.of(problem());
  }

  @Test
  void aPointOutsideOrOnTheBoundaryIsRefused() throws RejectedException {
    List<RegionRule> rules = rules();
    int at = find(rules, RegionRule.Leaf.class);
    Interval probability = ((RegionRule.Leaf) rules.get(at)).probability();
    for (String x : List.of("1/2", "2/3", "0", "-1")) { // the region is x < y, x + y < 1
      RationalPoint point = HalfSpaceTest.point(x, "1/2");
      rules.set(at, new RegionRule.Leaf(point, probability));
      assertRefused(false, "not inside", rules);
    }
  }

  @Test
  void boundsThatDoNotFollowAreRefused() throws RejectedException {
    List<RegionRule> rules = rules();
    int at = find(rules, RegionRule.Leaf.class);
    RegionRule.Leaf leaf = (RegionRule.Leaf) rules.get(at);
    Interval p = leaf.probability();
    for (Interval wrong :
        List.of(
            Interval.of(p.lower(), Math.nextDown(p.upper())),
            Interval.of(Math.nextUp(p.lower()), p.upper()),
            Interval.of(0, 0),
            Interval.of(1))) {
      rules.set(at, new RegionRule.Leaf(leaf.point(), wrong));
      assertRefused(false, "do not follow", rules);
    }
    for (Interval wrong : List.of(Interval.of(-1e-300, 1), Interval.of(0, Math.nextUp(1.0)))) {
      rules.set(at, new RegionRule.Leaf(leaf.point(), wrong));
      assertRefused(false, "bounds that are none", rules);
    }
  }

  @Test
  void widerBoundsThanThoseThatFollowAreAccepted() throws Exception {
    List<RegionRule> rules = rules();
    int at = find(rules, RegionRule.Leaf.class);
    RegionRule.Leaf leaf = (RegionRule.Leaf) rules.get(at);
    Interval p = leaf.probability();
    Interval wider = Interval.of(Math.nextDown(p.lower()), Math.nextUp(p.upper()));
    rules.set(at, new RegionRule.Leaf(leaf.point(), wider));
    List<Interval> seen = new ArrayList<>();
    walk(problem(), NaiveTree.bytes(rules), region -> seen.add(region.probability()));
    assertTrue(seen.contains(wider), seen::toString);
  }

  @Test
  void aCombinationThatProvesNothingIsRefused() throws RejectedException {
    List<RegionRule> rules = rules();
    int at = find(rules, RegionRule.Fixed.class);
    RegionRule.Fixed fixed = (RegionRule.Fixed) rules.get(at);
    FarkasCombination proof = fixed.proof();
    List<FarkasCombination.Term> dropped = proof.terms().subList(1, proof.terms().size());
    List<FarkasCombination.Term> doubled = new ArrayList<>(proof.terms());
    doubled.add(proof.terms().get(0));
    for (FarkasCombination wrong :
        List.of(
            new FarkasCombination(proof.ofSide().add(BigInteger.ONE), proof.terms()),
            new FarkasCombination(proof.ofSide().negate(), proof.terms()),
            new FarkasCombination(proof.ofSide(), dropped),
            new FarkasCombination(proof.ofSide(), doubled),
            new FarkasCombination(BigInteger.ZERO, List.of()))) {
      rules.set(at, new RegionRule.Fixed(fixed.aboveIsEmpty(), wrong));
      assertRefused(false, "Farkas", rules);
    }
    rules.set(at, new RegionRule.Fixed(!fixed.aboveIsEmpty(), proof));
    assertRefused(false, "Farkas", rules);
  }

  @Test
  void aSideWithInnerPointsIsNotLeftOut() throws RejectedException {
    List<RegionRule> rules = rules();
    FarkasCombination some =
        ((RegionRule.Fixed) rules.get(find(rules, RegionRule.Fixed.class))).proof();
    rules.set(0, new RegionRule.Fixed(true, some));
    assertRefused(false, "Farkas", rules);
  }

  @Test
  void aBranchWithoutInnerPointsIsRefused() throws RejectedException {
    List<RegionRule> rules = rules();
    rules.set(find(rules, RegionRule.Fixed.class), new RegionRule.Branch());
    assertRefused(false, "without inner points", rules);
  }

  @Test
  void aRuleInTheWrongPlaceIsRefused() throws RejectedException {
    List<RegionRule> rules = rules();
    RegionRule leaf = rules.get(find(rules, RegionRule.Leaf.class));
    assertRefused(false, "not decided", List.of(leaf));
    rules.set(find(rules, RegionRule.Leaf.class), new RegionRule.Branch());
    assertRefused(false, "all neurons are", rules);
  }

  @Test
  void whatIsNotAllThereIsIncomplete() throws RejectedException {
    List<RegionRule> rules = rules();
    byte[] tree = NaiveTree.bytes(rules);
    for (int length = 0; length < tree.length; length++) {
      assertRefused(true, "ends", Arrays.copyOf(tree, length));
    }
    rules.set(find(rules, RegionRule.Leaf.class), new RegionRule.Hole());
    assertRefused(true, "hole", rules);
  }

  @Test
  void aDroppedLeafIsNoticed() throws RejectedException {
    List<RegionRule> rules = rules();
    rules.remove(find(rules, RegionRule.Leaf.class));
    RegionProblem problem = problem();
    byte[] tree = NaiveTree.bytes(rules);
    assertThrows(RejectedException.class, () -> walk(problem, tree, region -> {}));
  }

  @Test
  void bytesThatAreNoRuleAreRefused() throws RejectedException {
    assertRefused(false, "no rule 4", new byte[] {4});
    assertRefused(false, "no rule 255", new byte[] {-1});
    assertRefused(false, "no bytes", new byte[] {0, 0, 0});
    // a denominator of zero
    byte[] zero = {0, 0, 1, 1, 0, 1, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    assertRefused(false, "denominator", zero);
  }

  /** Else one node could fill the memory. */
  @Test
  void aCombinationOfHugeNumbersIsRefused() throws RejectedException {
    int terms = 300;
    int length = 0xffff;
    ByteBuffer tree = ByteBuffer.allocate(6 + terms * (6 + length));
    tree.put((byte) 2).putShort((short) 1).put((byte) 1).putShort((short) terms);
    for (int k = 0; k < terms; k++) {
      tree.putInt(0).putShort((short) length).put((byte) 1);
      tree.position(tree.position() + length - 1);
    }
    assertRefused(false, "more than 16777216", tree.array());
  }

  @Test
  void theTreeIsReadToItsEndAndNotFurther() throws RejectedException, IOException {
    byte[] tree = NaiveTree.bytes(rules());
    ByteArrayInputStream in = new ByteArrayInputStream(Arrays.copyOf(tree, tree.length + 3));
    RegionTree.walk(problem(), in, region -> {});
    assertEquals(3, in.available());
  }

  @Test
  void aNetworkWithoutKinksHasOneRegion() throws RejectedException {
    Network network = RegionNetworks.layer(Activation.IDENTITY, new double[][] {{1, 2}}, 0);
    RegionProblem problem = RegionNetworks.problem(network, "uniform(0, 1)", "uniform(0, 1)");
    List<Region> regions = new ArrayList<>();
    walk(problem, NaiveTree.bytes(NaiveTree.of(problem)), regions::add);
    assertEquals("", regions.get(0).pattern());
    assertEquals(1, regions.size());
    assertFalse(regions.get(0).polytope().facets().isEmpty());
  }
}
