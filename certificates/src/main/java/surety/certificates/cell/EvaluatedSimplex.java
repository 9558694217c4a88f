package surety.certificates.cell;

import java.util.Optional;
import surety.certificates.arithmetic.Extremes;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.ScaledInterval;
import surety.certificates.bounds.SimplexBounds;
import surety.certificates.integral.CentredBounds;
import surety.certificates.integral.PartialMoments;
import surety.certificates.integral.SimplexIntegrals;
import surety.certificates.integral.SimplexMoments;

/** A simplex as a leaf, with affine bounds of each form. */
final class EvaluatedSimplex implements EvaluatedLeaf {
  private final SimplexCell cell;
  private final SimplexBounds bounds;
  private final int degree;
  private final LeafValues values;
  private final SimplexPart[] parts;
  private final Interval mass;
  private final int scale;
  private final boolean isKnown;
  private Optional<SimplexIntegrals> integrals = Optional.empty();

  /**
   * With bounds that a proof's rule chooses; any choice is sound.
   *
   * @param firstOwnLevel from which level on it has bounds of its own
   * @param degree of the density's form that its parts are integrated with, at most
   */
  EvaluatedSimplex(SimplexCell cell, int firstOwnLevel, int degree) {
    this.cell = cell;
    this.degree = degree;
    this.bounds = cell.bounds(firstOwnLevel);
    this.values = new LeafValues(cell.family().domain(), bounds);
    this.parts = new SimplexPart[2 * cell.family().domain().problem().forms().size()];
    Interval computed = cell.mass();
    this.isKnown = computed.isBounded();
    ScaledInterval most = cell.family().domain().greatestMass();
    this.scale = isKnown ? cell.family().density().scale() : most.scale();
    this.mass = isKnown ? computed : most.value(); // overflowed, but a part of all
  }

  /** Minus a form lies between minus its upper and minus its lower bound. */
  private SimplexPart part(int form, boolean isTurned) {
    int index = 2 * form + (isTurned ? 1 : 0);
    if (parts[index] == null) {
      double[] lower = bounds.lower(form);
      double[] upper = bounds.upper(form);
      parts[index] =
          isTurned
              ? new SimplexPart(
                  cell, mass.upper(), Extremes.negated(upper), Extremes.negated(lower), degree)
              : new SimplexPart(cell, mass.upper(), lower, upper, degree);
    }
    return parts[index];
  }

  @Override
  public int scale() {
    return scale;
  }

  @Override
  public Interval mass() {
    return mass;
  }

  @Override
  public Optional<Boolean> decided(int form, Threshold threshold) {
    return values.decided(form, threshold);
  }

  @Override
  public Interval below(int form, boolean isTurned, Threshold threshold) {
    return isKnown ? part(form, isTurned).below(threshold) : mass;
  }

  /** Not looked for: a simplex is cut where such a comparison is. */
  @Override
  public boolean implies(CompiledEvent.Comparison event, CompiledEvent.Comparison other) {
    return false;
  }

  @Override
  public Interval range(int form) {
    return values.range(form);
  }

  private SimplexIntegrals integrals() {
    if (integrals.isEmpty()) {
      SimplexMoments moments =
          new SimplexMoments(cell.form(), cell.volumeLower(), cell.volumeUpper());
      integrals = Optional.of(new SimplexIntegrals(moments));
    }
    return integrals.get();
  }

  private CentredBounds centred(int form, double centre) {
    return CentredBounds.overSimplex(bounds.lower(form), bounds.upper(form), centre);
  }

  @Override
  public Interval integral(int form, double centre) {
    return isKnown ? integrals().of(centred(form, centre)) : Interval.WHOLE;
  }

  @Override
  public Interval product(int form, double centre, int other, double otherCentre) {
    if (!isKnown) {
      return Interval.WHOLE;
    }
    return form == other && centre == otherCentre
        ? integrals().ofSquare(centred(form, centre))
        : integrals().ofProduct(centred(form, centre), centred(other, otherCentre));
  }

  @Override
  public Interval excess(int form, double t) {
    return isKnown
        ? new PartialMoments(cell.form(), cell.volumeLower(), cell.volumeUpper())
            .above(bounds.lower(form), bounds.upper(form), t)
        : Interval.WHOLE;
  }
}
