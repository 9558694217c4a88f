package surety.certificates.bounds;

import java.util.Arrays;
import java.util.List;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Curvature;
import surety.certificates.activation.Section;
import surety.certificates.activation.Stretches;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;

/**
 * What lies above an activation, or above its mirror image: g = f, or g = -f. A bound from below of
 * f is one from above of -f, with its sign changed, so that each rule stands here once.
 *
 * <p>Lines are chosen in plain doubles and then proven: whatever slope s was chosen, the intercept
 * is an upper bound of g(x) - s x over the whole range, found section by section. On a linear or
 * convex section that function is convex, so its largest value is at an end of the section's part
 * of the range. On a concave section g lies below its tangent at any point d, so that {@code g(x) -
 * s x <= g(d) + g'(d) (x - d) - s x}, which is linear in x and so at most its larger value at the
 * two ends. On a section that may bend either way the range is cut into {@link Stretches}, on each
 * of which g is at most {@code bend w^2 / 8} above its chord; and g is in its range anyway.
 */
public final class Envelope {
  /** Samples of the range where g bends both ways; only the choice of a line depends on them. */
  private static final int SAMPLES = 9;

  /** Steps towards the point where a tangent touches; only the choice depends on them. */
  private static final int BISECTIONS = 10;

  private final Activation activation;
  private final boolean negated;
  private final Section[] sections;

  /** For each section whether g is convex on it and bends upward at its upper end. */
  private final boolean[] convex;

  private final boolean[] joinsUpward;

  /** Above the activation itself, or above its negative. */
  public Envelope(Activation activation, boolean negated) {
    this.activation = activation;
    this.negated = negated;
    List<Section> all = activation.sections();
    this.sections = all.toArray(new Section[0]);
    this.convex = new boolean[sections.length];
    this.joinsUpward = new boolean[sections.length];
    for (int k = 0; k < sections.length; k++) {
      convex[k] = isConvex(sections[k]);
      joinsUpward[k] = k + 1 < sections.length && joinsUpward(sections[k], sections[k + 1]);
    }
  }

  /** Whether the slope of g surely does not fall where one section ends and the next begins. */
  private boolean joinsUpward(Section below, Section above) {
    return slope(below, below.to()).upper() <= slope(above, above.from()).lower();
  }

  /** Whether g is linear or convex on a section. */
  private boolean isConvex(Section section) {
    return section.curvature() == Curvature.LINEAR
        || section.curvature() == (negated ? Curvature.CONCAVE : Curvature.CONVEX);
  }

  /** Whether g is concave on a section, and not linear. */
  private boolean isConcave(Section section) {
    return section.curvature() == (negated ? Curvature.CONVEX : Curvature.CONCAVE);
  }

  /** Whether g surely does not decrease over any range that it is defined on. */
  public boolean isNonDecreasing() {
    return negated ? activation.isNonIncreasing() : activation.isNonDecreasing();
  }

  /** Whether g surely does not increase over any range that it is defined on. */
  public boolean isNonIncreasing() {
    return negated ? activation.isNonDecreasing() : activation.isNonIncreasing();
  }

  /** Whether g has values over a whole range. Where it has not, nothing else may be asked of it. */
  public boolean isDefinedOn(double from, double to) {
    return activation.isDefinedOn(from, to);
  }

  /** Whether the whole range lies in one linear section. */
  public boolean isLinear(double from, double to) {
    return sections[first(from, to)].curvature() == Curvature.LINEAR
        && first(from, to) == last(from, to);
  }

  /** Encloses the slope of f over a range in one linear section. */
  Interval slopeOfLinear(double from, double to) {
    return activation.encloseSlope(
        sections[first(from, to)], Math.max(from, sections[first(from, to)].from()));
  }

  /**
   * Whether g is convex over the whole range: between any two of its points chords are above it.
   */
  public boolean isConvex(double from, double to) {
    int last = last(from, to);
    for (int k = first(from, to); k <= last; k++) {
      if (!convex[k] || (k < last && !joinsUpward[k])) {
        return false;
      }
    }
    return true;
  }

  /** At least g(x). */
  public double valueUp(double x) {
    return value(x).upper();
  }

  private Interval value(double x) {
    Interval value = activation.enclose(x);
    return negated ? value.negate() : value;
  }

  private Interval slope(Section section, double x) {
    Interval slope = activation.encloseSlope(section, x);
    return negated ? slope.negate() : slope;
  }

  /** The section with the range's lower end; of two the upper one, unless the range is a point. */
  private int first(double from, double to) {
    int k = 0;
    while (k + 1 < sections.length && sections[k].to() <= from && from < to) {
      k++;
    }
    while (k + 1 < sections.length && sections[k].to() < from) {
      k++;
    }
    return k;
  }

  private int last(double from, double to) {
    int k = first(from, to);
    while (k + 1 < sections.length && sections[k].to() < to) {
      k++;
    }
    return k;
  }

  /**
   * A line that is nowhere below g over a range, and near to it at one point.
   *
   * @param from the range's lower end, finite
   * @param to its upper end, finite
   * @param at where the line should be near; moved into the range if it is outside
   */
  public Line above(double from, double to, double at) {
    double near = Math.max(from, Math.min(to, at));
    int first = first(from, to);
    boolean isOneConcave = first == last(from, to) && isConcave(sections[first]);
    if (isConvex(from, to)) {
      return proven(chord(from, to), from, to);
    }
    return isOneConcave
        ? tangent(sections[first], from, to, near)
        : proven(hullSlope(from, to, near), from, to);
  }

