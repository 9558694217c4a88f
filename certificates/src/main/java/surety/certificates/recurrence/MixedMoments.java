package surety.certificates.recurrence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import surety.certificates.loop.DrawLaw;
import surety.certificates.loop.Expression;
import surety.certificates.precise.Ball;
import surety.certificates.precise.Exponent;

/** Means of {@code d^a exp(z d)} for draws d. */
final class MixedMoments {
  /** Digits beyond those that are asked for. */
  private static final int SPARE = 32;

  private final int precision;
  private final Map<DrawLaw, DrawMoments> laws = new HashMap<>();
  private final Map<Key, Ball> known = new HashMap<>();

  private record Key(DrawLaw distribution, int power, Exponent exponent) {}

  MixedMoments(int precision) {
    this.precision = precision;
  }

  /**
   * The mean.
   *
   * @throws ArithmeticException if it does not exist, or a parameter is none of the distribution's
   */
  Ball of(DrawLaw distribution, int power, Exponent exponent) {
    return known.computeIfAbsent(
        new Key(distribution, power, exponent), key -> compute(distribution, power, exponent));
  }

  private Ball compute(DrawLaw distribution, int power, Exponent exponent) {
    DrawMoments law = laws.computeIfAbsent(distribution, each -> law(each, precision + SPARE));
    Ball moment =
        exponent.isZero() ? law.raw(power) : law.mixed(power, exponent.value(precision + SPARE));
    return moment.withPrecision(precision);
  }

  private static DrawMoments law(DrawLaw distribution, int precision) {
    if (distribution instanceof DrawLaw.Finite finite) {
      return new FiniteMoments(finite, precision);
    }
    DrawLaw.Continuous continuous = (DrawLaw.Continuous) distribution;
    List<Ball> parameters =
        continuous.parameters().stream().map(each -> ConstantValue.of(each, precision)).toList();
    return switch (continuous.family()) {
      case UNIFORM -> new SplineMoments(parameters);
      case TRIANGULAR -> {
        requireOrder(continuous.parameters().get(0), continuous.parameters().get(1), precision);
        requireOrder(continuous.parameters().get(1), continuous.parameters().get(2), precision);
        yield new SplineMoments(parameters);
      }
      case NORMAL -> new NormalMoments(parameters.get(0), parameters.get(1));
      case TRUNCATED_NORMAL -> new TruncatedNormalMoments(continuous.parameters(), precision);
      case BETA -> new BetaMoments(parameters.get(0), parameters.get(1));
      case GAMMA ->
          new GammaMoments(continuous.parameters().get(0), parameters.get(0), parameters.get(1));
      case LAPLACE -> new LaplaceMoments(parameters.get(0), parameters.get(1));
    };
  }

  private static void requireOrder(Expression lower, Expression upper, int precision) {
    Ball width = ConstantValue.of(upper, precision).minus(ConstantValue.of(lower, precision));
    if (!lower.equals(upper)) {
      DrawMoments.requirePositive(width, "what a mode is away from an end, unless it is the end,");
    }
  }
}
