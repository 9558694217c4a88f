package surety.certificates.network;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Floored;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.activation.Scaling;
import surety.certificates.activation.Section;
import surety.certificates.arithmetic.FloatFormat;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;

/**
 * How far each number of a network may be from that over the reals when the network is evaluated in
 * a floating-point format: inputs rounded to it, then gate by gate, each sum in any order, with or
 * without fused multiply-add, to nearest, subnormal numbers kept or flushed to zero wherever one is
 * written or read.
 *
 * <p><em>Why it is sound.</em> By induction over the gates. Let u be the format's unit, eta its
 * least normal number, and let the computed x' be within d of the exact x, with |x| <= m. A rounded
 * result is {@code y (1 + e) + n}, |e| <= u, |n| < eta.
 *
 * <p><em>A row</em> of k products and the constants of T terms, in any order: a product takes part
 * in at most r roundings, one of its own, unless its weight is 1 or -1, and one for each sum that
 * it enters, of which there are at most one fewer than summands other than 0; a fused multiply-add
 * only leaves some out. So relative errors add up to at most {@code gamma_r (|W| (m + d) + |b|)},
 * with gamma_r = r u / (1 - r u). A single rounding is one of the result, which is within |W| d of
 * the exact one. Of the at most 2 k + 2 T numbers written each adds less than eta once, and these
 * too are rounded later, by less than a factor of 2: {@code 4 (k + T) eta} in all. A number that is
 * read as zero is below eta: {@code |W| eta} more; a weight that is read as zero, |w| (m + d). With
 * {@code |W| d}, by which the exact row of the computed numbers differs from that of the exact
 * ones, that is the sum. Whatever the order, no intermediate result is greater than {@code |W| (m +
 * d) + |b|} plus that sum: if the format goes as far, nothing overflows. Weights of 0 give zeros,
 * and adding these changes nothing.
 *
 * <p><em>A piecewise linear activation</em> selects a piece, exactly, as kinks and slopes are
 * numbers of the format; and it is a slope times d away, at most, with the steepest one of the
 * pieces that x' may be on. A slope other than 0, 1 and -1 is a product, and rounded. A constant
 * piece gives its constant, a number of the format, too. <em>A scaling</em> {@code c x + s} stands
 * for {@code (x - mean) / range}, or for a division by a constant alone, which may be done by a
 * product with its rounded reciprocal. As the constants may be no numbers of the format there are
 * no more than 5 roundings: those of mean, range, difference, reciprocal and product. Each of x,
 * mean and difference may be taken for zero, and what that changes is multiplied by c; and the
 * difference, the result over c, must not overflow. Or it stands for a normalisation {@code (x -
 * mean) c + bias} with c = scale / root, computed so in any bracketing or as {@code x c + (bias -
 * mean c)}, where c is made of scale, variance and an offset: 10 roundings of sums of x c, mean c
 * and bias at most. Between the smallest numbers, of which each is less than eta away, are x c,
 * mean c, bias, their difference and the sum, those of x, mean and x - mean times c, and (x - mean)
 * / root times the scale. The root is between 2^-20 and 2^20, and scales and squares of roots are
 * between 2^-40 and 2^40, so that no constant on the way is near the ends of the format. Where c
 * and s are doubles the same is a row of one product, by a power of two, and a constant; for such a
 * row this is required as well. Such a weight beyond 1 / eta may be the reciprocal of a number that
 * is read as zero: it is an obstacle.
 *
 * <p><em>A floored function</em> is one function f above its floor, where the exact argument is;
 * but the computed one may be below, where the runtime knows no floor. So f itself is looked at,
 * from the lower end of the computed argument on, which must be positive: its slopes decrease in
 * size, so that the steepest one is there. It is the reciprocal in a division by a computed number,
 * of which the runtime rounds the quotient alone. <em>Any other activation</em> f is taken to be
 * computed to within so many units in the last place, as no standard fixes more: to within {@code
 * accuracy 2 u max(1, s, |f(x')|)}, s its greatest slope.
 *
 * <p>If a number may overflow anywhere, or a range is unbounded, nothing is known of any number: it
 * may be infinite, or none. All arithmetic here is rounded up.
 */
