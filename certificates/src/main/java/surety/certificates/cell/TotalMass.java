package surety.certificates.cell;

import java.util.List;
import surety.certificates.arithmetic.Enclosure;

/** The mass of everything, where it need not be 1. */
record TotalMass() implements Measure {
  @Override
  public Account open() {
    return new Sum();
  }

  /** Moments are those of laws of which all masses add up to 1. */
  @Override
  public List<Enclosure> of(FormMoments moments) {
    return List.of(Enclosure.ONE);
  }

  /** The leaves' masses. */
  private static final class Sum implements Account {
    private final EnclosedSum sum = new EnclosedSum();

    @Override
    public void add(EvaluatedLeaf leaf) {
      sum.add(leaf.mass(), leaf.scale());
    }

    @Override
    public void addAll(Account other) {
      sum.add(((Sum) other).sum);
    }

    @Override
    public List<Enclosure> bounds(Tails tails) {
      EnclosedSum.Bounds inside = sum.bounds();
      return List.of(
          Enclosure.of(
              inside.lower(),
              inside.upper().plus(tails.mass(CompiledEvent.Decided.ALWAYS).upper())));
    }
  }
}
