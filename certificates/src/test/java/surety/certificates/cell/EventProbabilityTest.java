package surety.certificates.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

class EventProbabilityTest {
  private static final CompiledEvent EVENT =
      new CompiledEvent.Comparison(0, Threshold.of(Rational.ZERO, true), true);

  private static EnclosedSum sum(double lower, double upper) {
    EnclosedSum sum = new EnclosedSum();
    sum.add(new Interval(lower, upper), 0);
    return sum;
  }

  /** A tail on either side of the threshold. */
  private static Tails tails(double ofEvent, double ofRest) {
    List<Tails.Part> parts = new ArrayList<>();
    for (boolean happens : new boolean[] {true, false}) {
      double mass = happens ? ofEvent : ofRest;
      Interval range = happens ? Interval.of(-2, -1) : Interval.of(1, 2);
      if (mass > 0) {
        parts.add(MassLeaf.tail(mass, range));
      }
    }
    return new Tails(parts, true);
  }

  /** One that may be on both sides. */
  private static Tails anywhere(double mass) {
    return new Tails(List.of(MassLeaf.tail(mass, Interval.WHOLE)), true);
  }

  private static Enclosure probability(
      CompiledEvent event, EnclosedSum inside, EnclosedSum outside, Tails tails) {
    return EventProbability.probability(event, inside.bounds(), outside.bounds(), tails);
  }

  private static Enclosure of(double a, double b, double c, double d, double tails) {
    return probability(EVENT, sum(a, b), sum(c, d), anywhere(tails));
  }

  private static void require(double lower, double upper, Enclosure bounds) {
    assertEquals(Bound.of(lower), bounds.lower());
    assertEquals(Bound.of(upper), bounds.upper());
  }

  @Test
  void theTighterOfEventAndRest() {
    require(0.25, 0.75, of(0.25, 0.75, 0, 1, 0));
    require(0.375, 0.625, of(0, 1, 0.375, 0.625, 0));
    require(0.375, 0.75, of(0.25, 0.75, 0, 0.625, 0));
  }

  @Test
  void tailsMayBeAnywhere() {
    require(0.25, 0.75, of(0.25, 0.5, 0, 1, 0.25));
    require(0.125, 0.625, of(0, 1, 0.375, 0.625, 0.25));
    require(0, 1, of(0, 0, 0, 0, 1));
  }

  @Test
  void eachTailCountsOnItsSideOnly() {
    EnclosedSum inside = sum(0.25, 0.5);
    EnclosedSum outside = sum(0.25, 0.5);
    require(0.25, 0.75, probability(EVENT, inside, outside, tails(0.25, 0.5)));
    require(0.25, 0.75, probability(EVENT.negated(), inside, outside, tails(0.5, 0.25)));
    require(0.5, 0.5, probability(EVENT, inside, outside, tails(0, 0)));
    EnclosedSum most = sum(0.5, 1);
    require(0, 0, probability(EVENT, sum(0, 0), most, tails(0, 0.5)));
  }

  @Test
  void whatIsDecidedHappensInTheTailsToo() {
    for (Tails tails : List.of(tails(0, 0), anywhere(1), tails(0.5, 0.5))) {
      EnclosedSum none = new EnclosedSum();
      require(1, 1, probability(CompiledEvent.Decided.ALWAYS, none, none, tails));
      require(0, 0, probability(CompiledEvent.Decided.NEVER, none, none, tails));
    }
  }

  @Test
  void boundsAreProbabilities() {
    require(0, 1, of(0, 3, 0, 2, 0.5));
    require(0, 1, of(0, 0x1p1000, 0, 0x1p1000, 0));
  }

  @Test
  void boundsAreRoundedOutward() {
    EnclosedSum fine = sum(0.5, 0.5);
    fine.add(Interval.ONE, -80);
    Tails none = tails(0, 0);
    require(0.5, Math.nextUp(0.5), probability(EVENT, fine, sum(0, 1), none));
    EnclosedSum far = new EnclosedSum();
    far.add(Interval.of(3, 3), -5000);
    Bound tiny = Bound.of(new Dyadic(BigInteger.valueOf(3), -5000));
    assertEquals(new Enclosure(tiny, tiny), probability(EVENT, far, sum(0, 1), none));
  }
}
