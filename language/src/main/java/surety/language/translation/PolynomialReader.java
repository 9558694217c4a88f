package surety.language.translation;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.density.Polynomial;
import surety.language.problems.IssueCodes;
import surety.language.problems.Names;
import surety.language.problems.Problem;
import surety.language.sure.Argument;
import surety.language.sure.DistributionTerm;
import surety.language.sure.ListValue;
import surety.language.sure.SurePackage;

/**
 * The density of a term {@code Polynomial([edges], [[coefficients], ...])}: between two
 * neighbouring edges c0 + c1 x + c2 x^2 + ... with the coefficients of that piece, where x is the
 * input itself.
 */
final class PolynomialReader {
  private static final int EDGES = 0;
  private static final int COEFFICIENTS = 1;

  private final DistributionTerm term;
  private final Consumer<Problem> problems;

  PolynomialReader(DistributionTerm term, Consumer<Problem> problems) {
    this.term = term;
    this.problems = problems;
  }

  Optional<Distribution> read() {
    List<Argument> arguments = term.getArguments();
    if (arguments.size() == 2
        && arguments.stream().allMatch(argument -> argument.getName() == null)
        && arguments.get(EDGES).getValue() instanceof ListValue edges
        && arguments.get(COEFFICIENTS).getValue() instanceof ListValue coefficients) {
      PieceReader pieces = new PieceReader(term, Family.POLYNOMIAL, problems);
      Optional<List<Rational>> numbers = pieces.numbers(edges, EDGES);
      Optional<List<List<Rational>>> rows = pieces.rows(coefficients, COEFFICIENTS);
      return numbers.isPresent() && rows.isPresent() && pieces.ascend(numbers.get(), EDGES)
          ? density(numbers.get(), rows.get())
          : Optional.empty();
    }
    problems.accept(
        new Problem(
            IssueCodes.PARAMETER_KIND,
            "Polynomial takes a list of edges and for each piece a list of coefficients; write "
                + Family.POLYNOMIAL.usage(),
            term,
            SurePackage.Literals.DISTRIBUTION_TERM__FAMILY));
    return Optional.empty();
  }

  private Optional<Distribution> density(List<Rational> edges, List<List<Rational>> rows) {
    if (rows.isEmpty() || edges.size() != rows.size() + 1) {
      report(
          IssueCodes.HISTOGRAM_LENGTH,
          "Polynomial has "
              + Names.count(edges.size(), "edge")
              + " and "
              + Names.count(rows.size(), "piece")
              + "; it needs at least one piece, and one edge more than pieces");
      return Optional.empty();
    }
    if (rows.stream().anyMatch(row -> row.size() > Polynomial.MOST_COEFFICIENTS)) {
      report(
          IssueCodes.PARAMETER_RANGE,
          "a piece of Polynomial has more than "
              + Polynomial.MOST_COEFFICIENTS
              + " coefficients; cut it into pieces of lower degrees");
      return Optional.empty();
    }
    return ofShape(edges, rows);
  }

  private Optional<Distribution> ofShape(List<Rational> edges, List<List<Rational>> rows) {
    Optional<Rational> integral = PolynomialMoments.of(0, edges, rows);
    if (integral.isEmpty()) {
      report(
          IssueCodes.NUMBER, "the integral of Polynomial is too long a number; use fewer digits");
      return Optional.empty();
    }
    boolean isPositive = integral.get().signum() > 0;
    // The kernel looks at the sign of what integrates to 1; where it is wrong is the same.
    Optional<Distribution> normalised =
        isPositive ? normalised(edges, rows, integral.get()) : Optional.empty();
    if (!integral.get().equals(Rational.ONE) && (normalised.isPresent() || !isPositive)) {
      report(
          IssueCodes.POLYNOMIAL_INTEGRAL,
          "the integral of Polynomial is "
              + Text.shortened(integral.get().toString())
              + (isPositive
                  ? ", not 1; divide each coefficient by it"
                  : ", so that it is no density; a density is at least 0, and its integral is 1"));
      return Optional.empty();
    }
    return normalised;
  }

  private Optional<Distribution> normalised(
      List<Rational> edges, List<List<Rational>> rows, Rational integral) {
    try {
      return Optional.of(
          new Polynomial(
              edges,
              rows.stream()
                  .map(row -> row.stream().map(c -> c.dividedBy(integral)).toList())
                  .toList()));
    } catch (IllegalArgumentException e) {
      report(IssueCodes.PARAMETER_RANGE, e.getMessage());
      return Optional.empty();
    }
  }

  private void report(String code, String message) {
    problems.accept(
        new Problem(
            code, message, term, SurePackage.Literals.DISTRIBUTION_TERM__ARGUMENTS, COEFFICIENTS));
  }
}
