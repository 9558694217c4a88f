package surety.certificates.region;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Gate;
import surety.certificates.network.LinearOperator;
import surety.certificates.rejection.RegionRejection;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.Law;

/**
 * An exact affine function of the coordinates x: {@code 2^exponent / denominator (c_1 x_1 + ... +
 * c_n x_n + c_0 / unit)} with integers c. The unit is a common denominator of the inputs'
 * constants, the same for all functions of a network; the denominator is 1 unless inputs are
 * fractions of coordinates or the network divides by a constant; all else is dyadic, because
 * weights are doubles. That makes sums and products much cheaper than fractions that have to be
 * reduced.
 */
public final class ExactAffine {
  /** Longest number: each step costs at most the square of it. */
  private static final int MOST_BITS = 1 << 14;

  private final BigInteger[] numerators;
  private final int exponent;
  private final BigInteger denominator;
  private final BigInteger unit;

  /** {@code numerators[n]} belongs to the constant. */
  private ExactAffine(
      BigInteger[] numerators, int exponent, BigInteger denominator, BigInteger unit)
      throws RejectedException {
    requireShort(Math.abs(exponent));
    requireShort(denominator.bitLength());
    for (BigInteger c : numerators) {
      requireShort(c.bitLength());
    }
    int common = Integer.MAX_VALUE;
    for (BigInteger c : numerators) {
      common = c.signum() == 0 ? common : Math.min(common, c.getLowestSetBit());
    }
    this.denominator = denominator;
    this.unit = unit;
    if (common == Integer.MAX_VALUE || common == 0) {
      this.numerators = numerators;
      this.exponent = common == 0 ? exponent : 0;
    } else {
      int shift = common;
      this.numerators =
          Arrays.stream(numerators).map(c -> c.shiftRight(shift)).toArray(BigInteger[]::new);
      this.exponent = Math.addExact(exponent, common);
    }
  }

  static void requireShort(int bits) throws RejectedException {
    if (bits > MOST_BITS) {
      throw new RejectedException(
          new RegionRejection.NotEnumerable(
              "the exact numbers of the network become longer than "
                  + MOST_BITS
                  + " bits, too long for regions; a network with fewer layers, or with rounder numbers"
                  + " in it and in the fixed inputs, has shorter ones"));
    }
  }

  /** The function {@code x_q}. */
  static ExactAffine variable(int dimension, int q, BigInteger unit) throws RejectedException {
    BigInteger[] numerators = zeros(dimension);
    numerators[q] = BigInteger.ONE;
    return new ExactAffine(numerators, 0, BigInteger.ONE, unit);
  }

  /** A constant whose denominator divides the unit. */
  static ExactAffine constant(int dimension, Rational value, BigInteger unit)
      throws RejectedException {
    BigInteger[] numerators = zeros(dimension);
    numerators[dimension] = value.numerator().multiply(unit.divide(value.denominator()));
    return new ExactAffine(numerators, 0, BigInteger.ONE, unit);
  }

  /** A network's input; the denominator of its constant divides the unit. */
  static ExactAffine of(Law.InputMap map, int dimension, BigInteger unit) throws RejectedException {
    ExactAffine constant = constant(dimension, map.constant(), unit);
    Sum sum = new Sum(dimension, unit);
    sum.add(Dyadic.ONE, constant);
    for (Law.Term term : map.terms()) {
      ExactAffine coordinate = variable(dimension, term.coordinate(), unit);
      sum.add(Dyadic.ONE, coordinate.mapped(term.coefficient(), Rational.ZERO));
    }
    return sum.plusConstant(Dyadic.ZERO);
  }

  private static BigInteger[] zeros(int dimension) {
    BigInteger[] zeros = new BigInteger[dimension + 1];
    Arrays.fill(zeros, BigInteger.ZERO);
    return zeros;
  }

  /** One row of an affine gate, applied to the functions of all wires before it. */
  static ExactAffine row(Gate.Affine gate, int row, List<ExactAffine> wires)
      throws RejectedException {
    ExactAffine any = wires.get(0);
    Sum sum = new Sum(any.dimension(), any.unit);
    Dyadic bias = Dyadic.ZERO;
    for (Gate.Term term : gate.terms()) {
      LinearOperator operator = term.layer().operator();
      for (int k : operator.nonzeros(row)) {
        int wire = term.wires().at(operator.column(row, k));
        sum.add(Dyadic.of(operator.weight(row, k)), wires.get(wire));
      }
      bias = bias.plus(Dyadic.of(term.layer().bias(row)));
    }
    return sum.plusConstant(bias);
  }

