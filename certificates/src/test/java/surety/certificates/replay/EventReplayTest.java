package surety.certificates.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.Problem;
import surety.certificates.cell.Truncation;
import surety.certificates.network.Network;
import surety.certificates.onnx.OnnxFiles;
import surety.certificates.onnx.OnnxReader;
import surety.certificates.proof.Trees;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Verdict;
import surety.certificates.stop.Stop;
import surety.certificates.text.StatementException;
import surety.certificates.writing.CertificateWriter;

/** Certificates about two networks, and about other quantities than one comparison's. */
class EventReplayTest {
  private static final byte[] DOUBLE = OnnxFiles.line(2);
  private static final byte[] MINUS = OnnxFiles.line(-1);
  private static final List<byte[]> NETWORKS = List.of(DOUBLE, MINUS);
  private static final List<Truncation> TRUNCATIONS = List.of(new Truncation(0, 1));

  /** y[0] = 2 x and y[1] = -x, with x uniform between 0 and 1. */
  private static Statement statement(String claim) {
    try {
      return Statement.parse(
          """
          surety statement 2
          semantics real
          networks 2
          network sha256 %s outputs 1
          network sha256 %s outputs 1
          inputs 1
          x[0] ~ uniform(0, 1)
          %s
          """
              .formatted(Sha256.of(DOUBLE), Sha256.of(MINUS), claim));
    } catch (StatementException e) {
      throw new AssertionError(claim, e);
    }
  }

  private static byte[] tree() {
    return Trees.tree(
        writer -> {
          writer.boxSplit(0, 0.375);
          writer.boxLeaf();
          writer.triangulate(new int[] {0});
          writer.edgeSplit(0, 1, 0.5);
          writer.simplexLeaf(0);
          writer.simplexLeaf(0);
        });
  }

  private static List<Enclosure> bounds(Statement statement, List<Rational> numbers) {
    try {
      List<Network> networks = new ArrayList<>();
      for (byte[] file : NETWORKS) {
        networks.add(OnnxReader.read(file));
      }
      Problem problem = Problem.of(statement, networks, TRUNCATIONS, Stop.NEVER);
      return Trees.bounds(problem, numbers, tree(), 1);
    } catch (IOException | RejectedException e) {
      throw new AssertionError(e);
    }
  }

