package surety.language.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Beta;
import surety.certificates.density.Distribution;
import surety.certificates.density.Exponential;
import surety.certificates.density.Gamma;
import surety.certificates.density.Normal;
import surety.certificates.density.Triangular;
import surety.certificates.density.Truncated;
import surety.certificates.density.Uniform;
import surety.language.problems.IssueCodes;
import surety.language.problems.Names;
import surety.language.problems.Problem;
import surety.language.sure.Argument;
import surety.language.sure.DistributionTerm;
import surety.language.sure.Interval;
import surety.language.sure.ListValue;
import surety.language.sure.NumberValue;
import surety.language.sure.SurePackage;

/**
 * The distribution that a term such as {@code Normal(0, 1) on [-3, 3]} stands for, or the problems
 * that it has. The kernel's constructors check all of this again; here it is found out where
 * exactly a term is wrong.
 */
public final class DistributionReader {
  private final DistributionTerm term;
  private final List<Problem> problems = new ArrayList<>();

  private DistributionReader(DistributionTerm term) {
    this.term = term;
  }

  /** What a term means: a distribution, or problems. Neither, if its numbers are no numbers. */
  public record Reading(Optional<Distribution> distribution, List<Problem> problems) {}

  /** Reads a term. */
  public static Reading read(DistributionTerm term) {
    DistributionReader reader = new DistributionReader(term);
    Optional<Distribution> distribution = reader.read();
    return new Reading(
        reader.problems.isEmpty() ? distribution : Optional.empty(), List.copyOf(reader.problems));
  }

  private Optional<Distribution> read() {
    Optional<Family> family = Family.ofWord(term.getFamily());
    if (family.isEmpty()) {
      if (term.getFamily() != null) {
        reportUnknownFamily(term.getFamily());
      }
      return Optional.empty();
    }
    try {
      Optional<Distribution> base =
          family.get() == Family.HISTOGRAM
              ? new HistogramReader(term, problems).read()
              : numbers(family.get()).flatMap(numbers -> ofNumbers(family.get(), numbers));
      return base.isEmpty() || term.getInterval() == null ? base : truncated(base.get());
    } catch (IllegalArgumentException e) {
      report(IssueCodes.PARAMETER_RANGE, e.getMessage(), Problem.ALL);
      return Optional.empty();
    }
  }

  private void reportUnknownFamily(String word) {
    Optional<String> instead = OtherFamilies.notYet(word);
    String message =
        instead
            .map(way -> "'" + word + "' is not supported yet; " + way)
            .orElseGet(
                () ->
                    "there is no distribution '"
                        + word
                        + "'; "
                        + OtherFamilies.meant(word)
                            .map(family -> "did you mean '" + family.word() + "'?")
                            .orElse("there are " + Names.list(Family.words())));
    problems.add(
        new Problem(
            instead.isPresent() ? IssueCodes.UNSUPPORTED : IssueCodes.UNKNOWN_FAMILY,
            message,
            term,
            SurePackage.Literals.DISTRIBUTION_TERM__FAMILY));
  }

