package surety.certificates.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Rational;

class BandClaimTest {
  private static final AffineForm FIRST =
      new AffineForm(List.of(Rational.ONE, Rational.ZERO), List.of());
  private static final AffineForm SECOND =
      new AffineForm(List.of(Rational.ZERO, Rational.ONE), List.of());

  private static List<Rational> numbers(int... values) {
    return Arrays.stream(values).mapToObj(Rational::of).toList();
  }

  @Test
  void theLastFormsThresholdChangesFirst() {
    BandClaim band =
        new BandClaim(
            List.of(FIRST, SECOND),
            Optional.empty(),
            List.of(new ListedThresholds(numbers(1, 2)), new EvenThresholds(3)));
    assertEquals(5, band.numbers());
    assertTrue(band.leavesThresholdsOpen());
    List<Rational> chosen = numbers(1, 2, 7, 8, 9);
    assertEquals(List.of(numbers(1, 2), numbers(7, 8, 9)), band.byForm(chosen));
    assertEquals(
        List.of(
            numbers(1, 7),
            numbers(1, 8),
            numbers(1, 9),
            numbers(2, 7),
            numbers(2, 8),
            numbers(2, 9)),
        band.points(chosen));
    assertEquals(
        new Conjunction(
            List.of(
                new Atom(FIRST, Comparison.LESS_OR_EQUAL, Rational.of(2)),
                new Atom(SECOND, Comparison.LESS_OR_EQUAL, Rational.of(7)))),
        band.at(numbers(2, 7)));
  }

  @Test
  void ofOneFormThePointsAreItsThresholds() {
    Event given = new Atom(SECOND, Comparison.GREATER, Rational.ZERO);
    BandClaim band =
        new BandClaim(
            List.of(FIRST), Optional.of(given), List.of(new ListedThresholds(numbers(4, 5))));
    assertEquals(2, band.numbers());
    assertFalse(band.leavesThresholdsOpen());
    assertEquals(List.of(numbers(4), numbers(5)), band.points(numbers(4, 5)));
    assertEquals(new Atom(FIRST, Comparison.LESS_OR_EQUAL, Rational.of(5)), band.at(numbers(5)));
    assertEquals(List.of(given), band.events());
    assertEquals(Optional.empty(), band.requirement());
  }
}