public final class Deviation {
  /** More than 1 over a root that a normalisation divides by: it is at least 2^-20. */
  private static final double GREATEST_RECIPROCAL = 0x1p21;

  private final FloatFormat format;
  private final int accuracy;
  private final List<Interval> ranges;
  private final double[] deviations;

  private Deviation(FloatFormat format, int accuracy, List<Interval> ranges) {
    this.format = format;
    this.accuracy = accuracy;
    this.ranges = ranges;
    this.deviations = new double[ranges.size()];
  }

  /**
   * Bounds the distance of each wire; infinite if nothing is known.
   *
   * @param accuracy of activations that are not piecewise linear, in units in the last place
   * @param ranges contain all values of each wire over the reals, as {@link Network#encloseWires}
   *     gives them
   */
  public static double[] of(
      Network network, FloatFormat format, int accuracy, List<Interval> ranges) {
    Network.checkLength(ranges.size(), network.wires());
    Deviation deviation = new Deviation(format, accuracy, ranges);
    if (!deviation.propagate(network)) {
      Arrays.fill(deviation.deviations, Double.POSITIVE_INFINITY);
    }
    return deviation.deviations;
  }

  /**
   * Why bounds do not cover an evaluation in a format, if that is so: the operators that the gates
   * stand for are computed otherwise, or a number of the network is none of the format.
   */
  public static Optional<String> obstacle(Network network, FloatFormat format) {
    if (network.unevaluable().isPresent()) {
      return network.unevaluable();
    }
    for (Gate gate : network.gates()) {
      double stray =
          gate instanceof Gate.Affine affine
              ? stray(affine, format)
              : stray(((Gate.Activations) gate).layer(), format);
      if (!Double.isNaN(stray)) {
        return Optional.of(
            ("the network has the number %s, which is no %s number, a subnormal end of a Clip, or"
                    + " the reciprocal of a subnormal number")
                .formatted(stray, format.word()));
      }
    }
    return Optional.empty();
  }

  /**
   * A weight or constant that is no number of the format, or a weight that may stand for a division
   * by a subnormal one: a reciprocal that is a double is a power of two. NaN if there is none.
   */
  private static double stray(Gate.Affine gate, FloatFormat format) {
    double most = 1 / format.leastNormal(); // exact: both are powers of two
    for (Gate.Term term : gate.terms()) {
      LinearOperator operator = term.layer().operator();
      for (int row = 0; row < operator.rows(); row++) {
        if (!format.contains(term.layer().bias(row))) {
          return term.layer().bias(row);
        }
        for (int k = 0; k < operator.entries(row); k++) {
          double weight = operator.weight(row, k);
          boolean isHuge = Math.abs(weight) > most && isPowerOfTwo(Math.abs(weight));
          if (!format.contains(weight) || isHuge) {
            return weight;
          }
        }
      }
    }
    return Double.NaN;
  }

  private static double stray(ActivationLayer layer, FloatFormat format) {
    for (Activation activation : layer.activations()) {
      if (activation instanceof PiecewiseLinear) {
        for (Section section : activation.sections()) {
          double slope = slope(activation, section);
          if (!format.contains(slope)) {
            return slope;
          }
          double value = slope == 0 ? activation.enclose(inside(section)).lower() : 0;
          if (!format.contains(value)) {
            return value;
          }
          boolean isEnd = Double.isFinite(section.to());
          if (isEnd && (!format.contains(section.to()) || format.mayFlush(section.to()))) {
            return section.to();
          }
        }
      }
    }
    return Double.NaN;
  }

  private static double slope(Activation activation, Section section) {
    return activation.encloseSlope(section, inside(section)).lower();
  }

  /** A number of a section: one of its ends, if it has any. */
  private static double inside(Section section) {
    double finite = Double.isFinite(section.to()) ? section.to() : 0;
    return Double.isFinite(section.from()) ? section.from() : finite;
  }

