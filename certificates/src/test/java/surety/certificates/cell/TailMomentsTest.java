package surety.certificates.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.ScaledInterval;

/** Bounds of first and second moments beyond the ends, from parts that are made by hand. */
class TailMomentsTest {
  private static final FormValues ANY = new FormValues(Interval.WHOLE, Optional.empty());
  private static final CompiledEvent ALWAYS = CompiledEvent.Decided.ALWAYS;

  private static ScaledInterval upTo(double bound) {
    return ScaledInterval.of(Interval.of(0, bound));
  }

  private static List<ScaledInterval> upTo(double... bounds) {
    return Arrays.stream(bounds).mapToObj(TailMomentsTest::upTo).toList();
  }

  private static FormValues between(double lower, double upper) {
    return new FormValues(Interval.of(lower, upper), Optional.empty());
  }

  /**
   * Two forms of two coordinates: 2 + ... and -1 + ..., which grow by 3 and 1/2, and by 0 and 4.
   */
  private static Tails tails(Tails.Part... parts) {
    return new Tails(List.of(parts), true);
  }

  private static final Tails.Reach REACH =
      new Tails.Reach(
          List.of(Interval.of(2), Interval.of(-1)),
          List.of(new double[] {3, 0.5}, new double[] {0, 4}));

  private static Tails.Part part(double mass, FormValues first, FormValues second) {
    return new Tails.Part(
        upTo(mass), List.of(first, second), REACH, upTo(0.25, 0.5), upTo(0.125, 0.75));
  }

  private static final Tails ONE = tails(part(0.125, ANY, ANY));

  @Test
  void firstMomentsAreThoseOfTheCentreAndOfAllGrowth() {
    assertEquals(Bound.of(0.125 * 1 + 3 * 0.25 + 0.5 * 0.5), ONE.first(0, 1));
    assertEquals(Bound.of(0.125 * 3 + 3 * 0.25 + 0.5 * 0.5), ONE.first(0, 5));
    assertEquals(Bound.of(0.125 * 2 + 4 * 0.5), ONE.first(1, 1));
  }

  @Test
  void secondMomentsCountEachSquareAsOftenAsThereAreTerms() {
    assertEquals(Bound.of(3 * (0.125 * 1 + 9 * 0.125 + 0.25 * 0.75)), ONE.second(0, 1));
    assertEquals(Bound.of(3 * (0.125 * 9 + 9 * 0.125 + 0.25 * 0.75)), ONE.second(0, 5));
    assertEquals(Bound.of(2 * (0.125 * 4 + 16 * 0.75)), ONE.second(1, 1));
  }

  @Test
  void allPartsCount() {
    Tails two = tails(part(0.125, ANY, ANY), part(0.25, ANY, ANY));
    assertEquals(Bound.of(0.375 * 1 + 2 * (3 * 0.25 + 0.5 * 0.5)), two.first(0, 1));
    assertEquals(Bound.of(3 * (0.375 * 1 + 2 * (9 * 0.125 + 0.25 * 0.75))), two.second(0, 1));
    assertEquals(Bound.ZERO, tails().first(0, 7));
    assertEquals(Bound.ZERO, tails().second(0, 7));
  }

  /** Where it is less, the mass times what the form's range allows. */
  @Test
  void aRangeThatIsKnownLimitsThem() {
    Tails narrow = tails(part(0.125, between(1, 1.5), between(-3, 1)));
    assertEquals(Bound.of(0.125 * 0.5), narrow.first(0, 1));
    assertEquals(Bound.of(0.125 * 0.25), narrow.second(0, 1));
    assertEquals(Bound.of(0.125 * 4), narrow.first(1, 1));
    assertEquals(Bound.of(0.125 * 16), narrow.second(1, 1));
    Tails wide = tails(part(0.125, between(-1000, 1), ANY));
    assertEquals(ONE.first(0, 1), wide.first(0, 1));
    assertEquals(ONE.second(0, 1), wide.second(0, 1));
  }

  /** Of a product: either form may be the larger one. */
  @Test
  void productsTakeBothSquares() {
    double first = 3 * (0.125 * 1 + 9 * 0.125 + 0.25 * 0.75);
    double second = 2 * (0.125 * 4 + 16 * 0.75);
    assertEquals(Bound.of(first + second), new Integral.OfProduct(0, 1, 1, 1).beyond(ONE));
    assertEquals(Bound.of(first + second), new Integral.OfProduct(1, 1, 0, 1).beyond(ONE));
    assertEquals(Bound.of(2 * first), new Integral.OfProduct(0, 1, 0, 1).beyond(ONE));
  }

  @Test
  void meansAndExcessesTakeTheFirstMoment() {
    assertEquals(ONE.first(0, 5), new Integral.OfForm(0, 5, ALWAYS).beyond(ONE));
    assertEquals(ONE.first(1, -2), new Integral.OfExcess(1, -2).beyond(ONE));
  }
}
