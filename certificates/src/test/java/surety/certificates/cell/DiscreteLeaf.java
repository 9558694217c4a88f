package surety.certificates.cell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.Rounding;

/**
 * A leaf whose mass sits at a few points, so that every event has an exact mass; all numbers are
 * multiples of 2^-20, which doubles add up exactly.
 *
 * @param scale of all masses
 * @param points at each point the values of all forms
 * @param weights of the points
 * @param slack what is said of a mass is off by that share of it on either side, at most
 */
record DiscreteLeaf(int scale, List<List<Rational>> points, List<Double> weights, double slack)
    implements MassLeaf {

  static DiscreteLeaf any(SplittableRandom random, int forms, double slack) {
    List<List<Rational>> points = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (int k = random.nextInt(1, 9); k > 0; k--) {
      List<Rational> values = new ArrayList<>();
      for (int form = 0; form < forms; form++) {
        values.add(Rational.of(random.nextInt(13), 3));
      }
      points.add(values);
      weights.add(random.nextInt(1 << 20) * 0x1p-20);
    }
    return new DiscreteLeaf(random.nextInt(3) * -512, points, weights, slack);
  }

  /** The exact mass of the points. */
  double exactly(Predicate<List<Rational>> which) {
    double sum = 0;
    for (int k = 0; k < weights.size(); k++) {
      sum += which.test(points.get(k)) ? weights.get(k) : 0;
    }
    return sum;
  }

  private Interval about(double mass) {
    return slack == 0
        ? Interval.of(mass, mass)
        : new Interval(mass * (1 - slack), Rounding.addUp(mass, slack * mass + slack * 1e-3));
  }

  @Override
  public Interval mass() {
    return about(exactly(point -> true));
  }

  @Override
  public Optional<Boolean> decided(int form, Threshold threshold) {
    Optional<Rational> only =
        points.stream().map(point -> point.get(form)).distinct().count() == 1
            ? Optional.of(points.get(0).get(form))
            : Optional.empty();
    return new FormValues(range(form), only).decided(threshold);
  }

  @Override
  public Interval below(int form, boolean isTurned, Threshold threshold) {
    return about(
        exactly(point -> threshold.holds(isTurned ? point.get(form).negate() : point.get(form))));
  }

  @Override
  public boolean implies(CompiledEvent.Comparison event, CompiledEvent.Comparison other) {
    return false;
  }

  @Override
  public Interval range(int form) {
    Comparator<Rational> order = Comparator.naturalOrder();
    List<Rational> values = points.stream().map(point -> point.get(form)).toList();
    return new Interval(
        values.stream().min(order).orElseThrow().doubleFloor(),
        values.stream().max(order).orElseThrow().doubleCeiling());
  }
}
