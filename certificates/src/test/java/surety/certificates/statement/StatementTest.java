package surety.certificates.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Rational;

class StatementTest {
  private static final List<Input> INPUTS = Statements.inputs("uniform(0, 1)");
  private static final Claim CLAIM = new BandClaim(Statements.form("1"), new EvenThresholds(2));

  private static void refused(Runnable construction) {
    assertThrows(IllegalArgumentException.class, construction::run);
  }

  @Test
  void partsMustFit() {
    refused(() -> new Statement("0", INPUTS, 1, CLAIM));
    refused(() -> new Statement("G".repeat(64), INPUTS, 1, CLAIM));
    refused(() -> new Statement(Statements.NO_DIGEST, List.of(), 1, CLAIM));
    refused(() -> new Statement(Statements.NO_DIGEST, INPUTS, 2, CLAIM));
    refused(() -> Statements.form("0", "0"));
    refused(() -> new AffineForm(List.of()));
    refused(() -> new EvenThresholds(0));
    refused(() -> new EvenThresholds(Thresholds.MOST + 1));
    refused(() -> new ListedThresholds(List.of()));
    refused(() -> new ListedThresholds(List.of(Rational.ONE, Rational.ONE)));
    refused(() -> new ListedThresholds(List.of(Rational.ONE, Rational.ZERO)));
  }

  @Test
  void comparisonsHold() {
    for (Comparison comparison : Comparison.values()) {
      assertEquals(Optional.of(comparison), Comparison.ofSymbol(comparison.symbol()));
      assertEquals(comparison, comparison.complement().complement());
      assertEquals(comparison, comparison.mirrored().mirrored());
      for (int order = -1; order <= 1; order++) {
        assertEquals(!comparison.holds(order), comparison.complement().holds(order));
        assertEquals(comparison.holds(order), comparison.mirrored().holds(-order));
      }
    }
    assertTrue(Comparison.LESS.holds(-1) && !Comparison.LESS.holds(0));
    assertTrue(Comparison.LESS_OR_EQUAL.holds(0) && !Comparison.LESS_OR_EQUAL.holds(1));
    assertTrue(Comparison.GREATER.holds(1) && !Comparison.GREATER.holds(0));
    assertTrue(Comparison.GREATER_OR_EQUAL.holds(0) && !Comparison.GREATER_OR_EQUAL.holds(-1));
    assertEquals(Optional.empty(), Comparison.ofSymbol("=="));
  }

  private static Verdict verdict(String comparison, String limit, double lower, double upper) {
    return new Limit(Comparison.ofSymbol(comparison).orElseThrow(), Rational.parse(limit))
        .verdict(Bound.of(lower), Bound.of(upper));
  }

  @Test
  void verdictsFollowFromBounds() {
    assertEquals(Verdict.PROVED, verdict("<=", "0.5", 0.25, 0.5));
    assertEquals(Verdict.UNDECIDED, verdict("<", "0.5", 0.25, 0.5));
    assertEquals(Verdict.VIOLATED, verdict("<", "0.5", 0.5, 0.5));
    assertEquals(Verdict.PROVED, verdict("<=", "0.5", 0.5, 0.5));
    assertEquals(Verdict.PROVED, verdict(">=", "0.5", 0.5, 0.75));
    assertEquals(Verdict.UNDECIDED, verdict(">", "0.5", 0.5, 0.75));
    assertEquals(Verdict.VIOLATED, verdict(">", "0.5", 0.25, 0.5));
    assertEquals(Verdict.UNDECIDED, verdict(">=", "0.5", 0.25, 0.5));
    assertEquals(Verdict.PROVED, verdict("<", "2", 0, 1));
    assertEquals(Verdict.VIOLATED, verdict(">", "1", 0, 1));
    // 0.1 is not the double 0.1
    assertEquals(Verdict.VIOLATED, verdict("<=", "0.1", 0.1, 0.1));
    assertEquals(Verdict.PROVED, verdict("<=", "0.1", 0, Math.nextDown(0.1)));
    assertEquals(Verdict.PROVED, verdict(">", "1e-400", 0x1p-1074, 1));
    assertEquals(Verdict.UNDECIDED, verdict(">", "1e-400", 0, 1));
  }

  @Test
  void thresholdsAdmit() {
    List<Rational> two = List.of(Rational.ZERO, Rational.of(1, 3));
    assertTrue(new EvenThresholds(2).admits(two));
    assertFalse(new EvenThresholds(3).admits(two));
    assertTrue(new ListedThresholds(two).admits(two));
    assertFalse(new ListedThresholds(two).admits(two.subList(0, 1)));
    assertFalse(new ListedThresholds(two).admits(List.of(Rational.ZERO, Rational.of(2, 3))));
  }

  @Test
  void eventsHold() {
    Event event = new Atom(Statements.form("1", "-1/10"), Comparison.LESS, Rational.of(1, 10));
    assertFalse(event.holds(List.of(Rational.ZERO, Rational.of(-1)), List.of()));
    assertTrue(event.holds(List.of(Rational.ZERO, Rational.ZERO), List.of()));
    assertEquals(List.of(Rational.ZERO, Rational.ONE), AffineForm.ofOutput(1, 2).outputs());
  }

  @Test
  void listsAreOnesOwn() {
    List<Input> inputs = new ArrayList<>(INPUTS);
    Statement statement = new Statement(Statements.NO_DIGEST, inputs, 1, CLAIM);
    inputs.clear();
    assertEquals(1, statement.inputs().size());
  }

  @Test
  void ofAnotherClaimAllElseStays() {
    Statement statement = new Statement(Statements.NO_DIGEST, INPUTS, 1, CLAIM);
    Claim other = new BandClaim(Statements.form("2"), new EvenThresholds(3));
    assertEquals(new Statement(Statements.NO_DIGEST, INPUTS, 1, other), statement.about(other));
  }

  @Test
  void inputsThatDependOnEachOtherHaveNoList() {
    Law.Branch branch =
        new Law.Branch(
            List.of(Law.InputMap.coordinate(0), Law.InputMap.coordinate(0)),
            Law.independent(INPUTS).branches().get(0).summands());
    Law law = new Law(2, List.of(branch), Rational.ZERO);
    List<NetworkReference> networks = List.of(new NetworkReference(Statements.NO_DIGEST, 1));
    Statement statement = new Statement(networks, law, CLAIM);
    assertThrows(IllegalStateException.class, statement::inputs);
  }

  @Test
  void theLargestNumbersAreAccepted() {
    assertEquals(10_000, new EvenThresholds(10_000).count());
    List<Rational> values = IntStream.range(0, 10_000).mapToObj(Rational::of).toList();
    assertEquals(10_000, new ListedThresholds(values).count());
    assertEquals(1_000_000, new NetworkReference(Statements.NO_DIGEST, 1_000_000).outputs());
  }

  @Test
  void coefficientsAreTooLongIfTheyHaveTooManyBitsTogether() {
    BigInteger half = BigInteger.ONE.shiftLeft((1 << 14) - 2);
    Rational most = Rational.of(half, BigInteger.ONE);
    assertEquals(1 << 14, most.bitLength());
    assertFalse(AffineForm.areTooLong(List.of(most, most)));
    assertTrue(AffineForm.areTooLong(List.of(most, most.times(Rational.of(2)))));
    assertFalse(AffineForm.areTooLong(Collections.nCopies(100_000, Rational.ZERO)));
    AffineForm form = new AffineForm(List.of(Rational.ONE), List.of(Rational.ZERO, most));
    assertEquals(List.of(Rational.ONE, Rational.ZERO, most), form.coefficients());
  }
}
