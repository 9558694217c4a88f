package surety.certificates.cell;

import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.ScaledInterval;

/** A leaf for tests that ask it for masses only. */
interface MassLeaf extends EvaluatedLeaf {
  @Override
  default Interval integral(int form, double centre) {
    return Interval.WHOLE;
  }

  @Override
  default Interval product(int form, double centre, int other, double otherCentre) {
    return Interval.WHOLE;
  }

  @Override
  default Interval excess(int form, double t) {
    return Interval.WHOLE;
  }

  /** Tails of no more than masses, each with the range of the only form. */
  static Tails.Part tail(double mass, Interval range) {
    return new Tails.Part(
        new ScaledInterval(new Interval(0, mass), 0),
        List.of(new FormValues(range, Optional.empty())),
        Tails.Reach.UNKNOWN,
        List.of(),
        List.of());
  }
}
