package surety.certificates.activation;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

/**
 * A function of straight pieces that meet at kinks: the identity, ReLU, leaky ReLU, PReLU (a leaky
 * ReLU with a slope for each neuron), the absolute value, and clips. Values are exact where a piece
 * has the slope 1, 0 or -1, and else rounded once.
 */
public final class PiecewiseLinear implements Activation {
  private final String name;
  private final List<Piece> pieces;
  private final List<Section> sections;

  /** {@code slope x + intercept} for x from a number on, which is minus infinity or a kink. */
  private record Piece(double from, double slope, double intercept) {

    double apply(double x) {
      boolean isLimit = slope == 0 && Double.isInfinite(x); // 0 times infinity is no number
      return isLimit ? intercept : slope * x + intercept;
    }

    Interval enclose(double x) {
      boolean isExact = slope == 0 || (Math.abs(slope) == 1 && intercept == 0);
      return isExact ? Interval.of(apply(x)) : Interval.of(x).times(slope).plus(intercept);
    }

    Rational applyExactly(Rational x) {
      Rational product = slope == 1 ? x : x.times(Rational.ofDouble(slope));
      return intercept == 0 ? product : product.plus(Rational.ofDouble(intercept));
    }
  }

  /**
   * Joins pieces, in their order.
   *
   * @param pieces the first one from minus infinity; two that meet have the same value there
   */
  private PiecewiseLinear(String name, List<Piece> pieces) {
    this.name = name;
    this.pieces = pieces;
    List<Section> ends = new ArrayList<>();
    for (int k = 0; k < pieces.size(); k++) {
      boolean isLast = k + 1 == pieces.size();
      double to = isLast ? Double.POSITIVE_INFINITY : pieces.get(k + 1).from;
      ends.add(new Section(pieces.get(k).from, to, Curvature.LINEAR));
    }
    this.sections = List.copyOf(ends);
  }

  /** x. */
  static PiecewiseLinear identity() {
    return new PiecewiseLinear("identity", List.of(new Piece(Double.NEGATIVE_INFINITY, 1, 0)));
  }

  /** max(x, 0). */
  static PiecewiseLinear relu() {
    return bent("relu", 0);
  }

  /** |x|. */
  static PiecewiseLinear abs() {
    return bent("abs", -1);
  }

  /**
   * x for x >= 0 and a multiple of x below.
   *
   * @param slope the factor: finite, of any sign
   */
  public static PiecewiseLinear leakyRelu(double slope) {
    if (!Double.isFinite(slope)) {
      throw new IllegalArgumentException("a leaky relu's slope is finite, not " + slope);
    }
    return bent("leaky relu", slope + 0.0); // one zero only
  }

  private static PiecewiseLinear bent(String name, double slope) {
    return new PiecewiseLinear(
        name, List.of(new Piece(Double.NEGATIVE_INFINITY, slope, 0), new Piece(0, 1, 0)));
  }

  /**
   * min(max(x, lower), upper). With an infinite end the constant part on that side is missing; with
   * equal ends all is constant. HardTanh is {@code clip(-1, 1)}.
   *
   * @param lower the least value, or negative infinity
   * @param upper the greatest value, at least the lower one, or infinity
   */
  public static PiecewiseLinear clip(double lower, double upper) {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException(
          "clip needs a lower end that is at most the upper one, not %s and %s"
              .formatted(lower, upper));
    }
    if (lower == Double.POSITIVE_INFINITY || upper == Double.NEGATIVE_INFINITY) {
      throw new IllegalArgumentException(
          "clip from %s to %s has no finite values".formatted(lower, upper));
    }
    List<Piece> pieces = new ArrayList<>();
    if (Double.isFinite(lower)) {
      pieces.add(new Piece(Double.NEGATIVE_INFINITY, 0, lower + 0.0));
    }
    if (lower < upper) {
      pieces.add(new Piece(lower + 0.0, 1, 0));
      if (Double.isFinite(upper)) {
        pieces.add(new Piece(upper + 0.0, 0, upper + 0.0));
      }
    }
    return new PiecewiseLinear("clip", List.copyOf(pieces));
  }

  /**
   * Whether it is {@code min(max(x, l), u)}, with the ends of its {@link #range} for l and u.
   *
   * <p>That is so if all pieces are constant or x itself. Constants that meet are the same number,
   * and one that meets x is the kink between them; so none leads from x to x, as it would have to
   * be two different kinks. What is left is a constant, or x on one stretch with its least value
   * before it and its greatest one behind it.
   */
  public boolean isClamp() {
    return pieces.stream().allMatch(p -> p.slope == 0 || (p.slope == 1 && p.intercept == 0));
  }

  @Override
  public String name() {
    return name;
  }

  /** The piece of a number; at a kink the one below. */
  private Piece at(double x) {
    int k = pieces.size() - 1;
    while (k > 0 && !(pieces.get(k).from < x)) {
      k--;
    }
    return pieces.get(k);
  }

  @Override
  public double apply(double x) {
    return at(x).apply(x);
  }

  @Override
  public double slope(double x) {
    return at(x).slope;
  }

  @Override
  public Interval enclose(double x) {
    return at(x).enclose(x);
  }

  @Override
  public Rational applyExactly(Rational x) {
    int k = pieces.size() - 1;
    while (k > 0 && Rational.ofDouble(pieces.get(k).from).compareTo(x) >= 0) {
      k--;
    }
    return pieces.get(k).applyExactly(x);
  }

  /** Between kinks it is monotone, so what is left is what it does beyond the outermost ones. */
  @Override
  public Interval range() {
    Piece first = pieces.get(0);
    Piece last = pieces.get(pieces.size() - 1);
    Interval range = towards(-first.slope, first).hull(towards(last.slope, last));
    for (Piece piece : pieces.subList(1, pieces.size())) {
      range = range.hull(piece.enclose(piece.from));
    }
    return range;
  }

  /** What an outermost piece tends to, rising or falling; its constant value if it does neither. */
  private static Interval towards(double rise, Piece piece) {
    double end = rise == 0 ? piece.intercept : rise * Double.POSITIVE_INFINITY;
    return new Interval(end, end);
  }

  @Override
  public Interval encloseSlope(Section section, double x) {
    return Interval.of(pieces.get(sections.indexOf(section)).slope);
  }

  @Override
  public double greatestSlope() {
    return pieces.stream().mapToDouble(piece -> Math.abs(piece.slope)).max().orElseThrow();
  }

  @Override
  public List<Section> sections() {
    return sections;
  }

  @Override
  public boolean isNonDecreasing() {
    return pieces.stream().allMatch(piece -> piece.slope >= 0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PiecewiseLinear that
        && name.equals(that.name)
        && pieces.equals(that.pieces);
  }

  @Override
  public int hashCode() {
    return pieces.hashCode();
  }

  @Override
  public String toString() {
    return name + pieces;
  }
}
