package surety.certificates.moment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Curvature;
import surety.certificates.activation.Section;
import surety.certificates.arithmetic.Interval;

/**
 * A continuous piecewise linear function as {@code constant + slope x + sum_k factor_k max(x -
 * at_k, 0)}.
 *
 * @param all one for each kink, ascending
 */
record Hinges(Interval constant, Interval slope, List<Hinge> all) {
  Hinges {
    all = List.copyOf(all);
  }

  /** {@code factor max(x - at, 0)}. */
  record Hinge(double at, Interval factor) {}

  /**
   * Of an activation.
   *
   * <p><em>Why it is sound.</em> The sum has the activation's slope before the first kink, at each
   * kink the slope changes by the factor, and at one point, a kink or 0, both have the same value:
   * as both are continuous and piecewise linear, they are the same function. All numbers are
   * enclosed.
   *
   * @return empty if it is not made of straight pieces
   */
  static Optional<Hinges> of(Activation activation) {
    List<Section> sections = activation.sections();
    boolean isOne = sections.stream().allMatch(s -> s.curvature() == Curvature.LINEAR);
    if (!isOne || sections.get(0).from() > Double.NEGATIVE_INFINITY) {
      return Optional.empty();
    }
    List<Hinge> hinges = new ArrayList<>();
    Interval first = slope(activation, sections.get(0));
    Interval before = first;
    for (Section section : sections.subList(1, sections.size())) {
      Interval after = slope(activation, section);
      hinges.add(new Hinge(section.from(), after.minus(before)));
      before = after;
    }
    double known = hinges.isEmpty() ? 0 : hinges.get(0).at;
    Interval constant = activation.enclose(known).minus(first.times(known));
    return Optional.of(new Hinges(constant, first, hinges));
  }

  private static Interval slope(Activation activation, Section section) {
    double inside =
        Double.isFinite(section.from())
            ? section.from()
            : Double.isFinite(section.to()) ? section.to() : 0;
    return activation.encloseSlope(section, inside);
  }

  /** Contains all slopes. */
  Interval slopes() {
    Interval slopes = slope;
    Interval last = slope;
    for (Hinge hinge : all) {
      last = last.plus(hinge.factor);
      slopes = slopes.hull(last);
    }
    return slopes;
  }

  /** Whether it is affine. */
  boolean isAffine() {
    return all.isEmpty();
  }
}
