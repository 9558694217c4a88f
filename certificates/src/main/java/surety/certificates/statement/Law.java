package surety.certificates.statement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.density.Restricted;

/**
 * How the inputs of networks are distributed together: a finite measure M, the sum of its branches,
 * and a rest of which nothing is known. With r the rest's mass, at most {@code rest}, and r_E the
 * part of it in E, the probability of an event E is (M(E) + r_E) / (M(everything) + r).
 *
 * <p>In a branch the inputs are {@code x = A u + c} with rational A and c, and coordinates u that
 * have the density {@code sum_j weight_j prod_q f_jq(u_q)}.
 *
 * @param inputs number of inputs
 * @param branches one or more
 * @param rest not negative
 */
public record Law(int inputs, List<Branch> branches, Rational rest) {
  /** Most branches of a law. */
  public static final int MOST_BRANCHES = 10_000;

  /** Most summands of all branches, each counted once for each of its coordinates and once more. */
  public static final int MOST_PARTS = 200_000;

  /** Most coefficients of all maps together that are not 0, and constants. */
  public static final int MOST_COEFFICIENTS = 4_000_000;

  /** Refuses what does not fit together. */
  public Law {
    branches = List.copyOf(branches);
    requireCount(inputs, 0);
    if (branches.isEmpty() || branches.size() > MOST_BRANCHES) {
      throw new IllegalArgumentException(
          "a law has 1 to " + MOST_BRANCHES + " branches, not " + branches.size());
    }
    long parts = 0;
    long coefficients = 0;
    for (Branch branch : branches) {
      if (branch.inputs.size() != inputs) {
        throw new IllegalArgumentException(
            "a branch says what %d inputs are, there are %d"
                .formatted(branch.inputs.size(), inputs));
      }
      parts += branch.summands.size() * (branch.dimension() + 1L);
      for (InputMap map : branch.inputs) {
        coefficients += map.terms.size() + 1L;
      }
    }
    if (parts > MOST_PARTS || coefficients > MOST_COEFFICIENTS) {
      throw new IllegalArgumentException("the law has too many parts to compute with");
    }
    if (rest.signum() < 0) {
      throw new IllegalArgumentException("the rest of a law is negative: " + rest);
    }
  }

  /** Refuses a number of inputs, if they are fewer or more than there may be. */
  static void requireCount(int inputs, int least) {
    if (inputs < least || inputs > Statement.MOST_COORDINATES) {
      throw new IllegalArgumentException(
          "a network has 1 to " + Statement.MOST_COORDINATES + " inputs");
    }
  }

  /**
   * One input as a function of the coordinates.
   *
   * @param terms by ascending coordinate, none with the coefficient 0
   */
  public record InputMap(List<Term> terms, Rational constant) {
    /** Refuses terms that are not in order. */
    public InputMap {
      terms = List.copyOf(terms);
      for (int i = 0; i < terms.size(); i++) {
        if (terms.get(i).coefficient.isZero()
            || (i > 0 && terms.get(i).coordinate <= terms.get(i - 1).coordinate)) {
          throw new IllegalArgumentException(
              "the terms of an input ascend and have coefficients other than 0");
        }
      }
    }

    /** A fixed input. */
    public static InputMap constant(Rational value) {
      return new InputMap(List.of(), value);
    }

    /** An input that is a coordinate. */
    public static InputMap coordinate(int number) {
      return new InputMap(List.of(new Term(number, Rational.ONE)), Rational.ZERO);
    }

    /** The coordinate that the input is, if it is one. */
    Optional<Integer> asCoordinate() {
      boolean isOne =
          terms.size() == 1 && terms.get(0).coefficient.equals(Rational.ONE) && constant.isZero();
      return isOne ? Optional.of(terms.get(0).coordinate) : Optional.empty();
    }
  }

  /** A coefficient of a coordinate. */
  public record Term(int coordinate, Rational coefficient) {}

  /**
   * One summand of a density.
   *
   * @param weight its probability, positive
   * @param coordinates one distribution for each coordinate; they are independent
   */
  public record Summand(Rational weight, List<Distribution> coordinates) {
    /** Refuses a weight that is not positive. */
    public Summand {
      coordinates = List.copyOf(coordinates);
      if (weight.signum() <= 0) {
        throw new IllegalArgumentException("a weight of a law is not positive: " + weight);
      }
    }
  }

