package surety.certificates.cell;

import java.util.List;
import java.util.function.BiFunction;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.arithmetic.ScaledInterval;

/** The probability of an event. */
record EventProbability(CompiledEvent event) implements Measure {

  @Override
  public Account open() {
    return new Sums(event);
  }

  @Override
  public List<Enclosure> of(FormMoments moments) {
    return List.of(Enclosure.of(probability(event, moments::probability)));
  }

  /**
   * Of a combination by the inequalities of Frechet: all parts happen with at most the probability
   * of any of them, and do not with at most the sum of those of their complements.
   *
   * @param below encloses the probability that a form is at most, or below, a threshold
   */
  static Interval probability(CompiledEvent event, BiFunction<Integer, Threshold, Interval> below) {
    if (event instanceof CompiledEvent.Decided decided) {
      return decided.happens() ? Interval.ONE : Interval.ZERO;
    }
    if (event instanceof CompiledEvent.Comparison c) {
      Interval probability = below.apply(c.form(), c.threshold());
      return c.isBelow() ? probability : Interval.ONE.minus(probability);
    }
    CompiledEvent.Combination of = (CompiledEvent.Combination) event;
    if (!of.all()) {
      return Interval.ONE.minus(probability(of.negated(), below));
    }
    double missing = 0;
    double most = 1;
    for (CompiledEvent part : of.parts()) {
      Interval probability = probability(part, below);
      missing = Rounding.addUp(missing, Rounding.subtractUp(1, probability.lower()));
      most = Math.min(most, probability.upper());
    }
    return new Interval(Math.max(0, Rounding.subtractDown(1, missing)), most);
  }

  /** Sums over the leaves of what is in the event, and of what is not. */
  static final class Sums implements Account {
    private final CompiledEvent event;
    private final EnclosedSum inside = new EnclosedSum();
    private final EnclosedSum outside = new EnclosedSum();

    Sums(CompiledEvent event) {
      this.event = event;
    }

    @Override
    public void add(EvaluatedLeaf leaf) {
      if (!(event instanceof CompiledEvent.Decided)) {
        EventMass mass = EventMass.of(leaf.reduced(event), leaf);
        inside.add(mass.inside(), leaf.scale());
        outside.add(mass.outside(), leaf.scale());
      }
    }

    @Override
    public void addAll(Account other) {
      Sums sums = (Sums) other;
      inside.add(sums.inside);
      outside.add(sums.outside);
    }

    @Override
    public List<Enclosure> bounds(Tails tails) {
      return List.of(probability(event, inside.bounds(), outside.bounds(), tails));
    }
  }

  /**
   * Bounds from the sums over all leaves. What always or never happens does so outside of the root
   * boxes, too. Else the leaves and what is outside are all there is: with x the mass of the event
   * and y that of the rest, the probability is x / (x + y), which rises with x and falls with y. If
   * all masses add up to exactly 1 it is x, and 1 - y.
   */
  static Enclosure probability(
      CompiledEvent event, EnclosedSum.Bounds inside, EnclosedSum.Bounds outside, Tails tails) {
    if (event instanceof CompiledEvent.Decided decided) {
      return decided.happens() ? Enclosure.ONE : Enclosure.ZERO;
    }
    Dyadic eventUpper = inside.upper().plus(upper(tails.mass(event)));
    Dyadic restUpper = outside.upper().plus(upper(tails.mass(event.negated())));
    if (!tails.isNormalised()) {
      return Enclosure.share(
          Enclosure.of(inside.lower(), eventUpper), Enclosure.of(outside.lower(), restUpper));
    }
    Bound lower = max(inside.lower(), Dyadic.ONE.minus(restUpper), Dyadic.ZERO);
    Bound upper =
        Enclosure.min(
            Bound.of(eventUpper),
            Enclosure.min(Bound.of(Dyadic.ONE.minus(outside.lower())), Bound.ONE));
    return new Enclosure(lower, upper).rounded();
  }

  private static Dyadic upper(ScaledInterval mass) {
    return mass.upper();
  }

  private static Bound max(Dyadic a, Dyadic b, Dyadic c) {
    return Enclosure.max(Bound.of(a), Enclosure.max(Bound.of(b), Bound.of(c)));
  }
}
