package surety.solver.bounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.activation.Curvature;
import surety.certificates.activation.Section;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;

/**
 * A function that is piecewise linear over a range as a sum of ReLUs, exactly.
 *
 * <p>The sum is anchored at a kink: to its right the slope of the next section and then the
 * differences of slopes, to its left the same the other way round. So a leaky ReLU is {@code
 * relu(x) - slope relu(-x)}, although {@code 1 - slope} is rarely a float. Sections that the range
 * does not meet are left out. Then the sum is still non-decreasing over the reals and equal to the
 * function on the range, which is all that a bound needs.
 */
final class ExactHinges {
  private final MonotoneFunction function;
  private final List<Section> sections;
  private final List<Hinge> hinges = new ArrayList<>();

  private ExactHinges(MonotoneFunction function, List<Section> sections) {
    this.function = function;
    this.sections = sections;
  }

  /** Empty if it bends, some number is no float, or some slope or value is not known exactly. */
  static Optional<HingeSum> of(MonotoneFunction function, Interval range) {
    List<Section> met = met(function.sections(), range);
    if (met.isEmpty() || !areLines(met, range)) {
      return Optional.empty();
    }
    ExactHinges form = new ExactHinges(function, met);
    double anchor = form.anchor(range);
    Interval constant = function.enclose(anchor);
    boolean representable =
        Floats.isFloat(anchor)
            && constant.isPoint()
            && Floats.isFloat(constant.lower())
            && form.addRightward(anchor)
            && form.addLeftward(anchor);
    return representable
        ? Optional.of(new HingeSum(constant.lower(), form.hinges))
        : Optional.empty();
  }

  private static List<Section> met(List<Section> sections, Interval range) {
    List<Section> met = new ArrayList<>();
    for (Section section : sections) {
      if (section.from() < range.upper() && section.to() > range.lower()) {
        met.add(section);
      }
    }
    if (met.isEmpty()) { // a single point, at a kink
      sections.stream().filter(s -> s.contains(range.lower())).findFirst().ifPresent(met::add);
    }
    return met;
  }

  /** Whether they are straight, and leave no gap in the range. */
  private static boolean areLines(List<Section> sections, Interval range) {
    double end = range.lower();
    for (Section section : sections) {
      if (section.curvature() != Curvature.LINEAR || section.from() > end) {
        return false;
      }
      end = section.to();
    }
    return end >= range.upper();
  }

  /**
   * The first kink within the range, or one beside it; without kinks a power of two below the
   * range, of which every multiple by a float is a float.
   */
  private double anchor(Interval range) {
    Section first = sections.get(0);
    if (Double.isFinite(first.to())) {
      return first.to();
    }
    if (Double.isFinite(first.from())) {
      return first.from();
    }
    double lower = range.lower();
    return lower >= 0 ? 0 : -Math.scalb(1.0, Floats.ceilLog2(Math.max(-lower, 0x1p-100)));
  }

  private boolean addRightward(double anchor) {
    double before = 0;
    for (Section section : sections) {
      if (section.to() > anchor) {
        double at = Math.max(anchor, section.from());
        Interval slope = function.encloseSlope(section, at);
        if (!slope.isPoint() || !add(true, at, slope.lower(), before)) {
          return false;
        }
        before = slope.lower();
      }
    }
    return true;
  }

  private boolean addLeftward(double anchor) {
    double before = 0;
    for (int i = sections.size() - 1; i >= 0; i--) {
      Section section = sections.get(i);
      if (section.from() < anchor && section.to() <= anchor) {
        Interval slope = function.encloseSlope(section, section.to());
        if (!slope.isPoint() || !add(false, section.to(), -slope.lower(), before)) {
          return false;
        }
        before = -slope.lower();
      }
    }
    return true;
  }

  private boolean add(boolean rightward, double at, double slope, double before) {
    double change = slope - before;
    if (!Floats.isFloat(at) || !Floats.isFloat(change) || Rounding.sumError(slope, -before) != 0) {
      return false;
    }
    if (change != 0) {
      hinges.add(new Hinge(rightward, at, change));
    }
    return true;
  }
}
