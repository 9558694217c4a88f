package surety.solver.bounding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Curvature;
import surety.certificates.activation.Section;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;

/**
 * An activation f between two points, where it does not turn, continued as a constant on either
 * side: {@code f(min(max(x, from), to))} where it rises, and {@code f(min(max(-x, from), to))}
 * where it falls, which rises as well. From either a number may be subtracted, f's value at a turn.
 * So each activation is the sum of such parts ({@link MonotoneParts}).
 */
final class ActivationPart implements MonotoneFunction {
  private final Activation activation;
  private final boolean isMirrored;
  private final Turn from;
  private final Turn to;
  private final Optional<Turn> zero;

  /** Ascending, those of this part. */
  private final List<Section> sections = new ArrayList<>();

  /** For each of them the activation's; none where this part is constant. */
  private final List<Optional<Section>> originals = new ArrayList<>();

  private ActivationPart(
      Activation activation, boolean isMirrored, Turn from, Turn to, Optional<Turn> zero) {
    this.activation = activation;
    this.isMirrored = isMirrored;
    this.from = from;
    this.to = to;
    this.zero = zero;
    collectSections();
  }

  /** An activation that never decreases, as a whole. */
  static ActivationPart of(Activation activation) {
    return rising(activation, Turn.NONE_BEFORE, Turn.NONE_BEHIND);
  }

  /** The part of an activation between two points, between which it does not decrease. */
  static ActivationPart rising(Activation activation, Turn from, Turn to) {
    return new ActivationPart(activation, false, from, to, Optional.empty());
  }

  /** As a function of -x, the part between two points, between which it does not increase. */
  static ActivationPart falling(Activation activation, Turn from, Turn to) {
    return new ActivationPart(activation, true, from, to, Optional.empty());
  }

  /** The same less its value at one of its two ends. */
  ActivationPart lessValueAt(Turn turn) {
    return new ActivationPart(activation, isMirrored, from, to, Optional.of(turn));
  }

  private void collectSections() {
    if (from.from() > Double.NEGATIVE_INFINITY) {
      add(new Section(Double.NEGATIVE_INFINITY, from.from(), Curvature.LINEAR), Optional.empty());
    }
    for (Section section : activation.sections()) {
      double a = Math.max(section.from(), from.to());
      double b = Math.min(section.to(), to.from());
      if (a < b) {
        add(new Section(a, b, section.curvature(), section.bend()), Optional.of(section));
      }
    }
    if (to.to() < Double.POSITIVE_INFINITY) {
      add(new Section(to.to(), Double.POSITIVE_INFINITY, Curvature.LINEAR), Optional.empty());
    }
    if (isMirrored) {
      Collections.reverse(sections);
      Collections.reverse(originals);
    }
  }

  private void add(Section section, Optional<Section> original) {
    sections.add(
        isMirrored
            ? new Section(-section.to(), -section.from(), section.curvature(), section.bend())
            : section);
    originals.add(original);
  }

  @Override
  public String name() {
    return activation.name();
  }

  @Override
  public List<Section> sections() {
    return Collections.unmodifiableList(sections);
  }

  @Override
  public Interval enclose(double x) {
    double z = isMirrored ? -x : x;
    Interval value = valueAt(z);
    if (zero.isEmpty()) {
      return value;
    }
    boolean isConstant = zero.get().equals(from) ? z <= from.from() : z >= to.to();
    return isConstant ? Interval.ZERO : value.minus(zero.get().value());
  }

  private Interval valueAt(double z) {
    if (z <= from.from()) {
      return from.value();
    }
    if (z >= to.to()) {
      return to.value();
    }
    Interval value = activation.enclose(z);
    value = z < from.to() ? value.hull(from.value()) : value;
    return z > to.from() ? value.hull(to.value()) : value;
  }

  @Override
  public Interval encloseSlope(Section section, double x) {
    return originals
        .get(sections.indexOf(section))
        .map(original -> rise(activation.encloseSlope(original, isMirrored ? -x : x)))
        .orElse(Interval.ZERO);
  }

  /** What a slope of the activation is here; it is not negative, though its enclosure may be. */
  private Interval rise(Interval slope) {
    Interval rise = isMirrored ? slope.negate() : slope;
    return rise.positivePart();
  }

  @Override
  public Interval encloseSlopes(double lower, double upper) {
    double first = isMirrored ? -upper : lower;
    double last = isMirrored ? -lower : upper;
    boolean isConstantThere = first < from.to() || last > to.from();
    Optional<Interval> slopes = isConstantThere ? Optional.of(Interval.ZERO) : Optional.empty();
    double a = Math.max(from.from(), first);
    double b = Math.min(to.to(), last);
    for (Section section : activation.sections()) {
      double p = Math.max(section.from(), a);
      double q = Math.min(section.to(), b);
      if (p < q) {
        Interval some = rise(slopes(section, p, q));
        slopes = Optional.of(slopes.map(some::hull).orElse(some));
      }
    }
    return slopes.orElse(Interval.ZERO);
  }

  private Interval slopes(Section section, double p, double q) {
    Interval first = activation.encloseSlope(section, p);
    if (section.curvature() != Curvature.EITHER) {
      return first.hull(activation.encloseSlope(section, q));
    }
    double change = Rounding.multiplyUp(section.bend(), Rounding.subtractUp(q, p));
    return first.plus(new Interval(-change, change));
  }
}
