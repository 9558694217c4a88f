package surety.certificates.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.BiFunction;
import surety.certificates.arithmetic.Rational;

/**
 * A weighted sum of independent inputs whose densities are polynomials piece by piece: its
 * distribution function is a sum of truncated powers {@code C max(t - c, 0)^m / m!}, exactly.
 *
 * <p>The convolution of such a power with a polynomial q from A on has, for each k, the power
 * {@code m + k + 1} at {@code c + A} with the factor {@code q^(k)(A)}; a piece from A to B is what
 * begins at A less what begins at B.
 */
final class ExactSum {

  /** A polynomial between two numbers; its coefficients, the constant first. */
  record Piece(Rational lower, Rational upper, List<Rational> polynomial) {
    private Rational integral(int power) {
      Rational sum = Rational.ZERO;
      for (int k = 0; k < polynomial.size(); k++) {
        int n = k + power + 1;
        Rational part = ExactSum.power(upper, n).minus(ExactSum.power(lower, n));
        sum = sum.plus(polynomial.get(k).times(part).times(Rational.of(1, n)));
      }
      return sum;
    }
  }

  /**
   * A distribution.
   *
   * @param text as the statement has it
   */
  record Density(String text, List<Piece> pieces) {
    /** The mean of a power. */
    Rational moment(int power) {
      return pieces.stream().map(p -> p.integral(power)).reduce(Rational.ZERO, Rational::plus);
    }

    Rational lower() {
      return pieces.get(0).lower;
    }

    Rational upper() {
      return pieces.get(pieces.size() - 1).upper;
    }

    /** Given that it lies in an interval, if it may. */
    private Density on(Rational lower, Rational upper) {
      List<Piece> inside = new ArrayList<>();
      for (Piece piece : pieces) {
        Rational from = lower.compareTo(piece.lower) > 0 ? lower : piece.lower;
        Rational to = upper.compareTo(piece.upper) < 0 ? upper : piece.upper;
        if (from.compareTo(to) < 0) {
          inside.add(new Piece(from, to, piece.polynomial));
        }
      }
      Rational mass = new Density(text, inside).moment(0);
      if (inside.isEmpty() || mass.isZero()) {
        return this;
      }
      List<Piece> scaled =
          inside.stream().map(p -> new Piece(p.lower, p.upper, times(p.polynomial, mass))).toList();
      return new Density(text + " on [" + lower + ", " + upper + "]", scaled);
    }

    private static List<Rational> times(List<Rational> polynomial, Rational mass) {
      return polynomial.stream().map(c -> c.dividedBy(mass)).toList();
    }
  }

  private record Power(Rational start, int exponent) {}

  private final Map<Power, Rational> powers;

  /** Of at least one input with a weight that is not 0. */
  ExactSum(List<Rational> weights, List<Density> densities) {
    Map<Power, Rational> sum = Map.of(new Power(Rational.ZERO, 0), Rational.ONE);
    for (int q = 0; q < weights.size(); q++) {
      if (!weights.get(q).isZero()) {
        sum = convolved(sum, weights.get(q), densities.get(q));
      }
    }
    this.powers = sum;
  }

  private static Map<Power, Rational> convolved(
      Map<Power, Rational> sum, Rational weight, Density density) {
    Map<Power, Rational> result = new HashMap<>();
    for (Piece piece : density.pieces) {
      // of w x, from its lesser end to its greater one
      boolean turned = weight.signum() < 0;
      Rational from = turned ? piece.upper : piece.lower;
      Rational to = turned ? piece.lower : piece.upper;
      List<Rational> derivative = piece.polynomial;
      Rational scale = weight.abs();
      for (int k = 0; !derivative.isEmpty(); k++) {
        Rational factor = Rational.ONE.dividedBy(scale);
        add(result, sum, from.times(weight), k + 1, at(derivative, from).times(factor));
        add(result, sum, to.times(weight), k + 1, at(derivative, to).times(factor).negate());
        derivative = derivative(derivative);
        scale = scale.times(weight); // its sign as well: the k-th derivative of p(y / w)
      }
    }
    return result;
  }

  private static void add(
      Map<Power, Rational> result,
      Map<Power, Rational> sum,
      Rational start,
      int more,
      Rational factor) {
    if (factor.isZero()) {
      return;
    }
    sum.forEach(
        (power, coefficient) ->
            result.merge(
                new Power(power.start.plus(start), power.exponent + more),
                coefficient.times(factor),
                Rational::plus));
  }

  /** P(sum {@code <=} t). */
  Rational cdf(Rational t) {
    return at(t, 0);
  }

  /** The mean of {@code max(t - sum, 0)}: what the distribution function integrates to. */
  Rational below(Rational t) {
    return at(t, 1);
  }

  private Rational at(Rational t, int more) {
    Rational sum = Rational.ZERO;
    for (Map.Entry<Power, Rational> entry : powers.entrySet()) {
      Rational distance = t.minus(entry.getKey().start);
      if (distance.signum() > 0) {
        Rational value = entry.getValue();
        for (int i = 1; i <= entry.getKey().exponent + more; i++) {
          value = value.times(distance).times(Rational.of(1, i));
        }
        sum = sum.plus(value);
      }
    }
    return sum;
  }

