package surety.certificates.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

class FormValuesTest {
  private static final Rational THIRD = Rational.of(1, 3);

  private static FormValues constant(Rational value) {
    return new FormValues(Interval.of(value), Optional.of(value));
  }

  @Test
  void ofSeveralSetsAllValuesAreKnown() {
    FormValues third = constant(THIRD);
    assertEquals(third, FormValues.either(List.of(third, third)));
    FormValues two = FormValues.either(List.of(third, constant(Rational.ONE)));
    assertEquals(new FormValues(new Interval(THIRD.doubleFloor(), 1), Optional.empty()), two);
    FormValues range = new FormValues(new Interval(0, 2), Optional.empty());
    assertEquals(range, FormValues.either(List.of(third, range)));
    assertEquals(range, FormValues.either(List.of(range, third)));
  }

  @Test
  void aConstantIsDecidedExactly() {
    assertEquals(Optional.of(true), constant(THIRD).decided(Threshold.of(THIRD, true)));
    assertEquals(Optional.of(false), constant(THIRD).decided(Threshold.of(THIRD, false)));
  }

  @Test
  void aRangeIsDecidedByItsEnds() {
    FormValues range = new FormValues(new Interval(0, 2), Optional.empty());
    assertEquals(Optional.of(true), range.decided(Threshold.of(Rational.of(2), true)));
    assertEquals(Optional.empty(), range.decided(Threshold.of(Rational.of(2), false)));
    assertEquals(Optional.of(false), range.decided(Threshold.of(Rational.ZERO, false)));
    assertEquals(Optional.empty(), range.decided(Threshold.of(Rational.ZERO, true)));
  }

  @Test
  void whatIsWidenedIsNoConstant() {
    FormValues one = constant(Rational.ONE);
    assertEquals(one, one.widened(0));
    assertEquals(new FormValues(new Interval(0.5, 1.5), Optional.empty()), one.widened(0.5));
    assertEquals(Interval.WHOLE, one.widened(Double.POSITIVE_INFINITY).range());
  }
}
