package surety.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Limit;
import surety.certificates.statement.Range;
import surety.certificates.statement.Requirement;
import surety.language.verification.VerificationState;
import surety.solver.StopReason;

class VerdictTextTest {
  private static final Pattern PERCENT = Pattern.compile("(at least|at most) ([0-9.e-]+) %");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.5  | 0.125 | 0.25 | The requirement holds: the probability is at most 25 %; it has to be"
            + " below 50 %.",
        "1/3  | 0.125 | 0.25 | The requirement holds: the probability is at most 25 %; it has to be"
            + " below 1/3.",
        "0.1  | 0.125 | 0.25 | The requirement is violated: the probability is at least 12.5 %, but"
            + " has to be below 10 %.",
        "0.2  | 0.125 | 0.25 | It is not known whether the requirement holds: the probability is"
            + " between 12.5 % and 25 %, and has to be below 20 %.",
        "0.5  | 0     | 0    | The requirement holds: the probability is 0 %; it has to be below 50"
            + " %.",
        "0.5  | 0     | 1e-9 | The requirement holds: the probability is at most 1.01e-9 (once in"
            + " 990,099,009); it has to be below 50 %.",
        "1e-5 | 0     | 1e-6 | The requirement holds: the probability is at most 1e-6 (once in"
            + " 1,000,000); it has to be below 0.00001.",
      })
  void aPropertyOfAProbability(String limit, double lower, double upper, String sentence) {
    assertEquals(sentence, VerdictText.of(Outcomes.property("p", limit, lower, upper)));
  }

  @Test
  void whatWasStoppedAndWhatFailedSaySo() {
    assertEquals(
        "It is not known whether the requirement holds: the run was stopped before anything could"
            + " be certified.",
        VerdictText.of(Outcomes.notBegun("p")));
    assertEquals(
        "There is no answer: the run was stopped before anything could be certified.",
        VerdictText.of(Outcomes.queryNotBegun("q", true)));
    assertEquals(
        "It could not be checked: the reason.", VerdictText.of(Outcomes.failed("f", "the reason")));
  }

  @ParameterizedTest
  @CsvSource({
    "-5, 5, The requirement holds: the mean is between -5 and 5; it has to be between -8 and 10.",
    "11, 12, 'The requirement is violated: the mean is at least 11, but has to be between -8 and"
        + " 10.'",
    "-9.5, -9, 'The requirement is violated: the mean is at most -9, but has to be between -8 and"
        + " 10.'",
  })
  void aRange(double lower, double upper, String sentence) {
    Optional<Requirement> range = Optional.of(new Range(Rational.of(-8), Rational.of(10)));
    assertEquals(sentence, VerdictText.of(mean(range, Bound.of(lower), Bound.of(upper))));
  }

  @Test
  void anEndMayBeInfinite() {
    Optional<Requirement> low = Optional.of(new Limit(Comparison.GREATER_OR_EQUAL, Rational.of(1)));
    assertEquals(
        "The requirement holds: the mean is at least 2; it has to be at least 1.",
        VerdictText.of(mean(low, Bound.of(2), Bound.INFINITY)));
    assertEquals(
        "The mean is at least 2.",
        VerdictText.of(mean(Optional.empty(), Bound.of(2), Bound.INFINITY)));
    Optional<Requirement> wide = Optional.of(new Range(Rational.of(1), Rational.of(5)));
    assertEquals(
        "The requirement is violated: the mean is at least 6, but has to be between 1 and 5.",
        VerdictText.of(mean(wide, Bound.of(6), Bound.INFINITY)));
    Optional<Requirement> negative = Optional.of(new Range(Rational.of(-8), Rational.of(-5)));
    assertEquals(
        "The requirement is violated: the mean is at most -9, but has to be between -8 and -5.",
        VerdictText.of(mean(negative, Bound.MINUS_INFINITY, Bound.of(-9))));
    Outcome unknown = Outcomes.quantityNotBegun("m", Outcomes.mean());
    assertEquals(
        "There is no answer: the run was stopped before anything could be certified.",
        VerdictText.of(unknown));
  }

  private static Outcome mean(Optional<Requirement> required, Bound lower, Bound upper) {
    return Outcomes.quantity("m", Outcomes.mean(), required, lower, upper);
  }

  /** What a manager reads off must be true as well. */
  @Test
  void noBoundIsRoundedInwardOrAcrossTheLimit() {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 2000; i++) {
      Dyadic limit = Dyadic.of(random.nextDouble(0.001, 1));
      Dyadic distance = Dyadic.of(random.nextDouble()).shift(-random.nextInt(35) - 8);
      boolean isKept = random.nextBoolean();
      Dyadic end = isKept ? limit.minus(distance) : limit.plus(distance);
      if (end.signum() <= 0 || end.compareTo(Dyadic.ONE) >= 0) {
        continue;
      }
      Outcome outcome =
          Outcomes.property("p", limit.toRational().toString(), end, end, StopReason.SETTLED);
      String sentence = VerdictText.of(outcome);
      Matcher said = PERCENT.matcher(sentence);
      assertTrue(said.find(), sentence);
      Rational shown = Rational.parse(said.group(2)).times(Rational.of(1, 100));
      int side = shown.compareTo(limit.toRational());
      if (isKept) {
        assertEquals("at most", said.group(1));
        assertTrue(shown.compareTo(end.toRational()) >= 0 && side < 0, sentence);
      } else {
        assertEquals("at least", said.group(1));
        assertTrue(shown.compareTo(end.toRational()) <= 0 && side >= 0, sentence);
      }
    }
  }

  @Test
  void nearlyCertainIsNotCertain() {
    String sentence = VerdictText.of(Outcomes.query("q", 1e-12, Math.nextDown(1.0), "1e-3"));
    assertFalse(sentence.contains("100 %"), sentence);
  }

  @Test
  void distancesAreRoundedDownAndNotToldOfBands() {
    assertEquals(Optional.of("0.25"), VerdictText.distance(Outcomes.property("p", "0.5", 0, 0.25)));
    assertEquals(
        Optional.of("0.0833"), VerdictText.distance(Outcomes.property("p", "1/3", 0, 0.25)));
    assertEquals(Optional.of("0"), VerdictText.distance(Outcomes.property("p", "0.2", 0, 0.25)));
    assertEquals(Optional.empty(), VerdictText.distance(Outcomes.query("q", 0, 0.25, "1e-3")));
    assertEquals(Optional.empty(), VerdictText.distance(Outcomes.band("c", 4, 3)));
    assertEquals(Optional.empty(), VerdictText.distance(Outcomes.notBegun("n")));
  }

  @Test
  void aRunIsSummedUpWorstFirst() {
    List<VerificationState> states = Runs.mixed().states();
    assertEquals(
        "3 not checked, 1 violated, 4 not decided, 1 proved, 3 answered",
        VerdictText.counts(states));
    assertEquals("Something could not be checked", VerdictText.headline(states));
    assertEquals("Nothing was asked", VerdictText.headline(List.of()));
    assertEquals("nothing was asked", VerdictText.counts(List.of()));
    assertEquals(
        "2 requirements are violated",
        VerdictText.headline(
            List.of(
                VerificationState.VIOLATED, VerificationState.PROVED, VerificationState.VIOLATED)));
    assertEquals(
        "All queries are answered", VerdictText.headline(List.of(VerificationState.ANSWERED)));
  }
}