  /** Fills in all deviations; false if something may overflow. */
  private boolean propagate(Network network) {
    for (int k = 0; k < network.inputs(); k++) {
      double rounding = Rounding.multiplyUp(format.unit(), magnitude(k));
      double most = Rounding.addUp(rounding, format.leastNormal());
      if (!set(k, isExact(ranges.get(k)) ? 0 : most, magnitude(k))) {
        return false;
      }
    }
    int next = network.inputs();
    for (Gate gate : network.gates()) {
      for (int i = 0; i < gate.size(); i++) {
        boolean isFinite =
            gate instanceof Gate.Affine affine
                ? row(affine, i, next + i)
                : neuron((Gate.Activations) gate, i, next + i);
        if (!isFinite) {
          return false;
        }
      }
      next += gate.size();
    }
    return true;
  }

  /** Whether it is one number, which the format has and never reads as zero. */
  private boolean isExact(Interval range) {
    double x = range.lower();
    return range.isPoint() && format.contains(x) && !format.mayFlush(x);
  }

  private double magnitude(int wire) {
    return ranges.get(wire).magnitude();
  }

  /** Notes a deviation; false if intermediate results, or that away from them, may overflow. */
  private boolean set(int wire, double deviation, double intermediate) {
    deviations[wire] = deviation;
    return Rounding.addUp(intermediate, deviation) <= format.largest();
  }

  private boolean row(Gate.Affine gate, int row, int wire) {
    double sum = 0; // of |w| (m + d) and |b|
    double moved = 0; // what the arguments' deviations do
    int products = 0;
    int summands = 0;
    double last = 1; // the last weight other than 0
    boolean isRounded = false;
    for (Gate.Term term : gate.terms()) {
      LinearOperator operator = term.layer().operator();
      double bias = Math.abs(term.layer().bias(row));
      summands += bias == 0 ? 0 : 1;
      sum = Rounding.addUp(sum, bias);
      for (int k = 0; k < operator.entries(row); k++) {
        double weight = Math.abs(operator.weight(row, k));
        if (weight == 0) {
          continue; // 0 times a finite number is 0, and adding it changes nothing
        }
        int from = term.wires().at(operator.column(row, k));
        double size = product(weight, Rounding.addUp(magnitude(from), deviations[from]));
        double off = product(weight, Rounding.addUp(deviations[from], format.leastNormal()));
        sum = Rounding.addUp(sum, size);
        moved = Rounding.addUp(moved, off);
        moved = format.mayFlush(weight) ? Rounding.addUp(moved, size) : moved;
        isRounded |= weight != 1;
        last = weight;
        products++;
      }
    }
    summands += products;
    double intermediate = sum;
    if (products == 1 && summands > 1 && isPowerOfTwo(last)) { // perhaps (x - mean) / range
      moved = Rounding.addUp(moved, product(last, 4 * format.leastNormal()));
      intermediate = Math.max(sum, Rounding.divideUp(product(2, sum), last));
    }
    int roundings = Math.max(0, summands - 1) + (isRounded ? 1 : 0);
    double rounded = roundings == 1 ? Math.min(sum, Rounding.addUp(magnitude(wire), moved)) : sum;
    double own = roundings == 0 ? 0 : product(format.gamma(roundings), rounded);
    double flushed = product(4.0 * (products + 1 + gate.terms().size()), format.leastNormal());
    return set(wire, Rounding.addUp(Rounding.addUp(moved, own), flushed), intermediate);
  }

  private static boolean isPowerOfTwo(double positive) {
    return positive == Math.scalb(1.0, Math.getExponent(positive));
  }

  private boolean neuron(Gate.Activations gate, int neuron, int wire) {
    Activation activation = gate.layer().activation(neuron);
    int from = gate.wires().at(neuron);
    double d = Rounding.addUp(deviations[from], format.leastNormal());
    Interval argument =
        new Interval(
            Rounding.subtractDown(ranges.get(from).lower(), d),
            Rounding.addUp(ranges.get(from).upper(), d));
    if (activation instanceof PiecewiseLinear f) {
      return piecewise(f, argument, d, wire);
    }
    if (activation instanceof Scaling scaling) {
      return scaling(scaling, argument, d, wire);
    }
    if (activation.equals(Activation.SILU)) {
      return silu(argument, d, wire);
    }
    return activation instanceof Floored floored
        ? floored(floored.function(), argument, d, wire)
        : smooth(activation, activation.greatestSlope(), argument, d, wire);
  }