  /** The numbers between the parentheses, if there are as many as the family has parameters. */
  private Optional<List<Rational>> numbers(Family family) {
    List<Argument> arguments = term.getArguments();
    List<Rational> numbers = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      Argument argument = arguments.get(i);
      if (!isPlainNumber(argument)) {
        boolean isVector = family == Family.NORMAL && argument.getValue() instanceof ListValue;
        report(
            isVector ? IssueCodes.UNSUPPORTED : IssueCodes.PARAMETER_KIND,
            isVector
                ? "correlated normal inputs are not supported yet; give each input its own "
                    + family.usage()
                : Text.quoted(argument) + " is not a number; write " + family.usage(),
            i);
        return Optional.empty();
      }
      Numbers.parse(((NumberValue) argument.getValue()).getNumber()).ifPresent(numbers::add);
    }
    if (arguments.size() != family.parameters().size()) {
      report(
          IssueCodes.PARAMETER_COUNT,
          family.word()
              + " takes "
              + Names.count(family.parameters().size(), "number")
              + ", not "
              + arguments.size()
              + "; write "
              + family.usage(),
          Problem.ALL);
      return Optional.empty();
    }
    return numbers.size() == arguments.size() ? Optional.of(numbers) : Optional.empty();
  }

  private static boolean isPlainNumber(Argument argument) {
    return argument.getName() == null
        && argument.getValue() instanceof NumberValue number
        && number.getWeight() == null;
  }

  private Optional<Distribution> ofNumbers(Family family, List<Rational> numbers) {
    boolean sound =
        switch (family) {
          case UNIFORM -> isNotEmpty(numbers, 0, 1);
          case BETA -> both(isAtLeastOne(family, numbers, 0), isAtLeastOne(family, numbers, 1));
          case NORMAL -> isPositive(family, numbers, 1);
          case EXPONENTIAL -> isPositive(family, numbers, 0);
          case GAMMA -> both(isAtLeastOne(family, numbers, 0), isPositive(family, numbers, 1));
          case TRIANGULAR -> isNotEmpty(numbers, 0, 2) && isModeInside(numbers);
          case HISTOGRAM -> false;
        };
    return sound ? Optional.of(construct(family, numbers)) : Optional.empty();
  }

  /** Not the operator, which would leave the second parameter unchecked after a first wrong one. */
  private static boolean both(boolean left, boolean right) {
    return left && right;
  }

  private static Distribution construct(Family family, List<Rational> n) {
    return switch (family) {
      case UNIFORM -> new Uniform(n.get(0), n.get(1));
      case BETA -> new Beta(n.get(0), n.get(1));
      case NORMAL -> new Normal(n.get(0), n.get(1));
      case EXPONENTIAL -> new Exponential(n.get(0));
      case GAMMA -> new Gamma(n.get(0), n.get(1));
      case TRIANGULAR -> new Triangular(n.get(0), n.get(1), n.get(2));
      case HISTOGRAM -> throw new IllegalStateException("histograms are read elsewhere");
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
            + family.parameters().get(i)
            + " of "
            + family.word()
            + " must be positive, not "
            + written(i)
            + wayOut,
        i);
    return false;
  }

  /** Below 1 the density has a pole at an end of its support, for which the kernel has no bound. */
  private boolean isAtLeastOne(Family family, List<Rational> numbers, int i) {
    if (numbers.get(i).compareTo(Rational.of(1)) >= 0) {
      return true;
    }
    report(
        IssueCodes.PARAMETER_RANGE,
        "the "
            + family.parameters().get(i)
            + " of "
            + family.word()
            + " must be at least 1, not "
            + written(i)
            + "; smaller ones have an unbounded density, which is not supported",
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

  private static String emptyInterval(String interval, Rational lower, Rational upper) {
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
    Interval interval = term.getInterval();
    Optional<Rational> lower = Numbers.parse(interval.getLower());
    Optional<Rational> upper = Numbers.parse(interval.getUpper());
    if (lower.isEmpty() || upper.isEmpty()) {
      return Optional.empty();
    }
    if (lower.get().compareTo(upper.get()) >= 0) {
      reportInterval(
          IssueCodes.INTERVAL_EMPTY, emptyInterval(Text.of(interval), lower.get(), upper.get()));
      return Optional.empty();
    }
    try {
      return Optional.of(new Truncated(base, lower.get(), upper.get()));
    } catch (IllegalArgumentException e) {
      reportInterval(IssueCodes.INTERVAL_OUTSIDE, e.getMessage());
      return Optional.empty();
    }
  }

  /** A parameter as it is written in the specification. */
  private String written(int i) {
    return Text.of(term.getArguments().get(i));
  }

  private void reportInterval(String code, String message) {
    problems.add(
        new Problem(code, message, term, SurePackage.Literals.DISTRIBUTION_TERM__INTERVAL));
  }

  private void report(String code, String message, int argument) {
    problems.add(
        argument == Problem.ALL
            ? new Problem(code, message, term, SurePackage.Literals.DISTRIBUTION_TERM__FAMILY)
            : new Problem(
                code, message, term, SurePackage.Literals.DISTRIBUTION_TERM__ARGUMENTS, argument));
  }
}
