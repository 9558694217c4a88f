package surety.solver.domain;

import java.util.HashMap;
import java.util.Map;
import surety.certificates.arithmetic.Interval;
import surety.certificates.cell.Truncation;
import surety.certificates.density.Marginal;

/** One random input in standard coordinates, cut off where it is unbounded. */
public final class Axis {
  /** The tails beyond {@link #bulk} have about this probability each. */
  private static final double LOG_TAIL = -13;

  private static final int BISECTIONS = 30;

  private final Marginal marginal;
  private final double[] logWeights;
  private final Truncation truncation;
  private final Slice whole;
  private final Map<Key, Slice> slices = new HashMap<>();

  private record Key(End lower, End upper, int firstPiece, int lastPiece) {}

  /** Of a distribution, or of one coordinate of a density that is a sum of products. */
  public Axis(Marginal marginal) {
    this.marginal = marginal;
    this.logWeights = marginal.weights().stream().mapToDouble(Log2::of).toArray();
    this.truncation = truncation(marginal);
    End lower = end(marginal.domainLower(), truncation.lower());
    End upper = end(marginal.domainUpper(), truncation.upper());
    this.whole = slice(lower, upper, 0, marginal.knots().size());
  }

  private static Truncation truncation(Marginal marginal) {
    return new Truncation(
        marginal.domainLower().isBounded() ? 0 : marginal.suggestedLower(),
        marginal.domainUpper().isBounded() ? 0 : marginal.suggestedUpper());
  }

  private static End end(Interval domain, double truncation) {
    return domain.isBounded() ? End.of(domain) : End.of(truncation);
  }

  Marginal marginal() {
    return marginal;
  }

  /** Number of summands of the density. */
  public int summands() {
    return logWeights.length;
  }

  /** The base-2 logarithm of a summand's weight. */
  public double logWeight(int summand) {
    return logWeights[summand];
  }

  /** Of numbers of the summands the weighted sum, all in logarithms to base 2. */
  double logWeighted(double[] logs) {
    double sum = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < logs.length; j++) {
      sum = Log2.sum(sum, logWeights[j] + logs[j]);
    }
    return sum;
  }

  /** Where it is cut off, as the certificate says it; 0 for an end that needs no cut. */
  public Truncation truncation() {
    return truncation;
  }

  /** The axis from end to end. */
  public Slice whole() {
    return whole;
  }

  Slice slice(End lower, End upper, int firstPiece, int lastPiece) {
    return slices.computeIfAbsent(
        new Key(lower, upper, firstPiece, lastPiece),
        key -> new Slice(this, lower, upper, firstPiece, lastPiece));
  }

  /** The network's input for a standard coordinate: scale, then shift. */
  double scale() {
    return marginal.scale().middle();
  }

  double shift() {
    return marginal.shift().middle();
  }

  /** The network's input for a standard coordinate, rounded; larger for a larger one. */
  public double toInput(double z) {
    return scale() * z + shift();
  }

  /** The ends between which almost all of the probability lies; true ends stay. */
  public double[] bulk() {
    double lower = whole.lower();
    double upper = whole.upper();
    double[] bulk = {lower, upper};
    if (!marginal.domainLower().isBounded()) {
      bulk[0] = tailEnd(lower, upper, true);
    }
    if (!marginal.domainUpper().isBounded()) {
      bulk[1] = tailEnd(lower, upper, false);
    }
    return bulk;
  }

  /** Bisects for the point beyond which little mass is left. */
  private double tailEnd(double lower, double upper, boolean below) {
    double low = lower;
    double high = upper;
    for (int k = 0; k < BISECTIONS; k++) {
      double middle = between(low, high, 0.5);
      if (logTail(lower, middle, upper, below) > LOG_TAIL == below) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return between(low, high, 0.5);
  }

  /**
   * A number between two that divides them in this ratio on a scale which is about linear within a
   * unit of zero, and logarithmic far out.
   */
  public static double between(double low, double high, double share) {
    double from = Math.copySign(Math.log1p(Math.abs(low)), low);
    double to = Math.copySign(Math.log1p(Math.abs(high)), high);
    double at = (1 - share) * from + share * to;
    return Math.max(low, Math.min(high, Math.copySign(Math.expm1(Math.abs(at)), at)));
  }

  /** Of many summands each mass takes a while; a bound of the tail is about as good here. */
  private double logTail(double lower, double at, double upper, boolean below) {
    if (summands() > 1) {
      return Log2.of(below ? marginal.tailBelow(at) : marginal.tailAbove(at)) + 1;
    }
    return below
        ? Log2.of(marginal.mass(Interval.of(lower), Interval.of(at)))
        : Log2.of(marginal.mass(Interval.of(at), Interval.of(upper)));
  }
}