  private boolean piecewise(PiecewiseLinear f, Interval argument, double d, int wire) {
    double steepest = 0;
    double error = 0;
    for (Section section : f.sections()) {
      if (section.from() <= argument.upper() && argument.lower() <= section.to()) {
        double slope = Math.abs(slope(f, section));
        steepest = Math.max(steepest, slope);
        double size = product(slope, argument.magnitude());
        double own = slope == 0 || slope == 1 ? 0 : product(format.unit(), size);
        error = Math.max(error, format.mayFlush(slope) ? size : own);
      }
    }
    Interval values = f.enclose(argument);
    boolean mayFlush = steepest != 0 || format.mayFlush(values.upper());
    error = mayFlush ? Rounding.addUp(error, format.leastNormal()) : error;
    return set(wire, Rounding.addUp(product(steepest, d), error), values.magnitude());
  }

  private boolean scaling(Scaling f, Interval argument, double d, int wire) {
    double factor = f.factor().enclosure().magnitude();
    double least = f.factor().enclosure().abs().lower();
    double most = Rounding.divideDown(1, format.leastNormal());
    if (factor != 0 && !(least > format.leastNormal() && factor < most)) {
      return false; // it, or its reciprocal, may be read as zero
    }
    double size = product(factor, argument.magnitude());
    double sum = Rounding.addUp(size, f.size());
    double own = product(format.gamma(f.roundings()), sum);
    double flushed = product(8, product(Rounding.addUp(1, factor), format.leastNormal()));
    double difference = factor == 0 ? 0 : Rounding.divideUp(product(2, sum), least);
    if (f.isNormalization()) {
      difference = product(GREATEST_RECIPROCAL, difference);
    }
    double deviation = Rounding.addUp(product(factor, d), Rounding.addUp(own, flushed));
    return set(wire, deviation, Math.max(sum, difference));
  }

  /** A reciprocal, root or logarithm, whose slopes decrease in size, of what should be positive. */
  private boolean floored(Activation f, Interval argument, double d, int wire) {
    if (!(argument.lower() > 0)) {
      return false; // it may be computed where f has no value
    }
    Section last = f.sections().get(f.sections().size() - 1); // that above 0
    double steepest = f.encloseSlope(last, argument.lower()).magnitude();
    return smooth(f, steepest, argument, d, wire);
  }

  /**
   * {@code x s(x)} with the logistic function s, as a product or in one step. Each factor may read
   * x as zero, within d of it as well: so they are computed at points y and z with |y - x| <= d and
   * |z - x| <= d, and {@code |y s(z) - x s(x)| <= d + |x| d s'(t)} with a t between z and x, where
   * |x| <= |t| + d, and s' <= 1/4 and |t s'(t)| <= 1/4 everywhere.
   */
  private boolean silu(Interval argument, double d, int wire) {
    double steepest = Rounding.addUp(1.25, d / 4);
    double most = argument.magnitude();
    double sigmoid =
        Rounding.addUp(product(accuracy, 2 * format.unit()), format.leastNormal()); // s <= 1
    double each = Rounding.addUp(sigmoid, product(format.unit(), Rounding.addUp(1, sigmoid)));
    double own = product(each, Math.max(Activation.SILU.greatestSlope(), most));
    own = Rounding.addUp(own, format.leastNormal());
    return set(wire, Rounding.addUp(product(steepest, d), own), Rounding.addUp(most, own));
  }

  private boolean smooth(Activation f, double steepest, Interval argument, double d, int wire) {
    double values = f.enclose(argument).magnitude();
    double scale = Math.max(1, Math.max(steepest, values));
    double own = product(product(accuracy, 2 * format.unit()), scale);
    own = Rounding.addUp(own, format.leastNormal());
    return set(wire, Rounding.addUp(product(steepest, d), own), values);
  }

  /** Of two numbers that are not negative, rounded up; 0 times infinity is 0. */
  private static double product(double a, double b) {
    return a == 0 || b == 0 ? 0 : Rounding.multiplyUp(a, b);
  }
}
