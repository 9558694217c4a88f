package surety.language.law;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;

/** The probabilities of distributions that count. */
public final class Counts {
  /** Of a Poisson distribution, less than one of so many shares is cut off. */
  private static final BigInteger SHARES = BigInteger.TEN.pow(30);

  /** Bits behind the point of quantities of which the first is 1. */
  private static final int PRECISION = 320;

  /** Its probabilities are rounded down to multiples of this. */
  private static final BigInteger UNIT = BigInteger.TEN.pow(40);

  private Counts() {}

  /** How often something with a probability happens among so many, from 0 on. */
  public static List<Rational> binomial(int trials, Rational probability) {
    BigInteger yes = probability.numerator();
    BigInteger all = probability.denominator();
    BigInteger no = all.subtract(yes);
    BigInteger denominator = all.pow(trials);
    BigInteger choices = BigInteger.ONE;
    List<Rational> weights = new ArrayList<>();
    for (int k = 0; k <= trials; k++) {
      BigInteger ways = choices.multiply(yes.pow(k)).multiply(no.pow(trials - k));
      weights.add(Rational.of(ways, denominator));
      choices = choices.multiply(BigInteger.valueOf(trials - k)).divide(BigInteger.valueOf(k + 1L));
    }
    return weights;
  }

  /**
   * Lower bounds of the probabilities of a Poisson distribution with a positive mean, from 0 on.
   *
   * <p>The probability of k is w_k / (S + T), where w_k = mean^k / k!, S is the sum of those that
   * are kept, and T of the others; from some k on each is less than half of the one before, so that
   * T is below t = 2 w of the first that is left out. So w_k / (S + t), rounded down, is a lower
   * bound, and what these lack of 1 is the mass of which nothing is said. Each w_k is known between
   * two multiples of a small power of two.
   */
  public static List<Rational> poisson(Rational mean) {
    BigInteger p = mean.numerator();
    BigInteger q = mean.denominator();
    List<BigInteger> terms = new ArrayList<>();
    BigInteger below = BigInteger.ONE.shiftLeft(PRECISION);
    BigInteger above = below;
    BigInteger sumBelow = BigInteger.ZERO;
    BigInteger sumAbove = BigInteger.ZERO;
    for (int k = 0; ; k++) {
      BigInteger divisor = q.multiply(BigInteger.valueOf(k + 1L));
      boolean halves = p.shiftLeft(1).compareTo(divisor) < 0;
      if (halves && above.shiftLeft(1).multiply(SHARES).compareTo(sumBelow) < 0) {
        break;
      }
      terms.add(below);
      sumBelow = sumBelow.add(below);
      sumAbove = sumAbove.add(above);
      below = below.multiply(p).divide(divisor);
      above = above.multiply(p).add(divisor).subtract(BigInteger.ONE).divide(divisor); // upward
    }
    BigInteger bound = sumAbove.add(above.shiftLeft(1));
    return terms.stream()
        .map(term -> Rational.of(term.multiply(UNIT).divide(bound), UNIT))
        .toList();
  }

  /**
   * The probabilities of a Poisson distribution under the condition that its value lies in a range,
   * exactly: with mean p/q they are proportional to the whole numbers p^(k-from) q^(to-k) to!/k!.
   *
   * @param mostBits of a numerator or denominator
   * @return from {@code from} on; nothing if they have more bits than that
   */
  public static Optional<List<Rational>> poisson(Rational mean, int from, int to, int mostBits) {
    BigInteger p = mean.numerator();
    BigInteger q = mean.denominator();
    int bits = Math.max(p.bitLength(), q.bitLength()) + BigInteger.valueOf(to).bitLength();
    if (((long) to - from) * bits > mostBits) {
      return Optional.empty();
    }
    List<BigInteger> shares = new ArrayList<>();
    BigInteger falling = BigInteger.ONE; // to!/k!
    for (int k = to; k >= from; k--) {
      shares.add(p.pow(k - from).multiply(q.pow(to - k)).multiply(falling));
      falling = falling.multiply(BigInteger.valueOf(k));
    }
    Collections.reverse(shares);
    BigInteger sum = shares.stream().reduce(BigInteger.ZERO, BigInteger::add);
    return Optional.of(shares.stream().map(share -> Rational.of(share, sum)).toList());
  }
}