  /** {@code slope f + intercept}. */
  ExactAffine mapped(Rational slope, Rational intercept) throws RejectedException {
    if (intercept.isZero() && slope.equals(Rational.ONE)) {
      return this;
    }
    Sum sum = new Sum(dimension(), unit);
    BigInteger divisor = odd(slope.denominator());
    sum.denominator = denominator.multiply(divisor);
    sum.add(
        dyadic(slope), new ExactAffine(numerators, exponent, denominator.multiply(divisor), unit));
    sum.common(odd(intercept.denominator()));
    BigInteger rest = sum.denominator.divide(odd(intercept.denominator()));
    return sum.plusConstant(dyadic(intercept), rest);
  }

  /** A number times the odd part of its denominator. */
  private static Dyadic dyadic(Rational r) {
    return new Dyadic(r.numerator(), -r.denominator().getLowestSetBit());
  }

  private static BigInteger odd(BigInteger number) {
    return number.shiftRight(number.getLowestSetBit());
  }

  /** Collects a sum over the least exponent so far. */
  private static final class Sum {
    private final BigInteger[] numerators;
    private final BigInteger unit;
    private BigInteger denominator = BigInteger.ONE;
    private int exponent;
    private boolean empty = true;

    Sum(int dimension, BigInteger unit) {
      this.numerators = zeros(dimension);
      this.unit = unit;
    }

    void add(Dyadic factor, ExactAffine f) throws RejectedException {
      if (factor.signum() == 0) {
        return;
      }
      int power = Math.addExact(factor.exponent(), f.exponent);
      BigInteger significand = factor.significand().multiply(common(f.denominator));
      align(power);
      for (int q = 0; q < numerators.length; q++) {
        if (f.numerators[q].signum() != 0) {
          BigInteger product = f.numerators[q].multiply(significand);
          numerators[q] = numerators[q].add(product.shiftLeft(power - exponent));
        }
      }
    }

    /** Makes the denominator a multiple of another one, and tells of which number. */
    private BigInteger common(BigInteger other) throws RejectedException {
      if (denominator.equals(other)) {
        return BigInteger.ONE;
      }
      BigInteger missing = other.divide(denominator.gcd(other));
      for (int q = 0; q < numerators.length; q++) {
        numerators[q] = numerators[q].multiply(missing);
      }
      denominator = denominator.multiply(missing);
      requireShort(denominator.bitLength());
      return denominator.divide(other);
    }

    private void align(int power) {
      if (!empty && power < exponent) {
        for (int q = 0; q < numerators.length; q++) {
          numerators[q] = numerators[q].shiftLeft(Math.subtractExact(exponent, power));
        }
      }
      exponent = empty ? power : Math.min(exponent, power);
      empty = false;
    }

    ExactAffine plusConstant(Dyadic value) throws RejectedException {
      return plusConstant(value, denominator);
    }

    /** Plus {@code value factor / denominator}. */
    private ExactAffine plusConstant(Dyadic value, BigInteger factor) throws RejectedException {
      if (value.signum() != 0) {
        align(value.exponent());
        int last = numerators.length - 1;
        BigInteger scaled = value.significand().multiply(unit).multiply(factor);
        numerators[last] = numerators[last].add(scaled.shiftLeft(value.exponent() - exponent));
      }
      return new ExactAffine(numerators, exponent, denominator, unit);
    }
  }

  /** Number of coordinates. */
  public int dimension() {
    return numerators.length - 1;
  }

  /** Whether it does not depend on x. */
  public boolean isConstant() {
    for (int q = 0; q < dimension(); q++) {
      if (numerators[q].signum() != 0) {
        return false;
      }
    }
    return true;
  }

  /** The factor of one input. */
  public Rational coefficient(int q) {
    return scaled(numerators[q], BigInteger.ONE);
  }

  /** The constant term. */
  public Rational constant() {
    return scaled(numerators[dimension()], unit);
  }

  private Rational scaled(BigInteger numerator, BigInteger divisor) {
    BigInteger all = denominator.multiply(divisor);
    return exponent >= 0
        ? Rational.of(numerator.shiftLeft(exponent), all)
        : Rational.of(numerator, all.shiftLeft(-exponent));
  }

  /** The exact value at a point. */
  public Rational at(RationalPoint point) {
    BigInteger sum = BigInteger.ZERO;
    for (int q = 0; q < dimension(); q++) {
      sum = sum.add(numerators[q].multiply(point.numerators().get(q)));
    }
    sum = sum.multiply(unit).add(numerators[dimension()].multiply(point.denominator()));
    return scaled(sum, unit.multiply(point.denominator()));
  }

  /** Where the function, which is not constant, is at least {@code bound}. */
  HalfSpace atLeast(Dyadic bound) throws RejectedException {
    ExactAffine f = bound.signum() == 0 ? this : mapped(Rational.ONE, bound.negate().toRational());
    BigInteger[] normal = new BigInteger[f.dimension()];
    for (int q = 0; q < normal.length; q++) {
      normal[q] = f.numerators[q].multiply(unit);
    }
    return new HalfSpace(List.of(normal), f.numerators[f.dimension()]);
  }
}
