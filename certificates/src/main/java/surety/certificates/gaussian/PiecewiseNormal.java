package surety.certificates.gaussian;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;

/**
 * Continuous piecewise linear functions of a normal number X, with many pieces: before the first
 * knot, between neighbouring ones, and behind the last one. X has to be proper.
 */
public final class PiecewiseNormal {
  private final NormalForm form;
  private final Interval deviation;
  private final double[] knots;

  /** Of each knot, and of infinity before and behind them: how many deviations above the mean. */
  private final List<Interval> places = new ArrayList<>();

  private final List<Interval> below = new ArrayList<>();
  private final List<Interval> density = new ArrayList<>();

  /** The density times the place. */
  private final List<Interval> flat = new ArrayList<>();

  /**
   * With these knots.
   *
   * @param knots one or more, finite and ascending
   */
  public PiecewiseNormal(NormalForm form, double[] knots) {
    this.form = form;
    this.deviation = form.variance().sqrt();
    this.knots = knots.clone();
    addEnd(Interval.ZERO);
    for (double knot : knots) {
      Interval place = Interval.of(knot).minus(form.mean()).dividedBy(deviation);
      places.add(place);
      below.add(StandardNormal.cdf(place));
      density.add(StandardNormal.density(place));
      flat.add(place.times(density.get(density.size() - 1)));
    }
    addEnd(Interval.ONE);
  }

  private void addEnd(Interval cdf) {
    below.add(cdf);
    density.add(Interval.ZERO);
    flat.add(Interval.ZERO);
  }

  /** Whether there are such functions of a number: its deviation is known to be positive. */
  public static boolean isPossible(NormalForm form) {
    return CurvedNormal.isProper(form, form.variance().sqrt());
  }

  /** Encloses the probability of a piece, the first of which is that before all knots. */
  public Interval share(int piece) {
    return below.get(piece + 1).minus(below.get(piece)).intersect(new Interval(0, 1));
  }

  /** Encloses {@code E max(t - X, 0)^2} of the first knot t. */
  public Interval squareBefore() {
    return form.variance().times(StandardNormal.rectifiedSquare(places.get(0)));
  }

  /** Encloses {@code E max(X - t, 0)^2} of the last knot t. */
  public Interval squareBehind() {
    Interval last = places.get(places.size() - 1);
    return form.variance().times(StandardNormal.rectifiedSquare(last.negate()));
  }

  /**
   * One of the functions.
   *
   * <p>On each piece it is {@code v + p s Z} with the standard normal Z = (X - h) / s, v being
   * where its line is at h. Of the piece from a to b of Z, {@code P = Phi(b) - Phi(a)}, {@code E Z
   * = phi(a) - phi(b)} and {@code E Z^2 = P + a phi(a) - b phi(b)}.
   *
   * @param values at the knots
   * @param before its slope before all knots
   * @param behind its slope behind them
   */
  public CurvedNormal function(List<Interval> values, Interval before, Interval behind) {
    List<Interval> slopes = slopes(values, before, behind);
    List<Interval> lines = lines(values, slopes);
    double centre = lines.get(lines.size() / 2).middle();
    Interval first = Interval.ZERO;
    Interval second = Interval.ZERO;
    Interval slope = Interval.ZERO;
    for (int k = 0; k < slopes.size(); k++) {
      Interval share = share(k);
      Interval v = lines.get(k).minus(Interval.of(centre));
      Interval p = slopes.get(k).times(deviation);
      Interval linear = p.times(density.get(k).minus(density.get(k + 1)));
      Interval square = share.plus(flat.get(k)).minus(flat.get(k + 1));
      first = first.plus(v.times(share)).plus(linear);
      second = second.plus(v.square().times(share)).plus(v.times(linear).times(2));
      second = second.plus(p.square().times(square));
      slope = slope.plus(slopes.get(k).times(share));
    }
    double straight = slope.times(deviation).square().plus(first.square()).lower();
    double bent = Rounding.subtractUp(second.upper(), straight);
    HermiteSeries series = HermiteSeries.ofKinks(deviation, places, rises(slopes), bent);
    return new CurvedNormal(form, deviation, first.plus(centre), slope, series);
  }

  /** Of each piece. */
  private List<Interval> slopes(List<Interval> values, Interval before, Interval behind) {
    List<Interval> slopes = new ArrayList<>(List.of(before));
    for (int k = 1; k < knots.length; k++) {
      Interval length = Interval.of(knots[k]).minus(Interval.of(knots[k - 1]));
      slopes.add(values.get(k).minus(values.get(k - 1)).dividedBy(length));
    }
    slopes.add(behind);
    return slopes;
  }

  /** Where the line of each piece is at the mean. */
  private List<Interval> lines(List<Interval> values, List<Interval> slopes) {
    List<Interval> lines = new ArrayList<>();
    for (int k = 0; k < slopes.size(); k++) {
      int knot = Math.max(0, k - 1);
      Interval away = form.mean().minus(Interval.of(knots[knot]));
      lines.add(values.get(knot).plus(slopes.get(k).times(away)));
    }
    return lines;
  }

  private static List<Interval> rises(List<Interval> slopes) {
    List<Interval> rises = new ArrayList<>();
    for (int k = 1; k < slopes.size(); k++) {
      rises.add(slopes.get(k).minus(slopes.get(k - 1)));
    }
    return rises;
  }
}