  /**
   * A branch.
   *
   * @param inputs one for each input of the networks
   * @param summands one or more, all with the same number of coordinates
   */
  public record Branch(List<InputMap> inputs, List<Summand> summands) {
    /** Refuses what does not fit together. */
    public Branch {
      inputs = List.copyOf(inputs);
      summands = List.copyOf(summands);
      if (summands.isEmpty()) {
        throw new IllegalArgumentException("a branch has a density");
      }
      int dimension = summands.get(0).coordinates.size();
      for (Summand summand : summands) {
        if (summand.coordinates.size() != dimension) {
          throw new IllegalArgumentException("all summands of a branch have the same coordinates");
        }
      }
      for (InputMap map : inputs) {
        List<Term> terms = map.terms;
        if (!terms.isEmpty()
            && (terms.get(0).coordinate < 0
                || terms.get(terms.size() - 1).coordinate >= dimension)) {
          throw new IllegalArgumentException("a branch has " + dimension + " coordinates");
        }
      }
    }

    /** Number of coordinates. */
    public int dimension() {
      return summands.get(0).coordinates.size();
    }

    /** The distributions of a coordinate, one for each summand. */
    public List<Distribution> distributions(int coordinate) {
      return summands.stream().map(summand -> summand.coordinates.get(coordinate)).toList();
    }

    /** Whether a density is restricted to a part of its mass, so that its integral is not 1. */
    public boolean isRestricted() {
      return summands.stream()
          .flatMap(summand -> summand.coordinates.stream())
          .anyMatch(Restricted.class::isInstance);
    }

    /** The summands' weights. */
    public List<Rational> weights() {
      return summands.stream().map(Summand::weight).toList();
    }
  }

  /** The law of independent inputs, each fixed or random. */
  public static Law independent(List<Input> inputs) {
    List<InputMap> maps = new ArrayList<>();
    List<Distribution> coordinates = new ArrayList<>();
    for (Input input : inputs) {
      if (input instanceof FixedInput fixed) {
        maps.add(InputMap.constant(fixed.value()));
      } else {
        maps.add(InputMap.coordinate(coordinates.size()));
        coordinates.add(((RandomInput) input).distribution());
      }
    }
    Summand only = new Summand(Rational.ONE, coordinates);
    return new Law(inputs.size(), List.of(new Branch(maps, List.of(only))), Rational.ZERO);
  }

  /** The inputs, if they are independent, and each is fixed or one of the coordinates. */
  public Optional<List<Input>> independentInputs() {
    Branch branch = branches.get(0);
    Summand summand = branch.summands.get(0);
    if (branches.size() > 1
        || branch.summands.size() > 1
        || !summand.weight.equals(Rational.ONE)
        || !rest.isZero()) {
      return Optional.empty();
    }
    List<Input> independent = new ArrayList<>();
    int next = 0;
    for (InputMap map : branch.inputs) {
      if (map.terms.isEmpty()) {
        independent.add(new FixedInput(map.constant));
      } else if (map.asCoordinate().equals(Optional.of(next))) {
        independent.add(new RandomInput(summand.coordinates.get(next)));
        next++;
      } else {
        return Optional.empty();
      }
    }
    return next == summand.coordinates.size()
        ? Optional.of(Collections.unmodifiableList(independent))
        : Optional.empty();
  }

  /**
   * Whether M(everything) is exactly 1 and there is no rest: all weights add up to 1, and no
   * density is restricted to a part of its mass.
   */
  public boolean isNormalised() {
    List<Rational> weights = new ArrayList<>();
    for (Branch branch : branches) {
      weights.addAll(branch.weights());
    }
    return rest.isZero()
        && branches.stream().noneMatch(Branch::isRestricted)
        && Rational.sumOrOne(weights).equals(Optional.of(Rational.ONE));
  }

  /** The value of an input, if it is the same number in all branches. */
  public Optional<Rational> fixed(int input) {
    InputMap first = branches.get(0).inputs.get(input);
    boolean isFixed =
        first.terms.isEmpty()
            && branches.stream().allMatch(branch -> branch.inputs.get(input).equals(first));
    return isFixed ? Optional.of(first.constant) : Optional.empty();
  }

  /** The number of coordinates of all branches. */
  public int coordinates() {
    return branches.stream().mapToInt(Branch::dimension).sum();
  }
}
