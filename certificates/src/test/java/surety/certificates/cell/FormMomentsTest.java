package surety.certificates.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

class FormMomentsTest {
  /** Knows nothing. */
  private static final FormMoments NOTHING =
      new FormMoments() {
        @Override
        public Interval first(int form, double centre) {
          return Interval.WHOLE;
        }

        @Override
        public Interval second(int first, double a, int second, double b) {
          return Interval.WHOLE;
        }
      };

  @Test
  void probabilitiesAndExcessesAreAllThatTheyCanBe() {
    assertEquals(Interval.of(0, 1), NOTHING.probability(0, Threshold.of(Rational.ONE, true)));
    assertEquals(Interval.of(0, Double.POSITIVE_INFINITY), NOTHING.excess(0, 1));
  }
}
