package surety.certificates.moment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.gaussian.NormalForm;
import surety.certificates.statement.Law;

/**
 * A law of inputs that are jointly normal, or a mixture of such: each branch's summands are one
 * component each, with independent normal coordinates that the inputs are affine functions of. Also
 * with bounded coordinates, of which less is known.
 *
 * @param components one or more, their weights' exact sum being 1
 */
public record NormalLaw(List<Component> components) {
  /** What is kept of a form besides its loadings, about: also of one that has none. */
  private static final int BESIDES = 16;

  /** Keeps its own list. */
  public NormalLaw {
    components = List.copyOf(components);
  }

  /**
   * One component.
   *
   * @param weight encloses its probability
   * @param dimension of the numbers that inputs are made of: independent ones with the mean 0 and
   *     the deviation 1, most often standard normal ones
   * @param inputs one form for each input
   * @param spread 0 if they are normal; else such that of each form w with the deviation s {@code E
   *     exp(l (w - E w)) <= exp(l^2 (spread s)^2 / 2)} for all l: the greatest of the coordinates'
   */
  public record Component(Interval weight, int dimension, List<NormalForm> inputs, double spread) {
    /** Keeps its own list. */
    public Component {
      inputs = List.copyOf(inputs);
    }

    /** Whether all forms are normal. */
    public boolean isNormal() {
      return spread == 0;
    }
  }

  /** How many numbers are kept of so many forms under all components. */
  long numbers(long forms) {
    return forms * components.stream().mapToLong(c -> c.dimension + BESIDES).sum();
  }

  /** Of a law; empty if some coordinate is not normal, or the probabilities do not add up to 1. */
  public static Optional<NormalLaw> of(Law law) {
    return ofAny(law).filter(any -> any.components.stream().allMatch(Component::isNormal));
  }

  /**
   * Of a law whose coordinates are normal or bounded; empty if more is not known of some, or the
   * probabilities do not add up to 1.
   */
  static Optional<NormalLaw> ofAny(Law law) {
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
    List<Coordinate> coordinates = new ArrayList<>();
    for (Distribution distribution : summand.coordinates()) {
      Optional<Coordinate> coordinate = Coordinate.of(distribution);
      if (coordinate.isEmpty()) {
        return Optional.empty();
      }
      coordinates.add(coordinate.get());
    }
    List<NormalForm> inputs = branch.inputs().stream().map(map -> form(map, coordinates)).toList();
    Interval weight = Interval.of(summand.weight());
    boolean isNormal = coordinates.stream().allMatch(Coordinate::isNormal);
    double spread = coordinates.stream().mapToDouble(Coordinate::spread).max().orElse(1);
    return Optional.of(new Component(weight, coordinates.size(), inputs, isNormal ? 0 : spread));
  }

  private static NormalForm form(Law.InputMap map, List<Coordinate> coordinates) {
    Interval mean = Interval.of(map.constant());
    Interval[] loadings = new Interval[coordinates.size()];
    Arrays.fill(loadings, Interval.ZERO);
    for (Law.Term term : map.terms()) {
      Rational coefficient = term.coefficient();
      Coordinate coordinate = coordinates.get(term.coordinate());
      mean = mean.plus(coordinate.mean().times(Interval.of(coefficient)));
      loadings[term.coordinate()] = coordinate.deviation().times(Interval.of(coefficient));
    }
    return NormalForm.of(mean, loadings);
  }
}
