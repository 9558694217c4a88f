package surety.certificates.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.arithmetic.Interval;
import surety.certificates.cell.Truncation;
import surety.certificates.onnx.OnnxReader;
import surety.certificates.region.AxisPlan;
import surety.certificates.region.NaiveTree;
import surety.certificates.region.RegionProblems;
import surety.certificates.region.RegionRule;
import surety.certificates.rejection.RejectedException;
import surety.certificates.rejection.Rejection;
import surety.certificates.statement.RegionStatement;
import surety.certificates.stop.Stop;
import surety.certificates.text.StatementException;
import surety.certificates.writing.CertificateWriter;

/** Region certificates of laws: the trees of the branches follow one another. */
class LawRegionReplayTest {
  private static final String LAW =
      """
      surety regions 1
      semantics real
      network sha256 %s
      inputs 2
      branches 3 rest 1/100
      branch coordinates 2 summands 2
      x[0] = 1*u[0] + 1/3
      x[1] = 2/7*u[0] + 1*u[1]
      1/4: uniform(-1, 1); normal(0, 1)
      1/8: uniform(0, 1); normal(1, 1/2)
      branch coordinates 1 summands 1
      x[0] = -1*u[0]
      x[1] = 1*u[0] + 1
      1/4: uniform(-1, 1) within [0, 1]
      branch coordinates 0 summands 1
      x[0] = 1
      x[1] = -2
      1/2:\s
      """
          .formatted(Sha256.of(Certificates.NETWORK));

  private static final List<Truncation> TRUNCATIONS =
      List.of(new Truncation(0, 0), new Truncation(-8, 8), new Truncation(0, 0));

  private static final List<AxisPlan> PLANS =
      Collections.nCopies(3, new AxisPlan(6, List.of(-2.0, 0.0, 2.0)));

  private static List<List<RegionRule>> trees;

  @BeforeAll
  static void grow() throws IOException, RejectedException {
    trees = new ArrayList<>();
    RegionProblems problems =
        new RegionProblems(
            statement(), OnnxReader.read(Certificates.NETWORK), TRUNCATIONS, PLANS, Stop.NEVER);
    for (int b = 0; b < problems.branches(); b++) {
      trees.add(List.copyOf(NaiveTree.of(problems.branch(b))));
    }
  }

  private static RegionStatement statement() {
    return statement(LAW);
  }

  private static RegionStatement statement(String text) {
    try {
      return RegionStatement.parse(text);
    } catch (StatementException e) {
      throw new AssertionError(e);
    }
  }

  private static int leaves(List<RegionRule> rules) {
    return (int) rules.stream().filter(RegionRule.Leaf.class::isInstance).count();
  }

  private static RegionReplayResult replay(List<List<RegionRule>> trees) throws IOException {
    return replay(statement(), TRUNCATIONS, PLANS, trees);
  }

  private static RegionReplayResult replay(
      RegionStatement statement,
      List<Truncation> truncations,
      List<AxisPlan> plans,
      List<List<RegionRule>> trees)
      throws IOException {
    List<RegionRule> rules = trees.stream().flatMap(List::stream).toList();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CertificateWriter.write(
        RegionHeader.of(statement(), truncations, plans, leaves(rules)),
        new ByteArrayInputStream(NaiveTree.bytes(rules)),
        out);
    return RegionReplay.run(
        statement,
        NetworkContent.of(Certificates.NETWORK),
        new ByteArrayInputStream(out.toByteArray()),
        region -> {},
        Stop.NEVER);
  }

  private static void assertNotValid(
      ReplayVerdict verdict, String reason, RegionReplayResult result) {
    assertEquals(verdict, result.replay());
    assertTrue(
        result.reason().map(Rejection::message).orElse("").contains(reason),
        result.reason()::toString);
  }

  @Test
  void itReplays() throws IOException {
    RegionReplayResult result = replay(trees);
    assertEquals(ReplayVerdict.VALID, result.replay(), result.reason()::toString);
    assertEquals(
        trees.stream().mapToInt(LawRegionReplayTest::leaves).sum(),
        result.outcome().orElseThrow().regions());
    // 3/8 + 1/8 + 1/2, and the rest is outside
    assertTrue(result.outcome().orElseThrow().total().contains(1.0));
    assertTrue(result.tails() >= 0.01);
  }

  @Test
  void treesAreThoseOfTheirBranches() throws IOException {
    assertNotEquals(
        ReplayVerdict.VALID, replay(List.of(trees.get(1), trees.get(0), trees.get(2))).replay());
    assertNotEquals(
        ReplayVerdict.VALID, replay(List.of(trees.get(0), trees.get(2), trees.get(1))).replay());
    assertNotEquals(ReplayVerdict.VALID, replay(trees.subList(0, 1)).replay());
    assertEquals(ReplayVerdict.VALID, replay(trees).replay());
    List<List<RegionRule>> more = new ArrayList<>(trees);
    more.add(trees.get(2));
    assertNotValid(ReplayVerdict.INVALID, "", replay(more));
  }

  @Test
  void leavesHaveTheMassOfTheirBranch() throws IOException {
    for (int b = 0; b < trees.size(); b++) {
      for (int i = 0; i < trees.get(b).size(); i++) {
        if (trees.get(b).get(i) instanceof RegionRule.Leaf leaf) {
          Interval p = leaf.probability();
          assertEquals(
              ReplayVerdict.INVALID, replay(b, i, leaf, 0, Math.nextDown(p.upper())).replay());
          double more = Math.nextUp(p.lower());
          assertEquals(
              ReplayVerdict.INVALID, replay(b, i, leaf, more, Math.max(p.upper(), more)).replay());
          assertNotValid(
              ReplayVerdict.INVALID, "bounds that are none", replay(b, i, leaf, p.lower(), 0.75));
        }
      }
    }
  }

  private static RegionReplayResult replay(
      int branch, int node, RegionRule.Leaf leaf, double lower, double upper) throws IOException {
    List<List<RegionRule>> changed = new ArrayList<>(trees);
    List<RegionRule> rules = new ArrayList<>(trees.get(branch));
    rules.set(node, new RegionRule.Leaf(leaf.point(), new Interval(lower, upper)));
    changed.set(branch, rules);
    return replay(changed);
  }

  @Test
  void adviceIsForAllCoordinates() throws IOException {
    assertNotValid(
        ReplayVerdict.INVALID,
        "truncations",
        replay(statement(), TRUNCATIONS.subList(0, 2), PLANS.subList(0, 2), trees));
  }

  @ParameterizedTest
  @CsvSource({
    "'1/4: uniform(-1', '3/8: uniform(-1'",
    "rest 1/100, rest 0",
    "rest 1/100, rest 1/50",
    "2/7*, 2/9*",
    "+ 1/3, + 1/5",
    "'1/8: uniform(0, 1)', '1/8: uniform(0, 2)'",
    "'within [0, 1]', 'within [0, 1/2]'"
  })
  void anotherLawIsAnotherStatement(String from, String to) throws IOException {
    String changed = LAW.replace(from, to);
    assertTrue(!changed.equals(LAW), from);
    assertNotValid(
        ReplayVerdict.INVALID,
        "another statement",
        replay(statement(changed), TRUNCATIONS, PLANS, trees));
  }
}
