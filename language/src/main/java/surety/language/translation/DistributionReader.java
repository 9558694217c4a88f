package surety.language.translation;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Beta;
import surety.certificates.density.Cauchy;
import surety.certificates.density.Distribution;
import surety.certificates.density.Exponential;
import surety.certificates.density.Gamma;
import surety.certificates.density.Laplace;
import surety.certificates.density.LogNormal;
import surety.certificates.density.Logistic;
import surety.certificates.density.Normal;
import surety.certificates.density.Pareto;
import surety.certificates.density.StudentT;
import surety.certificates.density.Triangular;
import surety.certificates.density.Truncated;
import surety.certificates.density.Uniform;
import surety.certificates.density.Weibull;
import surety.language.law.Covariance;
import surety.language.law.Interval;
import surety.language.problems.IssueCodes;
import surety.language.problems.Problem;
import surety.language.sure.DistributionTerm;
import surety.language.sure.SurePackage;

/**
 * The distribution of one input that a term such as {@code Normal(0, 1) on [-3, 3]} stands for, or
 * the problems that it has. The kernel's constructors check all of this again; here it is found out
 * where exactly a term is wrong.
 */
final class DistributionReader {
  private final DistributionTerm term;
  private final Consumer<Problem> problems;

  DistributionReader(DistributionTerm term, Consumer<Problem> problems) {
    this.term = term;
    this.problems = problems;
  }

  /**
   * Of a family with a density.
   *
   * @param numbers the values of the parameters; one of pieces has none
   */
  Optional<Distribution> read(Family family, List<Rational> numbers) {
    try {
      Optional<Distribution> base =
          switch (family) {
            case HISTOGRAM -> new HistogramReader(term, problems).read();
            case POLYNOMIAL -> new PolynomialReader(term, problems).read();
            default -> ofNumbers(family, numbers);
          };
      return base.isEmpty() || term.getInterval() == null ? base : truncated(base.get());
    } catch (IllegalArgumentException e) {
      report(IssueCodes.PARAMETER_RANGE, e.getMessage(), Problem.ALL);
      return Optional.empty();
    }
  }

  private Optional<Distribution> ofNumbers(Family family, List<Rational> numbers) {
    boolean sound =
        switch (family) {
          case UNIFORM -> isNotEmpty(numbers, 0, 1);
          case BETA, GAMMA, WEIBULL, PARETO ->
              both(isPositive(family, numbers, 0), isPositive(family, numbers, 1));
          case NORMAL, LOG_NORMAL, LOGISTIC, LAPLACE, CAUCHY -> isPositive(family, numbers, 1);
          case EXPONENTIAL -> isPositive(family, numbers, 0);
          case STUDENT_T -> both(isPositive(family, numbers, 0), isPositive(family, numbers, 2));
          case TRUNCATED_NORMAL -> both(isPositive(family, numbers, 1), isNotEmpty(numbers, 2, 3));
          case TRIANGULAR -> isNotEmpty(numbers, 0, 2) && isModeInside(numbers);
          default -> false;
        };
    return sound ? Optional.of(construct(family, numbers)) : Optional.empty();
  }

  /** Not the operator, which would leave the second parameter unchecked after a first wrong one. */
  private static boolean both(boolean left, boolean right) {
    return left && right;
  }

  private Distribution construct(Family family, List<Rational> n) {
    return switch (family) {
      case UNIFORM -> new Uniform(n.get(0), n.get(1));
      case BETA -> new Beta(n.get(0), n.get(1));
      case NORMAL ->
          ParameterReader.hasVariance(term)
              ? Covariance.normal(n.get(0), n.get(1))
              : new Normal(n.get(0), n.get(1));
      case EXPONENTIAL -> new Exponential(n.get(0));
      case GAMMA -> new Gamma(n.get(0), n.get(1));
      case TRIANGULAR -> new Triangular(n.get(0), n.get(1), n.get(2));
      case LOG_NORMAL -> new LogNormal(n.get(0), n.get(1));
      case WEIBULL -> new Weibull(n.get(0), n.get(1));
      case LOGISTIC -> new Logistic(n.get(0), n.get(1));
      case LAPLACE -> new Laplace(n.get(0), n.get(1));
      case STUDENT_T -> new StudentT(n.get(0), n.get(1), n.get(2));
      case CAUCHY -> new Cauchy(n.get(0), n.get(1));
      case PARETO -> new Pareto(n.get(0), n.get(1));
      case TRUNCATED_NORMAL -> new Truncated(new Normal(n.get(0), n.get(1)), n.get(2), n.get(3));
      default -> throw new IllegalStateException(family + " has no density of numbers");
    };
  }

