package surety.certificates.moment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.density.Normal;
import surety.certificates.density.NormalOfVariance;
import surety.certificates.gaussian.NormalForm;
import surety.certificates.statement.Law;

/**
 * A law of inputs that are jointly normal, or a mixture of such: each branch's summands are one
 * component each, with independent normal coordinates that the inputs are affine functions of.
 *
 * @param components one or more, their weights' exact sum being 1
 */
public record NormalLaw(List<Component> components) {
  /** Keeps its own list. */
  public NormalLaw {
    components = List.copyOf(components);
  }

  /**
   * One component.
   *
   * @param weight encloses its probability
   * @param dimension of the standard normal numbers
   * @param inputs one form for each input
   */
  public record Component(Interval weight, int dimension, List<NormalForm> inputs) {
    /** Keeps its own list. */
    public Component {
      inputs = List.copyOf(inputs);
    }
  }

  /** How many loadings so many forms have under all components. */
  long loadings(long forms) {
    return forms * components.stream().mapToLong(Component::dimension).sum();
  }

  /** Mean and deviation of a coordinate. */
  private record Moments(Interval mean, Interval deviation) {}

  /** Of a law; empty if some coordinate is not normal, or the probabilities do not add up to 1. */
  public static Optional<NormalLaw> of(Law law) {
    if (!law.isNormalised()) {
      return Optional.empty();
    }
    List<Component> components = new ArrayList<>();
    for (Law.Branch branch : law.branches()) {
      for (Law.Summand summand : branch.summands()) {
        Optional<Component> component = component(branch, summand);
        if (component.isEmpty()) {
          return Optional.empty();
        }
        components.add(component.get());
      }
    }
    return Optional.of(new NormalLaw(components));
  }

  private static Optional<Component> component(Law.Branch branch, Law.Summand summand) {
    List<Moments> coordinates = new ArrayList<>();
    for (Distribution distribution : summand.coordinates()) {
      if (distribution instanceof Normal normal) {
        coordinates.add(new Moments(Interval.of(normal.mean()), Interval.of(normal.deviation())));
      } else if (distribution instanceof NormalOfVariance normal) {
        Interval deviation = Interval.of(normal.variance()).sqrt();
        coordinates.add(new Moments(Interval.of(normal.mean()), deviation));
      } else {
        return Optional.empty();
      }
    }
    List<NormalForm> inputs = branch.inputs().stream().map(map -> form(map, coordinates)).toList();
    Interval weight = Interval.of(summand.weight());
    return Optional.of(new Component(weight, coordinates.size(), inputs));
  }

  private static NormalForm form(Law.InputMap map, List<Moments> coordinates) {
    Interval mean = Interval.of(map.constant());
    Interval[] loadings = new Interval[coordinates.size()];
    Arrays.fill(loadings, Interval.ZERO);
    for (Law.Term term : map.terms()) {
      Rational coefficient = term.coefficient();
      Moments coordinate = coordinates.get(term.coordinate());
      mean = mean.plus(coordinate.mean.times(Interval.of(coefficient)));
      loadings[term.coordinate()] = coordinate.deviation.times(Interval.of(coefficient));
    }
    return NormalForm.of(mean, loadings);
  }
}