  private static ReplayResult replay(
      Statement statement, List<byte[]> networks, List<Rational> numbers, List<Enclosure> bounds) {
    try {
      Header header = new Header(statement, TRUNCATIONS, numbers, bounds);
      ByteArrayOutputStream certificate = new ByteArrayOutputStream();
      CertificateWriter.write(header, new ByteArrayInputStream(tree()), certificate);
      return Replay.run(
          statement,
          networks.stream().map(NetworkContent::of).toList(),
          new ByteArrayInputStream(certificate.toByteArray()),
          2);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void requireInvalid(ReplayResult result, String reason) {
    assertEquals(ReplayVerdict.INVALID, result.replay(), result.toString());
    assertTrue(result.reason().orElseThrow().message().contains(reason), result.toString());
    assertTrue(result.bounds().isEmpty() && result.verdict().isEmpty());
  }

  private static Bound nudged(Bound bound, int direction) {
    int size = bound.dyadic().significand().bitLength() + bound.dyadic().exponent();
    Dyadic step = new Dyadic(BigInteger.valueOf(direction), size - 60);
    return Bound.of(bound.dyadic().plus(step));
  }

  /** Claims, of which all bounds are finite and not met exactly, with their exact values. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "P((1*y[0] <= 1 and 1*y[1] < -1/5)) = ? : 3/10",
        "P((1*y[0] <= 1/10 or 1*y[1] < -9/10)) = ? : 3/20",
        "P(not (1*y[0] <= 1/10 or 1*y[1] < -9/10)) = ? : 17/20",
        "P((1*y[0] + 1*x[0] <= 1 and 1*x[0] > 1/10)) = ? : 7/30",
        "P(1*y[0] + 1*y[1] <= 1/10) = ? : 1/10",
        "P(1*y[0] <= 1/10 | 1*y[1] >= -1/2) = ? : 1/10",
        "P(1*y[1] >= -1/10 | (1*x[0] < 1/5 or 1*x[0] > 9/10)) = ? : 1/3",
        "(P(1*y[0] <= 1) - P(1*y[1] >= -1/10)) = ? : 2/5",
        "abs((P(1*y[1] >= -1/10) - P(1*y[0] <= 1))) = ? : 2/5",
        "(P(1*y[0] <= 1/10) / P(1*y[0] <= 1)) = ? : 1/10",
        "((3 * P(1*y[0] <= 1/10)) + 1/3) = ? : 29/60"
      })
  void eachBoundIsProvedToTheLastUnit(String text) {
    String[] parts = text.split(" : ", -1);
    Statement statement = statement(parts[0]);
    Rational truth = Rational.parse(parts[1]);
    Enclosure bounds = bounds(statement, List.of()).get(0);
    assertTrue(bounds.lower().compareTo(truth) <= 0 && bounds.upper().compareTo(truth) >= 0);
    ReplayResult valid = replay(statement, NETWORKS, List.of(), List.of(bounds));
    assertEquals(ReplayVerdict.VALID, valid.replay(), valid.toString());
    assertEquals(List.of(bounds), valid.bounds());
    assertEquals(3, valid.leaves());
    Enclosure wider = new Enclosure(nudged(bounds.lower(), -1), nudged(bounds.upper(), 1));
    assertEquals(List.of(wider), replay(statement, NETWORKS, List.of(), List.of(wider)).bounds());
    Bound above = nudged(bounds.lower(), 1);
    Bound below = nudged(bounds.upper(), -1);
    if (above.compareTo(bounds.upper()) <= 0) {
      Enclosure low = new Enclosure(above, bounds.upper());
      requireInvalid(replay(statement, NETWORKS, List.of(), List.of(low)), "do not follow");
      Enclosure high = new Enclosure(bounds.lower(), below);
      requireInvalid(replay(statement, NETWORKS, List.of(), List.of(high)), "do not follow");
    }
    Enclosure far = new Enclosure(bounds.upper(), Bound.INFINITY);
    assertEquals(
        bounds.lower().equals(bounds.upper()),
        replay(statement, NETWORKS, List.of(), List.of(far)).replay() == ReplayVerdict.VALID);
    requireInvalid(
        replay(statement, NETWORKS, List.of(Rational.ONE), List.of(bounds)), "more numbers");
    requireInvalid(replay(statement, NETWORKS, List.of(), List.of()), "0 claimed bounds");
    requireInvalid(
        replay(statement, NETWORKS, List.of(), List.of(bounds, bounds)), "2 claimed bounds");
  }

  @Test
  void networksAreThoseOfTheStatementInItsOrder() {
    Statement statement = statement("P((1*y[0] <= 1 and 1*y[1] < -1/5)) = ?");
    List<Enclosure> bounds = bounds(statement, List.of());
    requireInvalid(
        replay(statement, List.of(MINUS, DOUBLE), List.of(), bounds), "number 1 is not the one");
    requireInvalid(
        replay(statement, List.of(DOUBLE, DOUBLE), List.of(), bounds), "number 2 is not the one");
    requireInvalid(replay(statement, List.of(DOUBLE), List.of(), bounds), "2 networks, not 1");
    requireInvalid(replay(statement, List.of(), List.of(), bounds), "2 networks, not 0");
    requireInvalid(
        replay(statement, List.of(DOUBLE, MINUS, MINUS), List.of(), bounds), "2 networks, not 3");
    requireInvalid(
        replay(statement, List.of(DOUBLE, OnnxFiles.line(1)), List.of(), bounds), "number 2");
  }

  @Test
  void networksOfOtherSizesAreInvalid() throws StatementException {
    byte[] corner = OnnxFiles.corner();
    String text = statement("P(1*y[0] <= 1) = ?").canonical();
    Statement other = Statement.parse(text.replace(Sha256.of(MINUS), Sha256.of(corner)));
    requireInvalid(
        replay(other, List.of(DOUBLE, corner), List.of(), List.of(Enclosure.WHOLE)), "2 inputs");
    Statement wide =
        Statement.parse(
            text.replace(Sha256.of(MINUS) + " outputs 1", Sha256.of(MINUS) + " outputs 2"));
    requireInvalid(replay(wide, NETWORKS, List.of(), List.of(Enclosure.WHOLE)), "the statement 2");
  }

  @Test
  void verdictsAreOfTheClaimedBounds() {
    String sum = "(P(1*y[0] <= 1) + P(1*y[1] >= -1/4))"; // 3/4
    for (String text :
        List.of(
            "in [7/10, 4/5] : PROVED",
            "in [4/5, 9/10] : VIOLATED",
            "in [3/4, 4/5] : UNDECIDED",
            "< 4/5 : PROVED",
            ">= 4/5 : VIOLATED",
            "> -1 : PROVED",
            "<= 3/4 : UNDECIDED")) {
      String[] parts = text.split(" : ", -1);
      Statement statement = statement(sum + " " + parts[0]);
      Enclosure bounds = bounds(statement, List.of()).get(0);
      Bound step = Bound.of(new Dyadic(BigInteger.ONE, -40));
      Enclosure wider =
          new Enclosure(
              Enclosure.sum(bounds.lower(), step.negate()), Enclosure.sum(bounds.upper(), step));
      ReplayResult result = replay(statement, NETWORKS, List.of(), List.of(wider));
      assertEquals(Optional.of(Verdict.valueOf(parts[1])), result.verdict(), text);
      ReplayResult nothing = replay(statement, NETWORKS, List.of(), List.of(Enclosure.WHOLE));
      assertEquals(Optional.of(Verdict.UNDECIDED), nothing.verdict());
    }
  }

  /**
   * Of an event that never happens nothing can be conditional: any claim but the whole is false.
   */
  @Test
  void aConditionThatNeverHappensSaysNothing() {
    Statement statement = statement("P(1*y[0] <= 1 | 1*x[0] > 2) = ?");
    assertEquals(List.of(Enclosure.WHOLE), bounds(statement, List.of()));
    Enclosure unit = Enclosure.of(Dyadic.ZERO, Dyadic.ONE);
    requireInvalid(replay(statement, NETWORKS, List.of(), List.of(unit)), "do not follow");
    assertEquals(
        ReplayVerdict.VALID,
        replay(statement, NETWORKS, List.of(), List.of(Enclosure.WHOLE)).replay());
  }

  /** Of one form the statement has the thresholds, of the other the certificate. */
  @Test
  void aGridHasItsBoundsInOrder() {
    Statement statement = statement("cdf(1*y[0], 1*x[0]) at 2 points x [0, 1/2, 1]");
    List<Rational> listed = List.of(Rational.ZERO, Rational.of(1, 2), Rational.ONE);
    List<Rational> numbers = new ArrayList<>(List.of(Rational.ONE, Rational.of(3)));
    numbers.addAll(listed);
    List<Enclosure> bounds = bounds(statement, numbers);
    assertEquals(6, bounds.size());
    assertEquals(ReplayVerdict.VALID, replay(statement, NETWORKS, numbers, bounds).replay());
    List<Enclosure> swapped = new ArrayList<>(bounds);
    Collections.swap(swapped, 0, 5); // 0 and 1
    assertNotEquals(bounds, swapped);
    requireInvalid(replay(statement, NETWORKS, numbers, swapped), "do not follow");
    for (int k = 0; k < 6; k++) {
      List<Enclosure> nudged = new ArrayList<>(bounds);
      Dyadic upper = bounds.get(k).upper().dyadic();
      Dyadic lower = bounds.get(k).lower().dyadic();
      if (upper.compareTo(lower) > 0) {
        nudged.set(k, Enclosure.of(lower, lower.plus(upper).shift(-1)));
        requireInvalid(replay(statement, NETWORKS, numbers, nudged), "do not follow");
      }
      nudged.set(k, Enclosure.of(Dyadic.ZERO, Dyadic.ONE));
      assertEquals(ReplayVerdict.VALID, replay(statement, NETWORKS, numbers, nudged).replay());
    }
    List<Rational> others = new ArrayList<>(numbers);
    others.set(3, Rational.of(1, 3));
    requireInvalid(replay(statement, NETWORKS, others, bounds), "not those");
    Collections.swap(numbers, 0, 1);
    requireInvalid(replay(statement, NETWORKS, numbers, bounds), "do not ascend");
    requireInvalid(replay(statement, NETWORKS, listed, bounds), "not those");
    List<Rational> many = new ArrayList<>(numbers);
    many.add(Rational.of(9));
    requireInvalid(replay(statement, NETWORKS, many, bounds), "not those");
    Collections.swap(numbers, 0, 1);
    requireInvalid(replay(statement, NETWORKS, numbers, bounds.subList(0, 5)), "5 claimed");
  }

  @Test
  void aBandHasNumbersAndACondition() {
    Statement statement = statement("cdf(1*y[0] | 1*y[1] <= -1/2) at 3 points");
    List<Rational> numbers = List.of(Rational.ONE, Rational.of(6, 5), Rational.of(3));
    List<Enclosure> bounds = bounds(statement, numbers);
    List<Rational> truths = List.of(Rational.ZERO, Rational.of(1, 5), Rational.ONE);
    for (int k = 0; k < truths.size(); k++) {
      assertTrue(bounds.get(k).lower().compareTo(truths.get(k)) <= 0);
      assertTrue(bounds.get(k).upper().compareTo(truths.get(k)) >= 0);
    }
    assertEquals(ReplayVerdict.VALID, replay(statement, NETWORKS, numbers, bounds).replay());
    List<Rational> others = List.of(Rational.ONE, Rational.of(3, 2), Rational.of(3));
    requireInvalid(replay(statement, NETWORKS, others, bounds), "do not follow");
    requireInvalid(replay(statement, NETWORKS, numbers.subList(0, 2), bounds), "not those");
    requireInvalid(replay(statement, NETWORKS, numbers, bounds.subList(0, 2)), "2 claimed");
    List<Enclosure> swapped = List.of(bounds.get(1), bounds.get(0), bounds.get(2));
    requireInvalid(replay(statement, NETWORKS, numbers, swapped), "do not follow");
  }
}
