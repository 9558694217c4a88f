package surety.certificates.activation;

import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.Rounding;

/**
 * {@code x s(p(x))} with the logistic function s and an odd polynomial {@code p(x) = a x + b x^3}
 * with a > 0 and b >= 0: SiLU with p(x) = x, and the approximate GELU, {@code x (1 + tanh(q)) / 2}
 * with 2 q = p, as {@code (1 + tanh(q)) / 2 = s(2 q)}.
 *
 * <p>With s' = s (1 - s) the slope is {@code s + x p' s'} and the second derivative {@code s' (2 p'
 * + x p'' - x p'^2 tanh(p / 2))}. The bracket is an even function of x; with r = b / a and {@code w
 * = 1 + 6 r x^2} it is {@code 2 a w (1 - R)} where {@code R = a x / 2 (1 + 9 r^2 x^4 / w) tanh(p /
 * 2)}, as {@code (1 + 3 r x^2)^2 = w + 9 r^2 x^4}. Each factor of R grows with x > 0, so that R is
 * 1 at exactly one point i: the function is convex between -i and i, and concave outside. That
 * point is no double; between two doubles that are proven to be on either side of it the function
 * may bend either way, and its second derivative is at most {@code (2 p' + x p'' + x p'^2) / 4} in
 * size. The lowest point is in the convex section: before it the slope falls from 0, and behind it
 * falls to 1.
 */
public final class SigmoidGate implements Activation {
  /** Beyond it what is left of {@code x p' s(-p)} is less than it is here. */
  private static final double FAR = 50;

  /** Points that are no doubles are proven to be that near to a double. */
  private static final double MARGIN = 0x1p-40;

  private final String name;
  private final Interval a;
  private final Interval b;
  private final List<Section> sections;
  private final Valley valley;
  private final double greatestSlope;

  SigmoidGate(String name, Interval a, Interval b, double inflection, double lowest) {
    this.name = name;
    this.a = a;
    this.b = b;
    double i = inflection - MARGIN;
    double j = inflection + MARGIN;
    double bend = bend(j);
    double change = Rounding.multiplyUp(bend, Rounding.subtractUp(j, i));
    Section middle = new Section(-i, i, Curvature.CONVEX);
    this.sections =
        List.of(
            new Section(Double.NEGATIVE_INFINITY, -j, Curvature.CONCAVE),
            new Section(-j, -i, Curvature.EITHER, bend),
            middle,
            new Section(i, j, Curvature.EITHER, bend),
            new Section(j, Double.POSITIVE_INFINITY, Curvature.CONCAVE));
    this.valley = Valley.of(this, middle, lowest - MARGIN, lowest + MARGIN);
    this.greatestSlope = Rounding.addUp(encloseSlope(middle, i).upper(), change);
    boolean fallsBefore = Rounding.addUp(encloseSlope(middle, -i).upper(), change) < 0;
    boolean risesBehind = encloseSlope(middle, i).lower() > change;
    if (!(ratio(i).upper() < 1) || !(ratio(j).lower() > 1) || !fallsBefore || !risesBehind) {
      throw new IllegalArgumentException("no inflection point is proven at " + inflection);
    }
  }

  /** {@code x s(x)}: SiLU, or Swish. */
  static SigmoidGate silu() {
    return new SigmoidGate(
        "silu", Interval.ONE, Interval.ZERO, 2.3993572805154675, -1.278464542761074);
  }

  /** {@code x (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))) / 2}, with exactly these numbers. */
  static SigmoidGate approximateGelu() {
    Interval a = ErrorFunction.TWO_OVER_ROOT_PI.times(Interval.of(2).sqrt());
    Interval b = a.times(Interval.of(Rational.of(44715, 1_000_000)));
    return new SigmoidGate("approximate gelu", a, b, 1.4185040087908283, -0.7524614220710163);
  }

  /** {@code a x / 2 (1 + 9 r^2 x^4 / w) tanh(p / 2)} for positive x. */
  private Interval ratio(double x) {
    Interval square = Interval.of(x).square();
    Interval r = b.dividedBy(a);
    Interval w = r.times(square).times(6).plus(1);
    Interval more = r.times(square).times(3).square().dividedBy(w).plus(1);
    Interval half = polynomial(x).times(0.5);
    Interval tanh =
        new Interval(
            ElementaryFunctions.tanh(half.lower()).lower(),
            ElementaryFunctions.tanh(half.upper()).upper());
    return a.times(0.5 * x).times(more).times(tanh);
  }

  /** At least the size of the second derivative from 0 to a positive x. */
  private double bend(double x) {
    Interval first = derivative(x);
    Interval second = b.times(6).times(x);
    Interval sum = first.times(2).plus(second.times(x)).plus(first.square().times(x));
    return sum.times(0.25).upper();
  }

  /** p(x). */
  private Interval polynomial(double x) {
    return isSimple() ? a.times(x) : a.times(x).plus(b.times(Interval.of(x).power(3)));
  }

  /** p'(x). */
  private Interval derivative(double x) {
    return isSimple() ? a : b.times(3).times(Interval.of(x).square()).plus(a);
  }

  private boolean isSimple() {
    return b.equals(Interval.ZERO);
  }

  private static Interval logistic(Interval x) {
    return new Interval(
        ElementaryFunctions.logistic(x.lower()).lower(),
        ElementaryFunctions.logistic(x.upper()).upper());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public double apply(double x) {
    return x * Activation.SIGMOID.apply(x * (a.middle() + b.middle() * x * x));
  }

  @Override
  public double slope(double x) {
    if (Math.abs(x) > FAR) {
      return x > 0 ? 1 : 0;
    }
    double s = Activation.SIGMOID.apply(x * (a.middle() + b.middle() * x * x));
    return s * (1 + x * (a.middle() + 3 * b.middle() * x * x) * (1 - s));
  }

  @Override
  public Interval enclose(double x) {
    return logistic(polynomial(x)).times(x);
  }

  @Override
  public Interval range() {
    return new Interval(valley.least(), Double.POSITIVE_INFINITY);
  }

  @Override
  public Optional<Valley> valley() {
    return Optional.of(valley);
  }

  /**
   * {@code s(p) (1 + x p' s(-p))}. Beyond {@value #FAR} {@code x p' s(-p)} falls, as the derivative
   * of its logarithm is {@code 1 / x + p'' / p' - p' s(p) <= 3 / x - a / 2 < 0}; so it is between 0
   * and what it is there, and so is s(-p) times that on the other side of 0.
   */
  @Override
  public Interval encloseSlope(Section section, double x) {
    if (Math.abs(x) <= FAR) {
      Interval p = polynomial(x);
      return logistic(p).times(growth(x, p).plus(1));
    }
    double least = growth(FAR, polynomial(FAR)).upper();
    Interval s = logistic(polynomial(x));
    return x > 0
        ? new Interval(s.lower(), Rounding.addUp(s.upper(), least))
        : new Interval(-least, s.upper());
  }

  /** {@code x p' s(-p)}. */
  private Interval growth(double x, Interval p) {
    return derivative(x).times(x).times(logistic(p.negate()));
  }

  @Override
  public double greatestSlope() {
    return greatestSlope;
  }

  @Override
  public List<Section> sections() {
    return sections;
  }

  @Override
  public boolean isNonDecreasing() {
    return false;
  }

  @Override
  public String toString() {
    return name;
  }
}
