package surety.certificates.recurrence;

import surety.certificates.loop.DrawLaw;
import surety.certificates.precise.Ball;
import surety.certificates.precise.PreciseFunctions;

/** Draws with finitely many values: sums over these. */
final class FiniteMoments implements DrawMoments {
  private final DrawLaw.Finite distribution;
  private final int precision;

  FiniteMoments(DrawLaw.Finite distribution, int precision) {
    this.distribution = distribution;
    this.precision = precision;
  }

  @Override
  public Ball raw(int power) {
    return mixed(power, Ball.zero(precision));
  }

  @Override
  public Ball mixed(int power, Ball z) {
    Ball sum = Ball.zero(precision);
    for (int k = 0; k < distribution.values().size(); k++) {
      Ball value = Ball.of(distribution.values().get(k), precision);
      Ball weight = Ball.of(distribution.weights().get(k), precision);
      Ball part = weight.times(value.power(power));
      sum = sum.plus(z.isZero() ? part : part.times(PreciseFunctions.exp(value.times(z))));
    }
    return sum;
  }
}
