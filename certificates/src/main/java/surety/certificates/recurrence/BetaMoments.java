package surety.certificates.recurrence;

import java.util.List;
import surety.certificates.arithmetic.Rational;
import surety.certificates.precise.Ball;

/**
 * Draws between 0 and 1: {@code E d^j} is the product of {@code (a + i) / (a + b + i)}, i below j.
 */
final class BetaMoments extends BoundedMoments {
  private final Ball first;
  private final Ball sum;

  BetaMoments(Ball first, Ball second) {
    super(Ball.of(Rational.ONE, first.precision()));
    DrawMoments.requirePositive(first, "a parameter of a beta draw");
    DrawMoments.requirePositive(second, "a parameter of a beta draw");
    this.first = first;
    this.sum = first.plus(second);
  }

  @Override
  Ball next(List<Ball> known) {
    Ball i = Ball.of(Rational.of(known.size() - 1L), first.precision());
    return known.get(known.size() - 1).times(first.plus(i)).times(sum.plus(i).inverse());
  }
}
