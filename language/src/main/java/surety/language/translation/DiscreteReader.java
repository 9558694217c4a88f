package surety.language.translation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import surety.certificates.arithmetic.Rational;
import surety.language.law.Counts;
import surety.language.law.Draw;
import surety.language.law.Draws;
import surety.language.law.Interval;
import surety.language.law.Linear;
import surety.language.law.World;
import surety.language.problems.IssueCodes;
import surety.language.problems.Problem;
import surety.language.sure.Argument;
import surety.language.sure.DistributionTerm;
import surety.language.sure.SumValue;

/** Distributions of one input on single numbers. */
final class DiscreteReader {
  private static final Rational MOST_TRIALS = Rational.of(1000);
  private static final Rational LARGEST_MEAN = Rational.of(1000);
  private static final BigInteger LARGEST_COUNT = BigInteger.valueOf(1_000_000);

  /** Of the numerator or denominator of a probability: so many of them can still be written. */
  private static final int MOST_BITS = 8_000;

  private final Sampling sampling;
  private final ParameterReader parameters;
  private final DistributionTerm term;

  DiscreteReader(Sampling sampling, World world, DistributionTerm term) {
    this.sampling = sampling;
    this.parameters = new ParameterReader(sampling, world, term);
    this.term = term;
  }

  Optional<Draws> bernoulli() {
    return numbers(Family.BERNOULLI)
        .filter(numbers -> isProbability(numbers.get(0), 0))
        .map(
            numbers ->
                on(
                    List.of(Rational.ZERO, Rational.ONE),
                    List.of(Rational.ONE.minus(numbers.get(0)), numbers.get(0))));
  }

  Optional<Draws> binomial() {
    return numbers(Family.BINOMIAL)
        .filter(numbers -> isCount(numbers.get(0)) && isProbability(numbers.get(1), 1))
        .map(n -> Counts.binomial(n.get(0).numerator().intValue(), n.get(1)))
        .filter(this::areBounded)
        .map(weights -> on(upwards(0, weights.size()), weights));
  }

  /**
   * On a range with an upper end it has exact probabilities. Else its far tail is cut off, and
   * counts as mass of which nothing is known.
   */
  Optional<Draws> poisson() {
    return numbers(Family.POISSON)
        .filter(numbers -> isMean(numbers.get(0)))
        .map(numbers -> poissonInRange(numbers.get(0)).orElseGet(() -> poisson(numbers.get(0))));
  }

  private static Draws poisson(Rational mean) {
    List<Rational> weights = Counts.poisson(mean);
    Rational sum = weights.stream().reduce(Rational.ZERO, Rational::plus);
    return new Draws(on(upwards(0, weights.size()), weights).all(), Rational.ONE.minus(sum), true);
  }

  /** Nothing if the range has no upper end, or none of its values, or too many. */
  private Optional<Draws> poissonInRange(Rational mean) {
    if (term.getInterval() == null) {
      return Optional.empty();
    }
    Optional<Interval> interval = Boxes.interval(term, term.getInterval(), problem -> {});
    Optional<BigInteger> to = interval.flatMap(Interval::upper).map(DiscreteReader::floor);
    if (to.isEmpty()) {
      return Optional.empty(); // what is wrong with an interval is told where it cuts off
    }
    BigInteger from =
        interval
            .flatMap(Interval::lower)
            .map(end -> floor(end.negate()).negate())
            .orElse(BigInteger.ZERO)
            .max(BigInteger.ZERO);
    if (from.compareTo(to.get()) > 0 || to.get().compareTo(LARGEST_COUNT) > 0) {
      return Optional.empty();
    }
    return Counts.poisson(mean, from.intValue(), to.get().intValue(), MOST_BITS)
        .map(weights -> on(upwards(from.intValue(), weights.size()), weights));
  }

