package surety.language.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.EvenThresholds;
import surety.certificates.statement.Limit;
import surety.certificates.statement.Quantity;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.Range;

class ClaimsTest {
  private static final int CASES = 1000;

  /** Rounding what is required could put the bounds on its other side. */
  @Test
  void whatIsRequiredIsNeverRounded() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < CASES; i++) {
      Rational limit =
          random.nextBoolean()
              ? Rational.of(random.nextLong(1L << 60), 1 + random.nextLong(1L << 60))
              : Rational.parse(random.nextInt(1000) + "e-" + random.nextInt(400));
      Comparison comparison = List.of(Comparison.values()).get(random.nextInt(4));
      String words = Claims.required(new Limit(comparison, limit));
      String symbol = comparison.symbol() + " ";
      assertTrue(words.startsWith(symbol), words);
      assertEquals(limit, Rational.parse(words.substring(symbol.length())));
    }
  }

  @Test
  void aRangeIsAnInterval() {
    Range range = new Range(Rational.of(1, 10), Rational.of(1, 3));
    assertEquals("in [0.1, 1/3]", Claims.required(range));
  }

  @Test
  void cdfsAreProbabilitiesAndMeansAreNone() {
    AffineForm form = AffineForm.ofOutput(0, 1);
    assertTrue(Claims.isProbability(new BandClaim(form, new EvenThresholds(5))));
    Atom atom = new Atom(form, Comparison.LESS, Rational.ONE);
    assertTrue(Claims.isProbability(new QuantityClaim(atom, Optional.empty())));
    Quantity mean = new Quantity.Mean(form, Optional.empty());
    assertFalse(Claims.isProbability(new QuantityClaim(mean, Optional.empty())));
  }
}
