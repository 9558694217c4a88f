package surety.certificates.moment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.gaussian.CurvedNormal;
import surety.certificates.gaussian.NormalForm;
import surety.certificates.gaussian.NormalFunction;
import surety.certificates.gaussian.RectifiedNormal;
import surety.certificates.network.Gate;
import surety.certificates.network.Network;

/**
 * An activation f of a normal number w: a constant, a multiple of w, and multiples of functions of
 * w whose moments are known, up to a rest.
 *
 * @param parts the functions with their factors
 * @param off at least the root of the mean square of the rest
 * @param slopes contains all slopes of f
 * @param tangent stands for f near the mean
 * @param flips at least the probability that f(w) is not its tangent
 * @param isAffine whether f is
 */
record ActivatedNormal(
    Interval constant,
    Interval slope,
    List<Part> parts,
    double off,
    Interval slopes,
    Line tangent,
    double flips,
    boolean isAffine) {
  private static final int FEWEST = 8;
  private static final int MOST = 512;

  /** Segments of all activations under all components. */
  private static final long IN_ALL = 1 << 16;

  ActivatedNormal {
    parts = List.copyOf(parts);
  }

  /** {@code factor function}. */
  record Part(Interval factor, NormalFunction function) {}

  /** {@code value + slope w}. */
  record Line(Interval value, Interval slope) {}

  /** Whether there is one: f has bounded slopes, and so is defined everywhere. */
  static boolean exists(Activation f) {
    return Hinges.of(f).isPresent() || f.greatestSlope() <= Chords.LARGEST;
  }

  /** Whether f is not made of straight pieces. */
  static boolean isBent(Activation f) {
    return Hinges.of(f).isEmpty();
  }

  /** How many functions there are at most. */
  static int parts(Activation f) {
    return Hinges.of(f).map(hinges -> hinges.all().size()).orElse(1);
  }

  /**
   * How many chords stand for each activation that bends: the fewer the more of them there are.
   *
   * @param components of the law
   */
  static int segments(Network network, int components) {
    long all = Math.max(1, bent(network) * components);
    return (int) Math.max(FEWEST, Math.min(MOST, IN_ALL / all));
  }

  /** How many activations of a network bend. */
  static long bent(Network network) {
    return network.gates().stream()
        .filter(Gate.Activations.class::isInstance)
        .flatMap(gate -> ((Gate.Activations) gate).layer().activations().stream())
        .filter(ActivatedNormal::isBent)
        .count();
  }

  /**
   * f(w).
   *
   * @param number w
   * @param segments how many chords stand for f, if it bends and has no closed form
   */
  static ActivatedNormal of(Activation f, SpreadNormal number, int segments) {
    NormalForm w = number.form();
    Optional<Hinges> hinges = Hinges.of(f);
    boolean isLine = number.spread() > 0 && !w.isConstant();
    if (hinges.isPresent() && (!isLine || hinges.get().isAffine())) {
      return straight(hinges.get(), w);
    }
    if (isLine) {
      return number.activated(f);
    }
    if (w.isConstant()) {
      return constant(f, f.enclose(w.mean()), 0);
    }
    if (!Chords.isPossible(w)) {
      return unknown(f, w);
    }
    if (f.equals(Activation.ERF)) {
      return curved(f, w, CurvedNormal.erf(w), 0);
    }
    if (f.equals(Activation.ERF_GATE)) {
      return curved(f, w, CurvedNormal.erfGate(w), 0);
    }
    Chords chords = Chords.of(f, w, segments);
    return curved(f, w, chords.function(), chords.off());
  }

  /** A line that stands for f, made of straight pieces or not. */
  static ActivatedNormal line(Activation f, Interval value, double slope, double off) {
    Line line = new Line(value, Interval.of(slope));
    return bent(f, line, List.of(), off, line);
  }

  /**
   * Made of straight pieces: the tangent is the piece of the mean, and a kink's is that below it.
   */
  private static ActivatedNormal straight(Hinges hinges, NormalForm w) {
    List<Part> parts = new ArrayList<>();
    double mean = w.mean().middle();
    Interval value = hinges.constant();
    Interval slope = hinges.slope();
    double flips = 0;
    for (Hinges.Hinge hinge : hinges.all()) {
      NormalForm above = w.withMean(w.mean().minus(Interval.of(hinge.at())));
      RectifiedNormal rectified = new RectifiedNormal(above);
      parts.add(new Part(hinge.factor(), rectified));
      Interval active = rectified.slope();
      boolean isAbove = mean > hinge.at();
      if (isAbove) {
        slope = slope.plus(hinge.factor());
        value = value.minus(hinge.factor().times(hinge.at()));
      }
      double flip = isAbove ? Rounding.subtractUp(1, active.lower()) : active.upper();
      flips = Rounding.addUp(flips, flip);
    }
    return new ActivatedNormal(
        hinges.constant(),
        hinges.slope(),
        parts,
        0,
        hinges.slopes(),
        new Line(value, slope),
        flips,
        hinges.isAffine());
  }

  /** What bends leaves any straight line at once; so any will do. */
  private static ActivatedNormal curved(
      Activation f, NormalForm w, CurvedNormal function, double off) {
    double mean = w.mean().middle();
    Interval slope = Interval.of(f.slope(mean));
    Line tangent = new Line(f.enclose(mean).minus(slope.times(mean)), slope);
    List<Part> parts = List.of(new Part(Interval.ONE, function));
    return bent(f, new Line(Interval.ZERO, Interval.ZERO), parts, off, tangent);
  }

  private static ActivatedNormal constant(Activation f, Interval value, double off) {
    return line(f, value, 0, off);
  }

  /**
   * A number of which it is not known how it varies is as far from its mean as its deviation, and
   * f(w) at most its greatest slope times as far from f there.
   */
  private static ActivatedNormal unknown(Activation f, NormalForm w) {
    double deviation = w.variance().sqrt().upper();
    double mean = w.mean().middle();
    if (!(deviation <= Chords.LARGEST && Math.abs(mean) <= Chords.LARGEST)) {
      return constant(f, Interval.ZERO, Double.POSITIVE_INFINITY);
    }
    double away = Rounding.addUp(deviation, w.mean().radius());
    return constant(f, f.enclose(mean), Rounding.multiplyUp(f.greatestSlope(), away));
  }

  /** A line and parts, of an f that leaves its tangent at once. */
  private static ActivatedNormal bent(
      Activation f, Line line, List<Part> parts, double off, Line tangent) {
    Interval slopes = Slopes.of(f, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    return new ActivatedNormal(
        line.value, line.slope, parts, off, slopes, tangent, Double.POSITIVE_INFINITY, false);
  }
}
