package surety.certificates.cell;

import java.util.List;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Interval;

/** The integral of something over all inputs. */
sealed interface Integral extends Measure {

  /** Encloses a leaf's part of it, in the leaf's units. */
  Interval of(EvaluatedLeaf leaf);

  /** Bounds what lies outside of the root box. */
  Bound beyond(Tails tails);

  /** Encloses all of it by what is known without a tree. */
  Interval whole(FormMoments moments);

  @Override
  default Account open() {
    return new Sum(this);
  }

  @Override
  default List<Enclosure> of(FormMoments moments) {
    return List.of(Enclosure.of(whole(moments)));
  }

  /** The sum over the leaves. */
  final class Sum implements Account {
    private final Integral integral;
    private final SignedSum sum = new SignedSum();

    Sum(Integral integral) {
      this.integral = integral;
    }

    @Override
    public void add(EvaluatedLeaf leaf) {
      sum.add(integral.of(leaf), leaf.scale());
    }

    @Override
    public void addAll(Account other) {
      sum.add(((Sum) other).sum);
    }

    @Override
    public List<Enclosure> bounds(Tails tails) {
      return List.of(sum.plusOrMinus(integral.beyond(tails)));
    }
  }

  /**
   * Of a form less a number, over an event. Where the event is open, either its mass times the
   * form's range, or all of the leaf less the same of the complement.
   */
  record OfForm(int form, double centre, CompiledEvent given) implements Integral {
    @Override
    public Interval of(EvaluatedLeaf leaf) {
      CompiledEvent open =
          leaf.reduced(given).simplified(c -> leaf.decided(c.form(), c.threshold()));
      if (open.equals(CompiledEvent.Decided.NEVER)) {
        return Interval.ZERO;
      }
      Interval all = leaf.integral(form, centre);
      if (open.equals(CompiledEvent.Decided.ALWAYS)) {
        return all;
      }
      Interval range = leaf.range(form).minus(Interval.of(centre));
      if (!range.isBounded()) {
        return Interval.WHOLE;
      }
      EventMass mass = EventMass.of(open, leaf);
      return mass.inside().times(range).intersect(all.minus(mass.outside().times(range)));
    }

    @Override
    public Bound beyond(Tails tails) {
      return tails.first(form, centre);
    }

    @Override
    public Interval whole(FormMoments moments) {
      if (given.equals(CompiledEvent.Decided.NEVER)) {
        return Interval.ZERO;
      }
      return given.equals(CompiledEvent.Decided.ALWAYS)
          ? moments.first(form, centre)
          : Interval.WHOLE;
    }
  }

  /** Of the product of two forms, each less a number. */
  record OfProduct(int first, double firstCentre, int second, double secondCentre)
      implements Integral {
    @Override
    public Interval of(EvaluatedLeaf leaf) {
      return leaf.product(first, firstCentre, second, secondCentre);
    }

    /**
     * The magnitude of a product is at most the greater of the squares, and so at most their sum.
     */
    @Override
    public Bound beyond(Tails tails) {
      return Enclosure.sum(tails.second(first, firstCentre), tails.second(second, secondCentre));
    }

    @Override
    public Interval whole(FormMoments moments) {
      return moments.second(first, firstCentre, second, secondCentre);
    }
  }

  /** Of max(form - t, 0), which is at most |form - t|. */
  record OfExcess(int form, double t) implements Integral {
    @Override
    public Interval of(EvaluatedLeaf leaf) {
      return leaf.excess(form, t);
    }

    @Override
    public Bound beyond(Tails tails) {
      return tails.first(form, t);
    }

    @Override
    public Interval whole(FormMoments moments) {
      return moments.excess(form, t);
    }
  }
}