  /** A density of any kind. */
  static Density density(SplittableRandom random) {
    Density density =
        switch (random.nextInt(5)) {
          case 0 -> uniform(number(random), width(random));
          case 1, 2 -> beta(random.nextInt(4), random.nextInt(3));
          case 3 -> triangular(random);
          default -> histogram(random);
        };
    if (random.nextInt(3) > 0) {
      return density;
    }
    Rational width = density.upper().minus(density.lower());
    Rational from = density.lower().plus(width.times(Rational.of(random.nextInt(-3, 8), 11)));
    return density.on(from, from.plus(width.times(Rational.of(random.nextInt(1, 9), 7))));
  }

  /** A number that is often no double. */
  static Rational number(SplittableRandom random) {
    int denominator = new int[] {1, 2, 3, 7, 10, 64, 1000}[random.nextInt(7)];
    return Rational.of(random.nextInt(-3 * denominator, 3 * denominator + 1), denominator);
  }

  private static Rational width(SplittableRandom random) {
    return number(random).abs().plus(Rational.of(1, random.nextBoolean() ? 3 : 1000));
  }

  private static Density uniform(Rational lower, Rational width) {
    Rational upper = lower.plus(width);
    return new Density(
        "uniform(" + lower + ", " + upper + ")",
        List.of(new Piece(lower, upper, List.of(Rational.ONE.dividedBy(width)))));
  }

  /** {@code x^p (1 - x)^q} over its integral. */
  private static Density beta(int p, int q) {
    List<Rational> polynomial = List.of(Rational.ONE);
    for (int i = 0; i < p + q; i++) {
      polynomial = times(polynomial, i < p ? List.of(0, 1) : List.of(1, -1));
    }
    Rational mass = new Piece(Rational.ZERO, Rational.ONE, polynomial).integral(0);
    return new Density(
        "beta(" + (p + 1) + ", " + (q + 1) + ")",
        List.of(new Piece(Rational.ZERO, Rational.ONE, Density.times(polynomial, mass))));
  }

  private static List<Rational> times(List<Rational> polynomial, List<Integer> line) {
    List<Rational> product = new ArrayList<>();
    for (int k = 0; k <= polynomial.size(); k++) {
      Rational low = k < polynomial.size() ? polynomial.get(k) : Rational.ZERO;
      Rational high = k > 0 ? polynomial.get(k - 1) : Rational.ZERO;
      product.add(low.times(Rational.of(line.get(0))).plus(high.times(Rational.of(line.get(1)))));
    }
    return product;
  }

  private static Density triangular(SplittableRandom random) {
    Rational lower = number(random);
    Rational width = width(random);
    Rational upper = lower.plus(width);
    int place = random.nextInt(5);
    Rational mode = lower.plus(width.times(Rational.of(place, 4)));
    BiFunction<Rational, Rational, List<Rational>> line =
        (zero, slope) -> List.of(zero.times(slope).negate(), slope);
    Rational two = Rational.of(2).dividedBy(width);
    List<Piece> pieces = new ArrayList<>();
    if (place > 0) {
      Rational slope = two.dividedBy(mode.minus(lower));
      pieces.add(new Piece(lower, mode, line.apply(lower, slope)));
    }
    if (place < 4) {
      Rational slope = two.dividedBy(mode.minus(upper));
      pieces.add(new Piece(mode, upper, line.apply(upper, slope)));
    }
    return new Density("triangular(" + lower + ", " + mode + ", " + upper + ")", pieces);
  }

  private static Density histogram(SplittableRandom random) {
    TreeSet<Rational> edges = new TreeSet<>();
    while (edges.size() < 2 || random.nextInt(3) > 0) {
      edges.add(number(random));
    }
    List<Rational> all = List.copyOf(edges);
    int bins = all.size() - 1;
    int[] counts = new int[bins];
    int total = 0;
    for (int k = 0; k < bins; k++) {
      counts[k] = random.nextInt(k == 0 ? 1 : 0, 4); // not all of them 0
      total += counts[k];
    }
    List<Rational> weights = new ArrayList<>();
    List<Piece> pieces = new ArrayList<>();
    for (int k = 0; k < bins; k++) {
      weights.add(Rational.of(counts[k], total));
      Rational width = all.get(k + 1).minus(all.get(k));
      pieces.add(new Piece(all.get(k), all.get(k + 1), List.of(weights.get(k).dividedBy(width))));
    }
    return new Density("histogram(" + all + ", " + weights + ")", pieces);
  }

  private static Rational at(List<Rational> polynomial, Rational x) {
    Rational value = Rational.ZERO;
    for (int k = polynomial.size() - 1; k >= 0; k--) {
      value = value.times(x).plus(polynomial.get(k));
    }
    return value;
  }

  private static List<Rational> derivative(List<Rational> polynomial) {
    List<Rational> derivative = new ArrayList<>();
    for (int k = 1; k < polynomial.size(); k++) {
      derivative.add(polynomial.get(k).times(Rational.of(k)));
    }
    return derivative;
  }

  private static Rational power(Rational x, int k) {
    return k == 0 ? Rational.ONE : x.times(power(x, k - 1));
  }
}
