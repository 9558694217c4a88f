package surety.certificates.recurrence;

import java.util.HashMap;
import java.util.Map;
import surety.certificates.arithmetic.Rational;
import surety.certificates.loop.DrawLaw;
import surety.certificates.loop.Expression;
import surety.certificates.precise.Ball;
import surety.certificates.precise.Exponent;
import surety.certificates.stop.Stop;

/** Coefficients with an error that is counted. */
final class BallCoefficients implements Coefficients<Ball> {
  private final int precision;
  private final Stop stop;
  private final MixedMoments moments;
  private final Map<Exponent, Ball> exponentials = new HashMap<>();
  private final Map<Expression, Ball> constants = new HashMap<>();

  BallCoefficients(int precision, Stop stop) {
    this.precision = precision;
    this.stop = stop;
    this.moments = new MixedMoments(precision);
  }

  @Override
  public Ball of(Rational number) {
    return Ball.of(number, precision);
  }

  @Override
  public Ball plus(Ball a, Ball b) {
    return a.plus(b);
  }

  @Override
  public Ball times(Ball a, Ball b) {
    stop.check();
    return a.times(b);
  }

  @Override
  public Ball timesI(Ball a) {
    return a.timesI();
  }

  @Override
  public Ball conjugate(Ball a) {
    return a.conjugate();
  }

  @Override
  public boolean isZero(Ball a) {
    return a.isZero();
  }

  @Override
  public Ball constant(Expression expression) {
    return constants.computeIfAbsent(expression, each -> ConstantValue.of(each, precision));
  }

  @Override
  public Ball inverse(Expression expression) {
    return constant(expression).inverse();
  }

  @Override
  public Ball exponential(Exponent power) {
    return exponentials.computeIfAbsent(power, each -> each.exponential(precision));
  }

  @Override
  public Ball moment(DrawLaw distribution, int power, Exponent exponent) {
    stop.check();
    return moments.of(distribution, power, exponent);
  }
}
