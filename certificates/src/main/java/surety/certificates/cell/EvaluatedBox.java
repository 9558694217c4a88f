package surety.certificates.cell;

import java.util.Optional;
import surety.certificates.arithmetic.Extremes;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.ScaledInterval;
import surety.certificates.bounds.BoxForms;
import surety.certificates.integral.BoxIntegrals;
import surety.certificates.integral.BoxPart;
import surety.certificates.integral.CentredBounds;

/** A box as a leaf, with affine bounds of each form. */
final class EvaluatedBox implements EvaluatedLeaf {
  private static final Interval UNKNOWN = new Interval(0, Double.POSITIVE_INFINITY);

  private final BoxCell cell;
  private final BoxForms bounds;
  private Optional<BoxPart> part = Optional.empty();
  private final BoxComparisons comparisons;
  private final Interval mass;
  private Optional<Interval> spread = Optional.empty();
  private final int scale;
  private final boolean isKnown;

  EvaluatedBox(BoxCell cell) {
    this.cell = cell;
    this.bounds = cell.bounds();
    this.comparisons = new BoxComparisons(cell.domain(), bounds);
    ScaledInterval scaled = cell.mass();
    int group = Scales.group(scaled.scale());
    Interval computed = nonnegative(scaled.value().scaledBy(scaled.scale() - group));
    this.isKnown = computed.isBounded();
    ScaledInterval most = cell.domain().greatestMass();
    this.scale = isKnown ? group : most.scale();
    this.mass = isKnown ? computed : most.value(); // overflowed, but a part of all
  }

  private static Interval nonnegative(Interval mass) {
    return mass.lower() < 0 ? new Interval(0, Math.max(0, mass.upper())) : mass;
  }

  /** Encloses density times volume over the whole box, in units of {@code 2^scale}. */
  private Interval spread() {
    if (spread.isEmpty()) {
      Optional<ScaledInterval> scaled = cell.domain().spread(cell.sides());
      spread = Optional.of(scaled.map(s -> nonnegative(inUnits(s))).orElse(UNKNOWN));
    }
    return spread.get();
  }

  private Interval inUnits(ScaledInterval number) {
    long power = (long) number.scale() - scale;
    int bounded = (int) Math.max(-4000, Math.min(4000, power));
    return bounded == power ? number.value().scaledBy(bounded) : UNKNOWN;
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
  public CompiledEvent reduced(CompiledEvent event) {
    return cell.reduced(event);
  }

  @Override
  public Optional<Boolean> decided(int form, Threshold threshold) {
    return comparisons.decided(form, threshold);
  }

  @Override
  public boolean implies(CompiledEvent.Comparison event, CompiledEvent.Comparison other) {
    return comparisons.implies(event, other);
  }

  @Override
  public Interval range(int form) {
    return comparisons.values().range(form);
  }

  private CentredBounds centred(int form, double centre) {
    return CentredBounds.overBox(bounds.lower(form), bounds.upper(form), centre);
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
    BoxIntegrals integrals = integrals();
    return form == other && centre == otherCentre
        ? integrals.ofSquare(centred(form, centre))
        : integrals.ofProduct(centred(form, centre), centred(other, otherCentre));
  }

  @Override
  public Interval excess(int form, double t) {
    return isKnown ? integrals().above(bounds.lower(form), bounds.upper(form), t) : Interval.WHOLE;
  }

  @Override
  public Interval below(int form, boolean isTurned, Threshold threshold) {
    if (!isKnown) {
      return mass;
    }
    return isTurned
        ? below(
            Extremes.negated(bounds.upper(form)), Extremes.negated(bounds.lower(form)), threshold)
        : below(bounds.lower(form), bounds.upper(form), threshold);
  }

  @Override
  public double both(CompiledEvent.Comparison one, CompiledEvent.Comparison other) {
    return isKnown ? part().least(JoinedForms.greater(bounds, one, other), 0) : 0;
  }

  private BoxIntegrals integrals() {
    return new BoxIntegrals(mass, spread(), cell.deviations());
  }

  private BoxPart part() {
    if (part.isEmpty()) {
      part = Optional.of(new BoxPart(mass, cell.deviations(), this::spread));
    }
    return part.get();
  }

  /** The part where a function between two affine ones is below a threshold. */
  private Interval below(double[] lowerForm, double[] upperForm, Threshold threshold) {
    double upper = mass.upper();
    if (!threshold.mayInclude(BoxForms.greatest(lowerForm))) {
      upper = part().greatest(lowerForm, threshold.outer());
    }
    double lower = part().least(upperForm, threshold.inner());
    return new Interval(Math.min(lower, upper), upper);
  }
}
