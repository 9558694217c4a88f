package surety.language.law;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.statement.Law;

/** Laws of which one is chosen. */
public final class Mixtures {
  private Mixtures() {}

  private record Shape(int dimension, List<Law.InputMap> inputs) {}

  /**
   * With probabilities that sum to 1. Branches with the same functions become one.
   *
   * @throws IllegalArgumentException if that is too much
   */
  public static Law of(List<Rational> weights, List<Law> parts) {
    Map<Shape, Map<List<Distribution>, Rational>> branches = new LinkedHashMap<>();
    Rational rest = Rational.ZERO;
    for (int i = 0; i < parts.size(); i++) {
      Rational weight = weights.get(i);
      if (weight.isZero()) {
        continue;
      }
      rest = rest.plus(weight.times(parts.get(i).rest()));
      for (Law.Branch branch : parts.get(i).branches()) {
        Map<List<Distribution>, Rational> summands =
            branches.computeIfAbsent(
                new Shape(branch.dimension(), branch.inputs()), s -> new LinkedHashMap<>());
        for (Law.Summand summand : branch.summands()) {
          summands.merge(summand.coordinates(), summand.weight().times(weight), Rational::plus);
        }
      }
    }
    List<Law.Branch> all = new ArrayList<>();
    branches.forEach(
        (shape, summands) -> {
          List<Law.Summand> sum = new ArrayList<>();
          summands.forEach((coordinates, w) -> sum.add(new Law.Summand(w, coordinates)));
          all.add(new Law.Branch(shape.inputs, sum));
        });
    return new Law(parts.get(0).inputs(), all, rest);
  }
}
