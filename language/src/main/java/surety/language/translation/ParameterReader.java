package surety.language.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import surety.certificates.arithmetic.Rational;
import surety.language.law.Linear;
import surety.language.law.World;
import surety.language.problems.IssueCodes;
import surety.language.problems.Names;
import surety.language.problems.Problem;
import surety.language.sure.Argument;
import surety.language.sure.DistributionTerm;
import surety.language.sure.Item;
import surety.language.sure.ListValue;
import surety.language.sure.NumberItem;
import surety.language.sure.RowItem;
import surety.language.sure.Sum;
import surety.language.sure.SumValue;

/** What stands between the parentheses of a distribution. */
final class ParameterReader {
  private static final String VARIANCE = "variance";
  private static final Set<String> VARIANCES = Set.of(VARIANCE, "var", "v", "sigma2", "s2");

  private final Sampling sampling;
  private final RandomSumReader sums;
  private final DistributionTerm term;

  ParameterReader(Sampling sampling, World world, DistributionTerm term) {
    this.sampling = sampling;
    this.sums = new RandomSumReader(sampling, world);
    this.term = term;
  }

  /** Numbers, or functions of inputs above, as many as the family has parameters. */
  Optional<List<Linear>> read(Family family) {
    List<Argument> arguments = term.getArguments();
    List<Linear> numbers = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      if (!isPlain(arguments.get(i)) && !isVariance(family, i)) {
        sampling.report(
            IssueCodes.PARAMETER_KIND,
            Text.quoted(arguments.get(i)) + " is not a number; write " + wayOut(family, i),
            term,
            i);
        return Optional.empty();
      }
      sums.known(((SumValue) arguments.get(i).getValue()).getSum()).ifPresent(numbers::add);
    }
    if (arguments.size() != family.parameters().size()) {
      sampling.report(
          IssueCodes.PARAMETER_COUNT,
          family.word()
              + " takes "
              + Names.count(family.parameters().size(), "number")
              + ", not "
              + arguments.size()
              + "; write "
              + family.usage(),
          term);
      return Optional.empty();
    }
    return numbers.size() == arguments.size() ? Optional.of(numbers) : Optional.empty();
  }

  private String wayOut(Family family, int i) {
    return family == Family.NORMAL && i == 1 && isVariance(term.getArguments().get(i).getName())
        ? VARIANCE + " = " + Text.of(term.getArguments().get(i).getValue()) + " for the variance"
        : family.usage();
  }

  /** Whether a variance is meant, by its name here or elsewhere. */
  private static boolean isVariance(String name) {
    return name != null && VARIANCES.contains(name.toLowerCase(Locale.ROOT));
  }

  private static boolean isPlain(Argument argument) {
    return argument.getName() == null
        && argument.getValue() instanceof SumValue value
        && value.getPair() == null;
  }

  private boolean isVariance(Family family, int i) {
    Argument argument = term.getArguments().get(i);
    return family == Family.NORMAL
        && i == 1
        && VARIANCE.equals(argument.getName())
        && argument.getValue() instanceof SumValue value
        && value.getPair() == null;
  }

  /** Whether a normal distribution has its variance instead of its deviation. */
  static boolean hasVariance(DistributionTerm term) {
    return term.getArguments().size() == 2 && VARIANCE.equals(term.getArguments().get(1).getName());
  }

  /** A number of an argument. */
  Optional<Rational> number(Sum sum, int argument) {
    Optional<Linear> value = sums.known(sum);
    if (value.isPresent() && !value.get().isConstant()) {
      sampling.report(
          IssueCodes.PARAMETER_KIND,
          Text.quoted(sum)
              + " depends on an input with a density; only numbers, and inputs with finitely many"
              + " values, can stand here",
          term,
          argument);
      return Optional.empty();
    }
    return value.map(Linear::constant);
  }

  /** The numbers of a list. */
  Optional<List<Rational>> list(ListValue list, int argument) {
    List<Rational> numbers = new ArrayList<>();
    for (Item item : list.getItems()) {
      if (!(item instanceof NumberItem number)) {
        reportKind(item, "a number", argument);
        return Optional.empty();
      }
      Optional<Rational> value = Numbers.parse(number.getNumber());
      if (value.isEmpty()) {
        return Optional.empty();
      }
      numbers.add(value.get());
    }
    return Optional.of(numbers);
  }

  /** The numbers of a matrix with so many rows and columns. */
  Optional<List<List<Rational>>> matrix(ListValue list, int size, int argument) {
    List<List<Rational>> rows = new ArrayList<>();
    for (Item item : list.getItems()) {
      if (!(item instanceof RowItem row)) {
        reportKind(item, "a row such as [1, 0]", argument);
        return Optional.empty();
      }
      List<Rational> numbers =
          row.getNumbers().stream().flatMap(n -> Numbers.parse(n).stream()).toList();
      if (numbers.size() < row.getNumbers().size()) {
        sampling.report(
            IssueCodes.NUMBER,
            "there is no number in " + Text.quoted(row) + " that can be worked with",
            term,
            argument);
        return Optional.empty();
      }
      rows.add(numbers);
    }
    boolean isSquare = rows.stream().allMatch(row -> row.size() == size);
    if (rows.size() != size || !isSquare) {
      sampling.report(
          IssueCodes.COVARIANCE,
          "the matrix of "
              + term.getFamily()
              + " has "
              + Names.count(rows.size(), "row")
              + (isSquare ? "" : " of different lengths")
              + "; for "
              + Names.count(size, "input")
              + " it has as many rows and columns",
          term,
          argument);
      return Optional.empty();
    }
    return Optional.of(rows);
  }

  private void reportKind(Item item, String wanted, int argument) {
    sampling.report(
        IssueCodes.PARAMETER_KIND,
        Text.quoted(item)
            + " is not "
            + wanted
            + "; write "
            + Family.ofWord(term.getFamily()).map(Family::allUsages).orElse(""),
        term,
        argument);
  }

  /** What an argument with this name has for its value. */
  static Optional<Argument> named(DistributionTerm term, String name) {
    return term.getArguments().stream().filter(a -> name.equals(a.getName())).findFirst();
  }

  /** The place of an argument, for problems. */
  static int place(DistributionTerm term, Argument argument) {
    int place = term.getArguments().indexOf(argument);
    return place < 0 ? Problem.ALL : place;
  }
}
