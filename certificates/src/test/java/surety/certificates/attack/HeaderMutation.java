package surety.certificates.attack;

import static surety.certificates.attack.Mutation.any;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Rational;

/** Numbers in front of the tree that are others. */
enum HeaderMutation implements Mutation {
  BOUNDS_BY_AN_ULP((target, others, random) -> bound(target, random, Math::ulp)),
  BOUNDS_NUDGED(
      (target, others, random) ->
          bound(target, random, x -> Math.scalb(1 + Math.abs(x), -random.nextInt(20, 52)))),
  BOUNDS_SHRUNK(
      (target, others, random) ->
          bound(target, random, x -> Math.scalb(1 + Math.abs(x), -random.nextInt(1, 20)))),
  BOUNDS_INVERTED(
      (target, others, random) ->
          bounds(target, changed(target.parts().bounds(), random, HeaderMutation::inverted))),
  BOUNDS_SWAPPED((target, others, random) -> bounds(target, swapped(target.parts().bounds()))),
  BOUNDS_OF_ANOTHER(
      (target, others, random) -> bounds(target, any(others, random).parts().bounds())),
  BOUNDS_DROPPED((target, others, random) -> bounds(target, shorter(target.parts().bounds()))),
  NUMBERS_MOVED(
      (target, others, random) ->
          numbers(
              target,
              changed(
                  target.parts().numbers(),
                  random,
                  text -> Rational.parse(text).plus(step(random)).toString()))),
  NUMBERS_SWAPPED((target, others, random) -> numbers(target, swapped(target.parts().numbers()))),
  NUMBERS_DROPPED((target, others, random) -> numbers(target, shorter(target.parts().numbers()))),
  NUMBERS_OF_ANOTHER(
      (target, others, random) -> numbers(target, any(others, random).parts().numbers())),
  TRUNCATION_MOVED(
      (target, others, random) ->
          truncations(
              target,
              changed(
                  target.parts().truncations(),
                  random,
                  text ->
                      Target.hex(random.nextInt(-12, 8) / 4.0)
                          + " "
                          + Target.hex(random.nextInt(1, 40) / 4.0)))),
  TRUNCATIONS_SWAPPED(
      (target, others, random) -> truncations(target, swapped(target.parts().truncations()))),
  TRUNCATION_FORGOTTEN(
      (target, others, random) -> truncations(target, shorter(target.parts().truncations())));

  private interface Change {
    Parts apply(Target target, List<Target> others, SplittableRandom random);
  }

  @SuppressWarnings("ImmutableEnumChecker") // a function without a state
  private final Change change;

  HeaderMutation(Change change) {
    this.change = change;
  }

  @Override
  public Optional<Mutant> apply(Target target, List<Target> others, SplittableRandom random) {
    Parts parts = change.apply(target, others, random);
    return parts.equals(target.parts()) ? Optional.empty() : Optional.of(Mutant.of(target, parts));
  }

  private static Rational step(SplittableRandom random) {
    Rational step = Rational.ofDouble(Math.scalb(1.0, -random.nextInt(0, 40)));
    return random.nextBoolean() ? step : step.negate();
  }

  private static Parts bounds(Target target, List<String> bounds) {
    return target.parts().withBounds(bounds);
  }

  private static Parts numbers(Target target, List<String> numbers) {
    return target.parts().withNumbers(numbers);
  }

  private static Parts truncations(Target target, List<String> truncations) {
    return target.parts().withTruncations(truncations);
  }

  private static List<String> swapped(List<String> lines) {
    List<String> all = new ArrayList<>(lines);
    Collections.reverse(all);
    return all;
  }

  private static List<String> shorter(List<String> lines) {
    return lines.isEmpty() ? lines : lines.subList(0, lines.size() - 1);
  }

  private static List<String> changed(
      List<String> lines,
      SplittableRandom random,
      java.util.function.UnaryOperator<String> change) {
    if (lines.isEmpty()) {
      return lines;
    }
    List<String> all = new ArrayList<>(lines);
    int at = random.nextInt(all.size());
    all.set(at, change.apply(all.get(at)));
    return all;
  }

  private static String inverted(String line) {
    String[] ends = line.split(" ", -1);
    return ends[1] + " " + ends[0];
  }

  /** One end moves inward by a step. */
  private static Parts bound(
      Target target, SplittableRandom random, java.util.function.DoubleUnaryOperator step) {
    boolean lower = random.nextBoolean();
    List<String> bounds =
        changed(
            target.parts().bounds(),
            random,
            line -> {
              String[] ends = line.split(" ", -1);
              int at = lower ? 0 : 1;
              Bound end = Bound.parseHex(ends[at]);
              if (!end.isFinite()) {
                ends[at] = "0x0p0";
              } else {
                double by = step.applyAsDouble(end.dyadic().doubleFloor());
                ends[at] = end.dyadic().plus(Dyadic.of(lower ? by : -by)).toHex();
              }
              return ends[0] + " " + ends[1];
            });
    return bounds(target, bounds);
  }
}
