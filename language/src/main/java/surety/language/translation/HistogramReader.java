package surety.language.translation;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.density.Histogram;
import surety.language.problems.IssueCodes;
import surety.language.problems.Names;
import surety.language.problems.Problem;
import surety.language.sure.Argument;
import surety.language.sure.DistributionTerm;
import surety.language.sure.ListValue;
import surety.language.sure.SurePackage;
import surety.language.sure.TextValue;

/**
 * The histogram of a term {@code Histogram([edges], [weights])} or {@code Histogram("FILE.csv")}:
 * between two neighbouring edges the density is constant, and the weight is the probability.
 */
final class HistogramReader {
  private static final int EDGES = 0;
  private static final int WEIGHTS = 1;

  private final DistributionTerm term;
  private final Consumer<Problem> problems;

  HistogramReader(DistributionTerm term, Consumer<Problem> problems) {
    this.term = term;
    this.problems = problems;
  }

  Optional<Distribution> read() {
    List<Argument> arguments = term.getArguments();
    boolean plain = arguments.stream().allMatch(argument -> argument.getName() == null);
    if (plain && arguments.size() == 1 && arguments.get(0).getValue() instanceof TextValue file) {
      return ofFile(file.getText());
    }
    if (plain
        && arguments.size() == 2
        && arguments.get(EDGES).getValue() instanceof ListValue edges
        && arguments.get(WEIGHTS).getValue() instanceof ListValue weights) {
      return ofLists(edges, weights);
    }
    report(
        IssueCodes.PARAMETER_KIND,
        "Histogram takes a list of edges and a list of weights, or a file; write "
            + Family.HISTOGRAM.usage(),
        Problem.ALL);
    return Optional.empty();
  }

  private Optional<Distribution> ofLists(ListValue edgeList, ListValue weightList) {
    PieceReader pieces = new PieceReader(term, Family.HISTOGRAM, problems);
    Optional<List<Rational>> edges = pieces.numbers(edgeList, EDGES);
    Optional<List<Rational>> weights = pieces.numbers(weightList, WEIGHTS);
    if (edges.isEmpty() || weights.isEmpty()) {
      return Optional.empty();
    }
    int bins = weights.get().size();
    if (bins == 0 || edges.get().size() != bins + 1) {
      report(
          IssueCodes.HISTOGRAM_LENGTH,
          "Histogram has "
              + Names.count(edges.get().size(), "edge")
              + " and "
              + Names.count(bins, "weight")
              + "; it needs at least one weight, and one edge more than weights",
          WEIGHTS);
      return Optional.empty();
    }
    boolean sorted = pieces.ascend(edges.get(), EDGES);
    boolean sumsToOne = isDistribution(weights.get(), "", WEIGHTS);
    return sorted && sumsToOne
        ? Optional.of(new Histogram(edges.get(), weights.get()))
        : Optional.empty();
  }

  private boolean isDistribution(List<Rational> weights, String where, int argument) {
    Rational sum = Rational.of(0);
    for (Rational weight : weights) {
      if (weight.signum() < 0) {
        report(
            IssueCodes.HISTOGRAM_WEIGHT,
            "a weight of Histogram"
                + where
                + " is "
                + weight
                + "; it is a probability, so at least 0",
            argument);
        return false;
      }
      sum = sum.plus(weight);
      if (!Numbers.isBounded(sum)) {
        report(
            IssueCodes.NUMBER,
            "the sum of the weights of Histogram" + where + " is too long; use fewer digits",
            argument);
        return false;
      }
    }
    if (!sum.equals(Rational.of(1))) {
      report(
          IssueCodes.HISTOGRAM_SUM,
          "the weights of Histogram"
              + where
              + " sum to "
              + Text.shortened(sum.toString())
              + ", not to 1; correct them, or use fractions such as 1/3",
          argument);
      return false;
    }
    return true;
  }

  private Optional<Distribution> ofFile(String name) {
    if (name == null) {
      return Optional.empty();
    }
    HistogramFile file;
    try {
      file = CsvFiles.around(term).histogram(term, name);
    } catch (CsvException e) {
      report(IssueCodes.HISTOGRAM_FILE, e.getMessage(), EDGES);
      return Optional.empty();
    }
    return isDistribution(file.weights(), " in '" + name + "'", EDGES)
        ? Optional.of(new Histogram(file.edges(), file.weights()))
        : Optional.empty();
  }

  private void report(String code, String message, int argument) {
    problems.accept(
        argument == Problem.ALL
            ? new Problem(code, message, term, SurePackage.Literals.DISTRIBUTION_TERM__FAMILY)
            : new Problem(
                code, message, term, SurePackage.Literals.DISTRIBUTION_TERM__ARGUMENTS, argument));
  }
}