  private static BigInteger floor(Rational number) {
    BigInteger[] parts = number.numerator().divideAndRemainder(number.denominator());
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  Optional<Draws> categorical() {
    List<Rational> values = new ArrayList<>();
    List<Rational> weights = new ArrayList<>();
    Set<Rational> known = new HashSet<>();
    for (int i = 0; i < term.getArguments().size(); i++) {
      Argument argument = term.getArguments().get(i);
      if (argument.getName() != null
          || !(argument.getValue() instanceof SumValue value)
          || value.getPair() == null) {
        report(
            IssueCodes.PARAMETER_KIND,
            Text.quoted(argument)
                + " is no value with its probability; write "
                + Family.CATEGORICAL.usage(),
            i);
        return Optional.empty();
      }
      Optional<Rational> number = parameters.number(value.getSum(), i);
      Optional<Rational> weight = parameters.number(value.getPair(), i);
      if (number.isEmpty() || weight.isEmpty()) {
        return Optional.empty();
      }
      if (!known.add(number.get())) {
        report(
            IssueCodes.PARAMETER_RANGE,
            "Categorical has the value " + number.get() + " twice; add their probabilities up",
            i);
        return Optional.empty();
      }
      values.add(number.get());
      weights.add(weight.get());
    }
    return Weights.areProbabilities(
            weights, m -> report(IssueCodes.WEIGHTS, "Categorical: " + m, Problem.ALL))
        ? Optional.of(on(values, weights))
        : Optional.empty();
  }

  private Optional<List<Rational>> numbers(Family family) {
    Optional<List<Linear>> read = parameters.read(family);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    for (int i = 0; i < read.get().size(); i++) {
      if (!read.get().get(i).isConstant()) {
        report(
            IssueCodes.UNSUPPORTED,
            "the "
                + family.parameters().get(i)
                + " of "
                + family.word()
                + " depends on an input with a density, which is not supported; write cases with"
                + " 'given' instead",
            i);
        return Optional.empty();
      }
    }
    return Optional.of(read.get().stream().map(Linear::constant).toList());
  }

  private static Draws on(List<Rational> values, List<Rational> weights) {
    List<Draw> draws = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (weights.get(i).signum() > 0) {
        draws.add(Draw.known(weights.get(i), List.of(Linear.constant(values.get(i)))));
      }
    }
    return Draws.of(draws);
  }

  private static List<Rational> upwards(int from, int count) {
    List<Rational> values = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      values.add(Rational.of((long) from + k));
    }
    return values;
  }

  private boolean isProbability(Rational number, int argument) {
    boolean isOne = number.signum() >= 0 && number.compareTo(Rational.ONE) <= 0;
    if (!isOne) {
      report(
          IssueCodes.PARAMETER_RANGE,
          "the probability of " + term.getFamily() + " must lie in [0, 1], not at " + number,
          argument);
    }
    return isOne;
  }

  private boolean isCount(Rational number) {
    boolean isOne = number.isInteger() && number.signum() > 0 && number.compareTo(MOST_TRIALS) <= 0;
    if (!isOne) {
      report(
          IssueCodes.PARAMETER_RANGE,
          "the number of trials of Binomial must be a whole number from 1 to "
              + MOST_TRIALS
              + ", not "
              + number,
          0);
    }
    return isOne;
  }

  private boolean isMean(Rational number) {
    boolean isOne = number.signum() > 0 && number.compareTo(LARGEST_MEAN) <= 0;
    if (!isOne) {
      report(
          IssueCodes.PARAMETER_RANGE,
          "the mean of Poisson must be positive and at most " + LARGEST_MEAN + ", not " + number,
          0);
    }
    return isOne;
  }

  private boolean areBounded(List<Rational> weights) {
    boolean areBounded = weights.stream().allMatch(Numbers::isBounded);
    if (!areBounded) {
      report(
          IssueCodes.NUMBER,
          "the probabilities of this Binomial have too many digits; use a shorter probability or"
              + " fewer trials",
          Problem.ALL);
    }
    return areBounded;
  }

  private void report(String code, String message, int argument) {
    if (argument == Problem.ALL) {
      sampling.report(code, message, term);
    } else {
      sampling.report(code, message, term, argument);
    }
  }
}
