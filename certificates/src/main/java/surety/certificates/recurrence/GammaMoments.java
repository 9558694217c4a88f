package surety.certificates.recurrence;

import surety.certificates.arithmetic.Rational;
import surety.certificates.loop.Expression;
import surety.certificates.precise.Ball;

/**
 * Gamma draws with shape k and scale t, among them exponential ones: {@code E d^a exp(z d) = k (k +
 * 1) .. (k + a - 1) t^a (1 - t z)^-(k + a)}, if the real part of {@code t z} is below 1.
 */
final class GammaMoments implements DrawMoments {
  private final Expression shapeText;
  private final Ball shape;
  private final Ball scale;

  GammaMoments(Expression shapeText, Ball shape, Ball scale) {
    DrawMoments.requirePositive(shape, "the shape of a gamma draw");
    DrawMoments.requirePositive(scale, "the scale of a gamma draw");
    this.shapeText = shapeText;
    this.shape = shape;
    this.scale = scale;
  }

  @Override
  public Ball raw(int power) {
    Ball product = one();
    for (int i = 0; i < power; i++) {
      product = product.times(shape.plus(Ball.of(Rational.of(i), shape.precision()))).times(scale);
    }
    return product;
  }

  @Override
  public Ball mixed(int power, Ball z) {
    Ball rest = one().minus(scale.times(z));
    DrawMoments.requirePositive(
        rest.realPart(), "of exp(z d), d exponential or gamma, 1 - z times the scale of d");
    if (!(shapeText instanceof Expression.Constant constant)
        || !constant.value().isInteger()
        || constant.value().numerator().bitLength() > 10) {
      throw new ArithmeticException(
          "the mean of cos, sin and exp of a gamma draw is known for whole shapes up to 1023 only");
    }
    int whole = constant.value().numerator().intValueExact();
    return raw(power).times(rest.inverse().power(whole + power));
  }

  private Ball one() {
    return Ball.of(Rational.ONE, shape.precision());
  }
}
