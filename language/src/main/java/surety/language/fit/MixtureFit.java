package surety.language.fit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.StringJoiner;
import surety.certificates.arithmetic.Rational;
import surety.language.display.Decimals;
import surety.language.problems.Names;

/**
 * A mixture of normal distributions, each with a covariance of its own, by expectation
 * maximization. Where the number of components is not given, it is the one with the least Bayesian
 * information criterion: -2 log L + p log n, of p parameters and n rows.
 */
public final class MixtureFit {
  /** Most components that are tried. */
  static final int MOST_TRIED = 8;

  /** After so many that are worse no more are tried. */
  private static final int PATIENCE = 2;

  /** Most components that may be asked for. */
  static final int MOST = 50;

  /** With fewer a component could be drawn together around a few rows that happen to be alike. */
  private static final int ROWS_FOR_EACH_COLUMN = 5;

  private static final int WEIGHT_DIGITS = 6;

  private final SampleColumns columns;
  private final Gaussian whole;
  private final StandardizedRows rows;
  private final int leastRows;

  private MixtureFit(SampleColumns columns, Gaussian whole) {
    this.columns = columns;
    this.whole = whole;
    this.rows = StandardizedRows.of(columns.rows(), whole);
    this.leastRows = ROWS_FOR_EACH_COLUMN * columns.count();
  }

  private record Candidate(int components, ExpectationMaximization.Fit fit, double criterion) {}

  /**
   * A mixture of so many components, or of as many as the criterion chooses. The same samples give
   * the same mixture, on every machine.
   */
  public static Model of(SampleColumns columns, OptionalInt components) throws FitException {
    if (components.isPresent() && (components.getAsInt() < 1 || components.getAsInt() > MOST)) {
      throw FitException.request(
          "--components is %d; it must be 1 to %d".formatted(components.getAsInt(), MOST));
    }
    MixtureFit fit = new MixtureFit(columns, NormalFit.gaussian(columns));
    return components.isPresent() ? fit.given(components.getAsInt()) : fit.chosen();
  }

  private Model given(int components) throws FitException {
    int most = columns.rows().size() / leastRows;
    if (components > Math.max(1, most)) {
      throw FitException.request(
          "%s has %s, and %d components of %s take at least %d; ask for fewer components"
              .formatted(
                  columns.file(),
                  Names.count(columns.rows().size(), "row"),
                  components,
                  Names.count(columns.count(), "column"),
                  components * leastRows));
    }
    Candidate candidate =
        candidate(components)
            .orElseThrow(
                () ->
                    FitException.data(
                        "no mixture of %d components was found in which each has at least %d rows of %s; ask for fewer components"
                            .formatted(components, leastRows, columns.file())));
    return model(candidate, List.of());
  }

  private Model chosen() {
    int most = Math.min(MOST_TRIED, Math.max(1, columns.rows().size() / leastRows));
    List<Candidate> candidates = new ArrayList<>();
    for (int k = 1; k <= most && !isPast(candidates); k++) {
      candidate(k).ifPresent(candidates::add);
    }
    Candidate best =
        candidates.stream().min(Comparator.comparingDouble(Candidate::criterion)).orElseThrow();
    StringJoiner tried = new StringJoiner(", of ", "BIC of ", ".");
    for (Candidate candidate : candidates) {
      tried.add(
          candidate.components
              + (candidate.components == 1 ? " component " : " ")
              + tenths(candidate.criterion));
    }
    return model(best, List.of(tried.toString()));
  }

  /** Whether the last two are worse than the one before them. */
  private static boolean isPast(List<Candidate> candidates) {
    int last = candidates.size() - 1;
    return last >= PATIENCE
        && candidates.subList(last - PATIENCE + 1, last + 1).stream()
            .allMatch(c -> c.criterion > candidates.get(last - PATIENCE).criterion);
  }

  private static String tenths(double criterion) {
    return Decimals.text(new BigDecimal(criterion).setScale(1, RoundingMode.HALF_EVEN));
  }

  private Optional<Candidate> candidate(int components) {
    return ExpectationMaximization.best(rows.values(), components, leastRows)
        .map(fit -> new Candidate(components, fit, criterion(components, fit)));
  }

  private double criterion(int components, ExpectationMaximization.Fit fit) {
    int d = columns.count();
    int n = columns.rows().size();
    double parameters = components - 1 + components * (d + d * (d + 1) / 2.0);
    double logLikelihood = fit.logLikelihood() - n * rows.logScale();
    return parameters * StrictMath.log(n) - 2 * logLikelihood;
  }

  private Model model(Candidate candidate, List<String> remarks) {
    List<ExpectationMaximization.Component> parts =
        candidate.fit.components().stream()
            .sorted(
                Comparator.comparingDouble(ExpectationMaximization.Component::weight).reversed())
            .toList();
    List<Rational> weights = weights(parts);
    StringJoiner mixture = new StringJoiner(", ", "Mixture(", ")");
    for (int i = 0; i < parts.size(); i++) {
      Gaussian part = Gaussian.near(rows.mean(parts.get(i)), rows.covariance(parts.get(i)));
      mixture.add(Decimals.exact(weights.get(i)) + ": " + part.text());
    }
    boolean isOne = parts.size() == 1;
    return new Model(
        columns,
        isOne ? whole.text() : mixture.toString(),
        isOne
            ? NormalFit.KIND
            : "a mixture of " + parts.size() + " normal distributions by expectation maximization",
        remarks);
  }

  /** Decimals that sum to exactly 1; the first, which is the largest, takes what is left. */
  private static List<Rational> weights(List<ExpectationMaximization.Component> parts) {
    List<Rational> weights = new ArrayList<>();
    Rational rest = Rational.ONE;
    for (ExpectationMaximization.Component part : parts.subList(1, parts.size())) {
      BigDecimal rounded =
          new BigDecimal(part.weight()).setScale(WEIGHT_DIGITS, RoundingMode.HALF_EVEN);
      weights.add(Rational.parse(rounded.toString()));
      rest = rest.minus(weights.get(weights.size() - 1));
    }
    weights.add(0, rest);
    return weights;
  }
}
