package surety.certificates.attack;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import surety.certificates.arithmetic.Rational;

/** A density on a piece of the line, known by its moments. */
sealed interface Curve {
  /** The integral of {@code x^power} times the density, for powers up to 2. */
  Span moment(int power, Rational from, Rational to);

  /** The constant first. */
  record Polynomial(List<Rational> coefficients) implements Curve {
    public Polynomial {
      coefficients = List.copyOf(coefficients);
    }

    @Override
    public Span moment(int power, Rational from, Rational to) {
      Rational sum = Rational.ZERO;
      for (int k = 0; k < coefficients.size(); k++) {
        int n = k + power + 1;
        Rational part = power(to, n).minus(power(from, n)).times(Rational.of(1, n));
        sum = sum.plus(coefficients.get(k).times(part));
      }
      return Span.of(sum);
    }

    private static Rational power(Rational x, int n) {
      Rational product = Rational.ONE;
      for (int k = 0; k < n; k++) {
        product = product.times(x);
      }
      return product;
    }
  }

  /** {@code e^-x}, from 0 on. */
  record Exponential() implements Curve {
    @Override
    public Span moment(int power, Rational from, Rational to) {
      return above(power, from).minus(above(power, to));
    }

    private static Span above(int power, Rational x) {
      Rational factor =
          switch (power) {
            case 0 -> Rational.ONE;
            case 1 -> x.plus(Rational.ONE);
            default -> x.times(x.plus(Rational.of(2))).plus(Rational.of(2));
          };
      return Numbers.exp(x.negate()).times(factor);
    }
  }

  /** The standard normal density. */
  record Normal() implements Curve {
    @Override
    public Span moment(int power, Rational from, Rational to) {
      return switch (power) {
        case 0 -> mass(from, to);
        case 1 -> Numbers.normalDensity(from).minus(Numbers.normalDensity(to));
        default ->
            mass(from, to)
                .plus(Numbers.normalDensity(from).times(from))
                .minus(Numbers.normalDensity(to).times(to));
      };
    }

    private static Span mass(Rational from, Rational to) {
      return Numbers.normalFromZero(to).minus(Numbers.normalFromZero(from));
    }
  }

  /** Values of functions, far closer than anything that is compared with them. */
  final class Numbers {
    private static final int DIGITS = 60;
    private static final MathContext CONTEXT = new MathContext(DIGITS);
    private static final Rational SHARE = Rational.parse("1e-50");
    private static final BigDecimal LEAST = new BigDecimal("1e-60");
    private static final Map<Rational, Span> DENSITIES = new ConcurrentHashMap<>();
    private static final Map<Rational, Span> MASSES = new ConcurrentHashMap<>();
    private static final Map<Rational, Span> POWERS = new ConcurrentHashMap<>();

    private Numbers() {}

    private static Apfloat precisely(Rational x) {
      return new Apfloat(x.numerator(), DIGITS).divide(new Apfloat(x.denominator(), DIGITS));
    }

    private static Span around(BigDecimal value) {
      Rational near = Rational.parse(value.round(CONTEXT).toString());
      return Span.of(near).widened(near.abs().times(SHARE));
    }

    static Span exp(Rational x) {
      return POWERS.computeIfAbsent(
          x, key -> around(new BigDecimal(ApfloatMath.exp(precisely(key)).toString())));
    }

    static Span normalDensity(Rational x) {
      return DENSITIES.computeIfAbsent(
          x,
          key -> {
            Apfloat power = ApfloatMath.exp(precisely(key.times(key).times(Rational.of(-1, 2))));
            Apfloat twoPi = ApfloatMath.pi(DIGITS).multiply(new Apfloat(2, DIGITS));
            return around(new BigDecimal(power.divide(ApfloatMath.sqrt(twoPi)).toString()));
          });
    }

    /**
     * phi(x) (x + x^3 / 3 + x^5 / 15 + ...), all terms of one sign. Where k is beyond 2 x^2 each is
     * less than half of the one before it, so that what is left out is less than the last one.
     */
    static Span normalFromZero(Rational x) {
      return MASSES.computeIfAbsent(
          x,
          key -> {
            BigDecimal at =
                new BigDecimal(key.numerator()).divide(new BigDecimal(key.denominator()), CONTEXT);
            BigDecimal square = at.multiply(at, CONTEXT);
            BigDecimal term = at;
            BigDecimal sum = at;
            BigDecimal far = square.multiply(BigDecimal.valueOf(2)).add(BigDecimal.ONE);
            for (int k = 3; isSeen(term) || far.compareTo(BigDecimal.valueOf(k)) > 0; k += 2) {
              term = term.multiply(square, CONTEXT).divide(BigDecimal.valueOf(k), CONTEXT);
              sum = sum.add(term, CONTEXT);
            }
            Rational series = Rational.parse(sum.toString());
            return normalDensity(key).times(series).widened(Rational.parse("1e-25"));
          });
    }

    private static boolean isSeen(BigDecimal term) {
      return term.abs().compareTo(LEAST) > 0;
    }
  }
}
