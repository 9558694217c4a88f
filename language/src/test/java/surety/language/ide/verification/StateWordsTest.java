package surety.language.ide.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Rational;
import surety.language.Obligation;
import surety.language.verification.Evidence;
import surety.language.verification.Known;
import surety.language.verification.Verification;
import surety.language.verification.VerificationState;
import surety.solver.HeavyCell;
import surety.solver.Progress;
import surety.solver.witness.Witness;

class StateWordsTest {
  private static final int CASES = 200;

  private static Evidence evidence(String limit, Dyadic lower, Dyadic upper) {
    return Known.of("p", "P(1*y[0] > 1) " + limit)
        .point(0, Bound.of(lower), Bound.of(upper))
        .evidence();
  }

  @ParameterizedTest
  @EnumSource(names = {"STALE", "QUEUED", "FAILED"})
  void aStateIsAWord(VerificationState state) {
    Verification verification = Known.of("p", "P(1*y[0] > 1) = ?").in(state, Optional.of("why"));
    assertEquals(state.name(), StateWords.state(verification).toUpperCase(Locale.ROOT));
    assertEquals(StateWords.state(verification), StateWords.label(verification));
    assertEquals(Optional.of("why"), StateWords.message(verification));
  }

  @Test
  void theDistanceToTheLimitIsNeverShownLargerThanItIs() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < CASES; i++) {
      Dyadic lower = Dyadic.of(random.nextDouble()).shift(-random.nextInt(1200));
      Dyadic upper = lower.plus(Dyadic.of(random.nextDouble()).shift(-60));
      Rational limit = Rational.of(1 + random.nextInt(1 << 20), 1 << 20);
      String sign = random.nextBoolean() ? "< " : ">= ";
      Evidence evidence = evidence(sign + limit, lower, upper);
      Rational shown = Rational.parse(StateWords.margin(evidence).orElseThrow());
      assertTrue(shown.compareTo(evidence.gapToLimit().orElseThrow()) <= 0);
      assertTrue(shown.signum() >= 0);
    }
  }

  /** Rounding to the nearest first would make it 0.1. */
  @Test
  void aDistanceOfManyNinesIsNotRoundedUp() {
    String limit = "< 0.59999999999999999999999999";
    assertEquals(
        Optional.of("0.0999"), StateWords.margin(evidence(limit, Dyadic.of(0.25), Dyadic.of(0.5))));
  }

  @ParameterizedTest
  @CsvSource({
    "< 1/2, 0.25, 0.5, 0",
    "<= 1/2, 0.5, 0.5, 0",
    ">= 1/2, 0.75, 1, 0.25",
    "< 1e-400, 0, 0, 1e-400",
    "< 1e-400, 1, 1, 0.999",
    "> 0, 0.125, 1, 0.125",
    "<= 1, 0, 1, 0"
  })
  void distancesToLimits(String limit, double lower, double upper, String margin) {
    assertEquals(
        Optional.of(margin),
        StateWords.margin(evidence(limit, Dyadic.of(lower), Dyadic.of(upper))));
  }

  @Test
  void aQueryHasNoDistance() {
    assertEquals(Optional.empty(), StateWords.margin(evidence("= ?", Dyadic.ZERO, Dyadic.ONE)));
  }

  @Test
  void theGapIsRoundedUpAndOfABandTheLargest() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < CASES; i++) {
      Known known = Known.of("b", "cdf(1*y[0]) at 3 points");
      Dyadic largest = Dyadic.ZERO;
      for (int t = 0; t < 3; t++) {
        Dyadic lower = Dyadic.of(random.nextDouble() / 2);
        Dyadic gap = Dyadic.of(random.nextDouble() / 2).shift(-random.nextInt(1200));
        known.point(t, Bound.of(lower), Bound.of(lower.plus(gap)));
        largest = largest.compareTo(gap) >= 0 ? largest : gap;
      }
      Evidence evidence = known.evidence();
      BigDecimal shown = new BigDecimal(StateWords.gap(evidence));
      assertTrue(Rational.parse(shown.toString()).compareTo(largest.toRational()) >= 0);
      assertEquals(
          "3 points, largest gap " + StateWords.gap(evidence), StateWords.bounds(evidence));
    }
  }

  @Test
  void boundsBelowEveryDoubleAreShown() {
    Dyadic tiny = Dyadic.of(1.5).shift(-1163);
    Evidence evidence = evidence("< 1e-300", tiny, tiny);
    assertTrue(StateWords.bounds(evidence).matches("\\[1\\.\\d+e-350, 1\\.\\d+e-350]"));
    assertEquals("0", StateWords.gap(evidence));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 s",
    "-1, 0 s",
    "0.0001234, 0.000123 s",
    "1.2345, 1.23 s",
    "99.96, 100 s",
    "1234.6, 1235 s",
    "123456789, 123456789 s",
    "NaN, an unknown time",
    "Infinity, an unknown time"
  })
  void secondsHaveAsManyDecimalsAsMatter(double seconds, String words) {
    assertEquals(words, StateWords.seconds(seconds));
  }

  @Test
  void theLabelOfARunSaysHowLong() {
    Known known = Known.of("p", "P(1*y[0] > 1) < 1/2");
    assertEquals(
        "running, 3 s",
        StateWords.label(known.running(new Progress("searching", 1, 7, 3.99, 0, 1))));
  }

  @ParameterizedTest
  @CsvSource({"0, replaying", "42, replaying 42%", "100, replaying 100%"})
  void theLabelOfAReplaySaysHowMuchWasRead(int percent, String label) {
    Verification replay = Known.of("p", "P(1*y[0] > 1) < 1/2").point(1, 0, 1).replaying(percent);
    assertEquals(label, StateWords.label(replay));
    assertEquals("running", StateWords.state(replay));
    assertEquals(Optional.empty(), StateWords.message(replay));
  }

  /** However long a lens is looked at, what it says of the time stays true. */
  @Test
  void whenSomethingWasFoundIsLocalTime() {
    ZonedDateTime then = ZonedDateTime.of(2026, 3, 4, 5, 6, 59, 0, ZoneId.systemDefault());
    Known known = Known.of("p", "P(1*y[0] > 1) = ?").point(0, 0, 1).established(then.toInstant());
    assertEquals("2026-03-04 05:06", StateWords.found(known.evidence()));
  }

  @Test
  void whatWasNeverVerifiedIsNotCalledStale() {
    Verification verification =
        Known.of("p", "P(1*y[0] > 1) = ?").in(VerificationState.UNVERIFIED, Optional.empty());
    assertEquals("unverified", StateWords.state(verification));
    assertEquals("not verified", StateWords.label(verification));
    assertEquals("1 not verified", StateWords.summary(Known.snapshot(1, verification)));
  }

  @Test
  void aSummaryCounts() {
    Known often = Known.of("a", "P(1*y[0] > 1) < 1/2").point(0, 0.75, 1);
    Known rare = Known.of("b", "P(1*y[0] > 1) < 1/2").point(0, 0, 0.25);
    assertEquals(
        "1 proved, 2 violated",
        StateWords.summary(
            Known.snapshot(1, often.established(), rare.established(), often.established())));
    assertEquals("", StateWords.summary(Known.snapshot(1)));
  }

  @Test
  void theSidesOfAHeavyCellAreRoundedOutward() {
    Verification verification = Known.of("p", "P(1*y[0] > 1) = ?").in(STALE, Optional.empty());
    HeavyCell cell = new HeavyCell(List.of(new HeavyCell.Side(0, 0.50012, 0.50034)), 1.0 / 3);
    assertEquals(
        "x in [0.5001, 0.5004] (estimated probability 0.333)",
        StateWords.heavy(verification, cell));
    HeavyCell round = new HeavyCell(List.of(new HeavyCell.Side(0, 0.1, 0.3)), 0);
    assertTrue(StateWords.heavy(verification, round).startsWith("x in [0.1, 0.3] "));
    HeavyCell wide =
        new HeavyCell(
            List.of(new HeavyCell.Side(0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)),
            new BigDecimal("1.23456e-350"));
    assertEquals(
        "x in [-infinity, infinity] (estimated probability 1.23e-350)",
        StateWords.heavy(verification, wide));
  }

  private static final VerificationState STALE = VerificationState.STALE;

  @Test
  void aWitnessIsExactAndWhatItGivesIsRounded() {
    Verification verification = Known.of("p", "P(1*y[0] > 1) = ?").in(STALE, Optional.empty());
    Witness witness =
        new Witness(List.of(Rational.parse("1/3")), List.of(Rational.parse("4/3")), true);
    assertEquals("x = 1/3 gives y = 1.333333 (rounded)", StateWords.witness(verification, witness));
  }

  @Test
  void thousandsOfOutputsAreNotWrittenOut() {
    Obligation one = Known.of("p", "P(1*y[0] > 1) = ?").obligation();
    List<String> names = new ArrayList<>();
    List<Rational> values = new ArrayList<>();
    for (int k = 0; k < 10_000; k++) {
      names.add("y" + k);
      values.add(Rational.of(k));
    }
    Obligation wide =
        new Obligation(
            "p",
            Optional.empty(),
            one.kind(),
            one.networkFiles(),
            one.statement(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            one.text(),
            one.region(),
            one.inputs(),
            names);
    Verification verification =
        new Verification(wide, STALE, Optional.empty(), Optional.empty(), Optional.empty());
    String words =
        StateWords.witness(verification, new Witness(List.of(Rational.ZERO), values, true));
    assertTrue(words.endsWith("y6 = 6 and 9993 more (rounded)"), words);
    assertFalse(words.contains("y7 "), words);
  }
}
