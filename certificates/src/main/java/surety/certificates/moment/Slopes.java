package surety.certificates.moment;

import java.util.Optional;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Section;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;

/** Which slopes an activation has between two numbers. */
final class Slopes {
  private Slopes() {}

  /** Contains all slopes of f from one number to another one, either of which may be infinite. */
  static Interval of(Activation f, double from, double to) {
    double most = f.greatestSlope();
    Interval all = new Interval(f.isNonDecreasing() ? 0 : -most, most);
    Optional<Interval> slopes = Optional.empty();
    for (Section section : f.sections()) {
      double start = Math.max(section.from(), from);
      double end = Math.min(section.to(), to);
      if (start < end) {
        Interval own = ofSection(f, section, start, end, all).intersect(all);
        slopes = Optional.of(slopes.map(own::hull).orElse(own));
      }
    }
    return slopes.orElse(all);
  }

  /** On a part of a section: a convex one's slopes ascend, and a concave one's descend. */
  private static Interval ofSection(
      Activation f, Section section, double from, double to, Interval all) {
    Interval first = Double.isFinite(from) ? f.encloseSlope(section, from) : all;
    Interval last = Double.isFinite(to) ? f.encloseSlope(section, to) : all;
    return switch (section.curvature()) {
      case LINEAR -> first.intersect(last);
      case CONVEX -> new Interval(first.lower(), last.upper());
      case CONCAVE -> new Interval(last.lower(), first.upper());
      case EITHER -> bent(first, section.bend(), from, to, all);
    };
  }

  private static Interval bent(Interval first, double bend, double from, double to, Interval all) {
    double most = Rounding.multiplyUp(bend, Rounding.subtractUp(to, from));
    return most <= Chords.LARGEST ? first.plus(new Interval(-most, most)) : all;
  }
}