  private boolean isPositive(Family family, List<Rational> numbers, int i) {
    if (numbers.get(i).signum() > 0) {
      return true;
    }
    String wayOut =
        family == Family.NORMAL && numbers.get(i).isZero()
            ? "; for a fixed value write '= " + written(0) + "' instead"
            : "";
    report(
        IssueCodes.PARAMETER_RANGE,
        "the "
            + (i == 1 && ParameterReader.hasVariance(term)
                ? "variance"
                : family.parameters().get(i))
            + " of "
            + family.word()
            + " must be positive, not "
            + written(i)
            + wayOut,
        i);
    return false;
  }

  private boolean isNotEmpty(List<Rational> numbers, int lower, int upper) {
    if (numbers.get(lower).compareTo(numbers.get(upper)) < 0) {
      return true;
    }
    String interval = "[" + written(lower) + ", " + written(upper) + "]";
    report(
        IssueCodes.INTERVAL_EMPTY,
        emptyInterval(interval, numbers.get(lower), numbers.get(upper)),
        upper);
    return false;
  }

  static String emptyInterval(String interval, Rational lower, Rational upper) {
    return lower.equals(upper)
        ? "the interval "
            + interval
            + " is a single point; for a fixed value write '=' instead of '~'"
        : "the interval " + interval + " is empty; put the smaller number first";
  }

  private boolean isModeInside(List<Rational> n) {
    if (n.get(0).compareTo(n.get(1)) <= 0 && n.get(1).compareTo(n.get(2)) <= 0) {
      return true;
    }
    report(
        IssueCodes.PARAMETER_RANGE,
        "the mode of Triangular must lie in ["
            + written(0)
            + ", "
            + written(2)
            + "], not at "
            + written(1)
            + "; write "
            + Family.TRIANGULAR.usage(),
        1);
    return false;
  }

  private Optional<Distribution> truncated(Distribution base) {
    return Boxes.interval(term, term.getInterval(), problems)
        .flatMap(
            interval -> {
              try {
                return Optional.of(cutOff(base, interval));
              } catch (IllegalArgumentException e) {
                problems.accept(
                    new Problem(
                        IssueCodes.INTERVAL_OUTSIDE,
                        e.getMessage(),
                        term,
                        SurePackage.Literals.DISTRIBUTION_TERM__INTERVAL));
                return Optional.empty();
              }
            });
  }

  /** Of what is cut off already the common part is left. */
  private static Truncated cutOff(Distribution base, Interval interval) {
    if (base instanceof Truncated t) {
      Interval both =
          interval
              .and(new Interval(t.lower(), t.upper()))
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "the interval of the truncation has probability 0; choose one where the"
                              + " distribution has some"));
      return new Truncated(t.base(), both.lower(), both.upper());
    }
    return new Truncated(base, interval.lower(), interval.upper());
  }

  /** A parameter as it is written in the specification. */
  private String written(int i) {
    return Text.of(term.getArguments().get(i).getValue());
  }

  private void report(String code, String message, int argument) {
    problems.accept(
        argument == Problem.ALL
            ? new Problem(code, message, term, SurePackage.Literals.DISTRIBUTION_TERM__FAMILY)
            : new Problem(
                code, message, term, SurePackage.Literals.DISTRIBUTION_TERM__ARGUMENTS, argument));
  }
}
