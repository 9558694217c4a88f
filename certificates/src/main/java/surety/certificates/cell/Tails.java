package surety.certificates.cell;

import java.util.List;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.arithmetic.ScaledInterval;

/**
 * What lies outside of the branches' root boxes: for each end at which an unbounded coordinate is
 * cut off, all points beyond it, and the law's rest. These half-lines times the other coordinates'
 * whole domains are boxes with infinite sides. Together they cover all that a root box leaves out,
 * so the mass of an event outside of all boxes is at most the sum of the masses of those in which
 * the event is possible, and the integral of the magnitude of something at most the sum of its
 * integrals over them.
 *
 * @param parts one for each end that is cut off, and one for a rest
 * @param isNormalised whether all masses, inside and outside, add up to exactly 1
 */
public record Tails(List<Part> parts, boolean isNormalised) {
  /** Keeps its own list. */
  public Tails {
    parts = List.copyOf(parts);
  }

  /**
   * All points beyond one end.
   *
   * @param mass encloses an upper bound of their mass
   * @param values what is known of each form there
   * @param reach how forms may grow
   * @param first for each coordinate encloses an upper bound of the integral of its distance from a
   *     centre z0
   * @param second the same of the distance's square
   */
  record Part(
      ScaledInterval mass,
      List<FormValues> values,
      Reach reach,
      List<ScaledInterval> first,
      List<ScaledInterval> second) {
    /** Keeps its own lists. */
    Part {
      values = List.copyOf(values);
      first = List.copyOf(first);
      second = List.copyOf(second);
    }

    /** Inputs of which nothing is known but how probable they are at most. */
    static Part rest(ScaledInterval mass, List<FormValues> values) {
      ScaledInterval atMost =
          new ScaledInterval(new Interval(0, mass.value().upper()), mass.scale());
      return new Part(atMost, values, Reach.UNKNOWN, List.of(), List.of());
    }

    private boolean allows(CompiledEvent event) {
      CompiledEvent open = event.simplified(c -> values.get(c.form()).decided(c.threshold()));
      return !open.equals(CompiledEvent.Decided.NEVER);
    }

    private ScaledInterval first(int form, double m) {
      double constant = reach.atCentre.get(form).minus(Interval.of(m)).magnitude();
      ScaledInterval grown = mass.times(Interval.of(constant));
      for (int q = 0; q < first.size(); q++) {
        double growth = reach.growth.get(form)[q];
        grown = growth == 0 ? grown : grown.plus(first.get(q).times(Interval.of(growth)));
      }
      return grown;
    }

    private ScaledInterval second(int form, double m) {
      ScaledInterval grown = mass.times(reach.atCentre.get(form).minus(Interval.of(m)).square());
      int terms = 1;
      for (int q = 0; q < second.size(); q++) {
        double growth = reach.growth.get(form)[q];
        if (growth != 0) {
          terms++;
          double square = Rounding.multiplyUp(growth, growth);
          grown = grown.plus(second.get(q).times(Interval.of(square)));
        }
      }
      return grown.times(Interval.of(terms));
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
    /** Where nothing is known. */
    static final Reach UNKNOWN = new Reach(List.of(), List.of());

    boolean isKnown() {
      return !atCentre.isEmpty();
    }
  }

  /** An upper bound of the mass of an event outside of the root boxes. */
  public ScaledInterval mass(CompiledEvent event) {
    ScaledInterval sum = ScaledInterval.ZERO;
    for (Part part : parts) {
      if (part.allows(event)) {
        sum = Scales.limited(sum.plus(part.mass));
      }
    }
    return sum;
  }

  /** An upper bound of the integral of {@code |g - m|} outside of the root boxes. */
  public Bound first(int form, double m) {
    ScaledInterval sum = ScaledInterval.ZERO;
    for (Part part : parts) {
      Interval range = part.values.get(form).range().minus(Interval.of(m));
      ScaledInterval most = part.mass.times(Interval.of(range.magnitude()));
      sum =
          Scales.limited(sum.plus(part.reach.isKnown() ? lesser(part.first(form, m), most) : most));
    }
    return upper(sum);
  }

  /**
   * An upper bound of the integral of {@code (g - m)^2} outside of the root boxes: the square of a
   * sum of k numbers is at most k times the sum of their squares.
   */
  public Bound second(int form, double m) {
    ScaledInterval sum = ScaledInterval.ZERO;
    for (Part part : parts) {
      Interval range = part.values.get(form).range().minus(Interval.of(m));
      ScaledInterval most = part.mass.times(range.square());
      sum =
          Scales.limited(
              sum.plus(part.reach.isKnown() ? lesser(part.second(form, m), most) : most));
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