  /** On a concave section: a tangent, with a double for its slope. */
  private Line tangent(Section section, double from, double to, double at) {
    Interval value = value(at);
    Interval tangent = slope(section, at);
    double slope = tangent.middle();
    return Math.abs(slope) <= Double.MAX_VALUE
        ? new Line(slope, aboveTangent(value, tangent, at, slope, from, to))
        : proven(0, from, to);
  }

  private double chord(double from, double to) {
    return from < to ? (plainValue(to) - plainValue(from)) / (to - from) : plainSlope(from);
  }

  private double plainValue(double x) {
    return negated ? -activation.apply(x) : activation.apply(x);
  }

  private double plainSlope(double x) {
    return negated ? -activation.slope(x) : activation.slope(x);
  }

  /**
   * The slope, at a point, of the least concave function above g, roughly: of the upper hull of
   * sampled points (Andrew's monotone chain).
   */
  private double hullSlope(double from, double to, double at) {
    double[] x = samples(from, to);
    double[] g = new double[x.length];
    int[] hull = new int[x.length];
    int size = 0;
    for (int i = 0; i < x.length; i++) {
      g[i] = plainValue(x[i]);
      while (size > 1 && !bendsDown(x, g, hull[size - 2], hull[size - 1], i)) {
        size--;
      }
      if (size == 0 || x[i] > x[hull[size - 1]]) {
        hull[size++] = i;
      }
    }
    int edge = 1;
    while (edge + 1 < size && x[hull[edge]] < at) {
      edge++;
    }
    int i = hull[edge - 1];
    int j = hull[edge];
    return (g[j] - g[i]) / (x[j] - x[i]);
  }

  /** Whether the second of three points is above the line from the first to the third. */
  private static boolean bendsDown(double[] x, double[] g, int i, int j, int k) {
    return (g[j] - g[i]) * (x[k] - x[i]) > (g[k] - g[i]) * (x[j] - x[i]);
  }

  /** Evenly spaced points and the ends of sections, ascending, within the range. */
  private double[] samples(double from, double to) {
    double[] x = new double[SAMPLES + sections.length - 1];
    for (int i = 0; i < SAMPLES; i++) {
      double share = i / (double) (SAMPLES - 1);
      x[i] = (1 - share) * from + share * to;
    }
    for (int k = 0; k + 1 < sections.length; k++) {
      x[SAMPLES + k] = Math.max(from, Math.min(to, sections[k].to()));
    }
    Arrays.sort(x);
    return x;
  }

  /** The line of that slope with an intercept that is proven. */
  private Line proven(double slope, double from, double to) {
    if (!(Math.abs(slope) <= Double.MAX_VALUE)) {
      return proven(0, from, to);
    }
    double intercept = Double.NEGATIVE_INFINITY;
    int last = last(from, to);
    for (int k = first(from, to); k <= last; k++) {
      double a = Math.max(from, sections[k].from());
      double b = Math.min(to, sections[k].to());
      intercept = Math.max(intercept, highest(k, slope, a, b));
    }
    return new Line(slope, intercept);
  }

  /** An upper bound of g(x) - slope x over [a, b], a part of section k. */
  private double highest(int k, double slope, double a, double b) {
    if (convex[k]) {
      return Math.max(lessLine(valueUp(a), slope, a), lessLine(valueUp(b), slope, b));
    }
    if (!isConcave(sections[k])) {
      return highestBent(sections[k].bend(), slope, a, b);
    }
    double d = touchingPoint(slope, a, b);
    return aboveTangent(value(d), slope(sections[k], d), d, slope, a, b);
  }

  /** The same where g may bend either way. */
  private double highestBent(double bend, double slope, double a, double b) {
    Interval range = activation.range();
    double most = negated ? -range.lower() : range.upper();
    double byRange = Math.max(lessLine(most, slope, a), lessLine(most, slope, b));
    Stretches parts = Stretches.of(a, b);
    double byChords = Double.NEGATIVE_INFINITY;
    for (int i = 0; i <= Stretches.COUNT; i++) {
      double x = parts.point(i);
      byChords = Math.max(byChords, lessLine(valueUp(x), slope, x));
    }
    return Math.min(byRange, Rounding.addUp(byChords, parts.offChords(bend)));
  }

  /** An upper bound over [a, b] of the tangent at d less {@code slope x}: linear, so at an end. */
  private static double aboveTangent(
      Interval value, Interval tangent, double d, double slope, double a, double b) {
    return Math.max(onTangent(value, tangent, d, slope, a), onTangent(value, tangent, d, slope, b));
  }

  /** At least {@code value - slope x}. */
  private static double lessLine(double value, double slope, double x) {
    return Rounding.addUp(value, Rounding.multiplyUp(-slope, x));
  }

  private static double onTangent(
      Interval value, Interval tangent, double d, double slope, double x) {
    Interval rise = tangent.times(Interval.of(x).minus(Interval.of(d)));
    return lessLine(Rounding.addUp(value.upper(), rise.upper()), slope, x);
  }

  /** Where in [a, b], a part of a concave section, g has about the given slope. */
  private double touchingPoint(double slope, double a, double b) {
    double low = a;
    double high = b;
    for (int step = 0; step < BISECTIONS; step++) {
      double middle = 0.5 * low + 0.5 * high;
      if (plainSlope(middle) > slope) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Math.max(a, Math.min(b, high));
  }
}
