package surety.certificates.cell;

import java.util.List;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.arithmetic.ScaledInterval;

/**
 * What lies outside of the root box: for each end at which an unbounded coordinate is cut off, all
 * points beyond it. These half-lines times the other coordinates' whole domains are boxes with
 * infinite sides. Together they cover all that the root box leaves out, so the probability of an
 * event outside of it is at most the sum of the masses of those in which the event is possible, and
 * the integral of the magnitude of something at most the sum of its integrals over them.
 *
 * @param parts one for each end that is cut off
 * @param reach how forms may grow; of no form, if none is integrated
 */
public record Tails(List<Part> parts, Reach reach) {
  /** Keeps its own list. */
  public Tails {
    parts = List.copyOf(parts);
  }

  /**
   * All points beyond one end.
   *
   * @param mass encloses an upper bound of their probability
   * @param values what is known of each form there
   * @param first for each coordinate encloses an upper bound of the integral of its distance from a
   *     centre z0
   * @param second the same of the distance's square
   */
  record Part(
      ScaledInterval mass,
      List<FormValues> values,
      List<ScaledInterval> first,
      List<ScaledInterval> second) {
    /** Keeps its own lists. */
    Part {
      values = List.copyOf(values);
      first = List.copyOf(first);
      second = List.copyOf(second);
    }

    private boolean allows(CompiledEvent event) {
      CompiledEvent open = event.simplified(c -> values.get(c.form()).decided(c.threshold()));
      return !open.equals(CompiledEvent.Decided.NEVER);
    }
  }

  /**
   * How far forms may be from their values at the centre: {@code |g(z) - g(z0)| <= sum_q growth_q
   * |z_q - z0_q|}.
   *
   * @param atCentre encloses each form's value at z0
   * @param growth for each form one number for each coordinate
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Reach(List<Interval> atCentre, List<double[]> growth) {
    /** Of no forms. */
    static final Reach NONE = new Reach(List.of(), List.of());
  }

  /** An upper bound of the probability that an event happens outside of the root box. */
  public ScaledInterval mass(CompiledEvent event) {
    ScaledInterval sum = ScaledInterval.ZERO;
    for (Part part : parts) {
      if (part.allows(event)) {
        sum = Scales.limited(sum.plus(part.mass));
      }
    }
    return sum;
  }

  /** An upper bound of the integral of {@code |g - m|} outside of the root box. */
  Bound first(int form, double m) {
    ScaledInterval sum = ScaledInterval.ZERO;
    for (Part part : parts) {
      double constant = reach.atCentre.get(form).minus(Interval.of(m)).magnitude();
      ScaledInterval grown = part.mass.times(Interval.of(constant));
      for (int q = 0; q < part.first.size(); q++) {
        double growth = reach.growth.get(form)[q];
        grown = growth == 0 ? grown : grown.plus(part.first.get(q).times(Interval.of(growth)));
      }
      double most = part.values.get(form).range().minus(Interval.of(m)).magnitude();
      sum = Scales.limited(sum.plus(lesser(grown, part.mass.times(Interval.of(most)))));
    }
    return upper(sum);
  }

  /**
   * An upper bound of the integral of {@code (g - m)^2} outside of the root box: the square of a
   * sum of k numbers is at most k times the sum of their squares.
   */
  Bound second(int form, double m) {
    ScaledInterval sum = ScaledInterval.ZERO;
    for (Part part : parts) {
      Interval constant = reach.atCentre.get(form).minus(Interval.of(m)).square();
      ScaledInterval grown = part.mass.times(constant);
      int terms = 1;
      for (int q = 0; q < part.second.size(); q++) {
        double growth = reach.growth.get(form)[q];
        if (growth != 0) {
          terms++;
          double square = Rounding.multiplyUp(growth, growth);
          grown = grown.plus(part.second.get(q).times(Interval.of(square)));
        }
      }
      Interval range = part.values.get(form).range().minus(Interval.of(m));
      sum =
          Scales.limited(
              sum.plus(lesser(grown.times(Interval.of(terms)), part.mass.times(range.square()))));
    }
    return upper(sum);
  }

  /** The one with the lesser upper end, of two upper bounds of the same. */
  private static ScaledInterval lesser(ScaledInterval a, ScaledInterval b) {
    return upper(a).compareTo(upper(b)) <= 0 ? a : b;
  }

  private static Bound upper(ScaledInterval number) {
    return Double.isInfinite(number.value().upper()) ? Bound.INFINITY : Bound.of(number.upper());
  }
}
