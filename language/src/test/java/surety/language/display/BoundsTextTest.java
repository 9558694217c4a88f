package surety.language.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.EvenThresholds;
import surety.certificates.statement.MomentsClaim;

class BoundsTextTest {
  private static final int CASES = 300;

  @Test
  void theIntervalIsRoundedOutwardAndHardlyWider() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < CASES; i++) {
      Dyadic lower = Dyadic.of(random.nextDouble());
      Dyadic upper = lower.plus(Dyadic.of(random.nextDouble()).shift(-random.nextInt(45)));
      String[] ends = ends(BoundsText.of(Bound.of(lower), Bound.of(upper), List.of()));
      BigDecimal low = new BigDecimal(ends[0]);
      BigDecimal high = new BigDecimal(ends[1]);
      assertTrue(low.compareTo(DecimalsTest.exact(lower)) <= 0);
      assertTrue(high.compareTo(DecimalsTest.exact(upper)) >= 0);
      BigDecimal width = DecimalsTest.exact(upper.minus(lower));
      assertTrue(high.subtract(low).compareTo(width.multiply(new BigDecimal("1.1"))) <= 0);
    }
  }

  @Test
  void anEndAloneIsRoundedOutwardAndStaysOnItsSide() {
    SplittableRandom random = new SplittableRandom(8);
    for (int i = 0; i < CASES; i++) {
      Dyadic limit = Dyadic.of(random.nextDouble());
      Dyadic distance = Dyadic.of(random.nextDouble()).shift(-random.nextInt(40));
      List<Rational> limits = List.of(limit.toRational());
      Dyadic above = limit.plus(distance);
      Rational low = Rational.parse(BoundsText.floor(Bound.of(above), limits, 2).toString());
      assertTrue(low.compareTo(above.toRational()) <= 0);
      assertTrue(low.compareTo(limit.toRational()) > 0 || distance.signum() == 0);
      Dyadic below = limit.minus(distance);
      Rational high = Rational.parse(BoundsText.ceiling(Bound.of(below), limits, 2).toString());
      assertTrue(high.compareTo(below.toRational()) >= 0);
      assertTrue(high.compareTo(limit.toRational()) < 0 || distance.signum() == 0);
    }
  }

  @Test
  void anEndAloneHasFewDigitsWhereTheyAreEnough() {
    List<Rational> limits = List.of(Rational.of(1, 2));
    assertEquals("0.124", BoundsText.ceiling(Bound.of(0.12345), limits, 3).toString());
    assertEquals("0.123", BoundsText.floor(Bound.of(0.12345), limits, 3).toString());
    assertEquals("0.49999", BoundsText.ceiling(Bound.of(0.499981), limits, 3).toString());
  }

  @Test
  void aWideIntervalIsShort() {
    assertEquals(
        "[0.1234, 0.6543]", BoundsText.of(Bound.of(0.123401), Bound.of(0.654299), List.of()));
  }

  @Test
  void anExactProbabilityIsExact() {
    assertEquals("[0.5, 0.5]", BoundsText.of(Bound.of(0.5), Bound.of(0.5), List.of()));
    assertEquals("[0, 1]", BoundsText.of(Bound.ZERO, Bound.ONE, List.of()));
  }

  @Test
  void anUpperBoundJustBelowTheLimitIsNotShownAsTheLimit() {
    String text =
        BoundsText.of(Bound.of(0.001), Bound.of(0.0099999999), List.of(Rational.of(1, 100)));
    assertTrue(new BigDecimal(ends(text)[1]).compareTo(new BigDecimal("0.01")) < 0, text);
  }

  @Test
  void massesBelowEveryDoubleAreShown() {
    Dyadic tiny = Dyadic.of(1.5).shift(-1163);
    assertTrue(BoundsText.of(Bound.of(tiny), Bound.of(tiny), List.of()).contains("e-350"));
  }

  @Test
  void aBandHasOnePointOrSeveral() {
    AffineForm form = AffineForm.ofOutput(0, 2);
    BandClaim one = new BandClaim(form, new EvenThresholds(1));
    assertEquals("1 point, gap 0.251", BoundsText.ofSeveral(one, Bound.of(0.2501)));
    BandClaim two = new BandClaim(form, new EvenThresholds(2));
    assertEquals("2 points, largest gap 0", BoundsText.ofSeveral(two, Bound.ZERO));
  }

  @Test
  void momentsAreThoseOfOneSumOrSeveral() {
    AffineForm form = AffineForm.ofOutput(0, 2);
    assertEquals(
        "2 moments of 1 output, largest gap 0.251",
        BoundsText.ofSeveral(new MomentsClaim(List.of(form)), Bound.of(0.2501)));
    assertEquals(
        "5 moments of 2 outputs, largest gap infinity",
        BoundsText.ofSeveral(
            new MomentsClaim(List.of(form, AffineForm.ofOutput(1, 2))), Bound.INFINITY));
  }

  private static String[] ends(String text) {
    return text.substring(1, text.length() - 1).split(", ");
  }
}
