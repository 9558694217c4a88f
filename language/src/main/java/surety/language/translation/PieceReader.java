package surety.language.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import surety.certificates.arithmetic.Rational;
import surety.language.problems.IssueCodes;
import surety.language.problems.Problem;
import surety.language.sure.DistributionTerm;
import surety.language.sure.Item;
import surety.language.sure.ListValue;
import surety.language.sure.NumberItem;
import surety.language.sure.RowItem;
import surety.language.sure.SurePackage;

/** The lists of a density that is given piece by piece. */
final class PieceReader {
  private final DistributionTerm term;
  private final Family family;
  private final Consumer<Problem> problems;

  PieceReader(DistributionTerm term, Family family, Consumer<Problem> problems) {
    this.term = term;
    this.family = family;
    this.problems = problems;
  }

  /** Nothing if the list holds anything but numbers. */
  Optional<List<Rational>> numbers(ListValue list, int argument) {
    List<String> texts = new ArrayList<>();
    for (Item item : list.getItems()) {
      if (!(item instanceof NumberItem number)) {
        reportKind(item, "a number", argument);
        return Optional.empty();
      }
      texts.add(number.getNumber());
    }
    return numbers(texts);
  }

  /** Nothing if the list holds anything but lists of numbers. */
  Optional<List<List<Rational>>> rows(ListValue list, int argument) {
    List<List<Rational>> rows = new ArrayList<>();
    for (Item item : list.getItems()) {
      if (!(item instanceof RowItem row)) {
        reportKind(item, "a list such as [1, 0]", argument);
        return Optional.empty();
      }
      numbers(row.getNumbers()).ifPresent(rows::add);
    }
    return rows.size() == list.getItems().size() ? Optional.of(rows) : Optional.empty();
  }

  /** What is no number has its message elsewhere. */
  private static Optional<List<Rational>> numbers(List<String> texts) {
    List<Rational> numbers = texts.stream().flatMap(text -> Numbers.parse(text).stream()).toList();
    return numbers.size() == texts.size() ? Optional.of(numbers) : Optional.empty();
  }

  private void reportKind(Item item, String wanted, int argument) {
    report(
        IssueCodes.PARAMETER_KIND,
        Text.quoted(item) + " is not " + wanted + "; write " + family.usage(),
        argument);
  }

  /** Whether each edge is larger than the one before. */
  boolean ascend(List<Rational> edges, int argument) {
    for (int i = 1; i < edges.size(); i++) {
      if (edges.get(i - 1).compareTo(edges.get(i)) >= 0) {
        report(
            IssueCodes.HISTOGRAM_ORDER,
            "the edges of "
                + family.word()
                + " must ascend, but "
                + edges.get(i)
                + " follows "
                + edges.get(i - 1)
                + "; sort them and give each only once",
            argument);
        return false;
      }
    }
    return true;
  }

  private void report(String code, String message, int argument) {
    problems.accept(
        new Problem(
            code, message, term, SurePackage.Literals.DISTRIBUTION_TERM__ARGUMENTS, argument));
  }
}
